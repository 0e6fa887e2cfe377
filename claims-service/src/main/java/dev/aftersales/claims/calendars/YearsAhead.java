package dev.aftersales.claims.calendars;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.policies.Policies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.Objects;
import java.util.SortedSet;

/**
 * Asks for the next year of each calendar that a policy counts by, some time before the last one ends that it holds: a
 * government announces a year late in the year before, and until somebody enters it no deadline is reckoned into it.
 */
final class YearsAhead implements Runnable {

    private final Calendars calendars;
    private final Policies policies;
    private final Duration wantBefore;
    private final Clock clock;

    YearsAhead(Calendars calendars, Policies policies, Duration wantBefore, Clock clock) {
        this.calendars = calendars;
        this.policies = policies;
        this.wantBefore = wantBefore;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        for (String vendor : policies.vendors()) {
            policies.versions(vendor).stream()
                    .filter(policies::isInEffect)
                    .map(CompiledPolicy::rules)
                    .map(rules -> rules.calendar())
                    .filter(Objects::nonNull)
                    .distinct()
                    .flatMap(id -> calendars.newest(vendor, id).stream())
                    .forEach(calendar -> lookAhead(calendar, now));
        }
    }

    private void lookAhead(VendorCalendar calendar, Instant now) {
        SortedSet<Integer> years = calendar.definition().years();
        int next = now.atZone(calendar.definition().zone()).getYear();
        while (years.contains(next)) {
            next++;
        }
        Instant begins = Year.of(next)
                .atDay(1)
                .atStartOfDay(calendar.definition().zone())
                .toInstant();
        if (!calendar.wanted().contains(next) && !now.isBefore(begins.minus(wantBefore))) {
            calendars.want(calendar.vendor(), calendar.version().id(), next, false);
        }
    }
}
