package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.calendars.CalendarBook;
import dev.aftersales.claims.deadlines.PolicyClocks;
import dev.aftersales.claims.policies.Policies;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the deadlines of a claim anew with every change of it, in the same write.
 *
 * <p>A claim's days are counted by the version of the calendar that was in force when one was first needed: what was entered
 * later changes no promise that was made. Only where that version does not hold a year that is needed, the newest one takes
 * its place.
 */
final class Timekeeper {

    private static final Logger log = LoggerFactory.getLogger(Timekeeper.class);

    /**
     * When deadlines that cannot be reckoned are looked at again. Whoever enters the year has them reckoned at once; this is
     * for what else may have changed, and for what wrote the claim without knowing of that.
     */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    private final Policies policies;
    private final CalendarBook calendars;

    /** Versions never change; there are few of them. */
    private final Map<Kept, BusinessCalendar> versions = new ConcurrentHashMap<>();

    /** Years of which was said already, by this instance, that they are awaited; there are few of them. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private record Kept(String vendor, CalendarVersion version) {}

    Timekeeper(Policies policies, CalendarBook calendars) {
        this.policies = policies;
        this.calendars = calendars;
    }

    /** The same change, with the claim's deadlines as they are after it, also in what it tells. */
    Change<Claim> kept(@Nullable Claim before, Change<Claim> change) {
        Claim after = change.state();
        ClaimClocks clocks = ClaimHistory.after(before, after);
        if (before != null && clocks.reckonsAs(before.clocks()) && ended(before) == ended(after)) {
            return change;
        }
        Claim kept = after.change().clocks(clocks).done();
        Instant asOf = now(after);
        Reckoned reckoned = reckoned(kept, asOf);
        List<ClaimDeadline> deadlines = reckoned.deadlines();
        return new Change<>(
                scheduled(kept, reckoned, asOf),
                deadlines == null ? change.events() : new SendingTime(deadlines).toldIn(change.events()));
    }

    /**
     * A claim that was kept before there were clocks, with those that its timeline tells of; any other as it is. One that
     * has ended sets nothing off any more: nobody was left waiting for it.
     */
    Claim begun(Claim claim) {
        if (!claim.clocks().milestones().isEmpty()) {
            return claim;
        }
        Claim begun = claim.change().clocks(TimelineClocks.of(claim)).done();
        return ended(begun) ? begun : scheduled(begun, now(begun));
    }

    /** The claim with its next deadline as of then, reckoned anew. */
    Claim scheduled(Claim claim, Instant asOf) {
        return scheduled(claim, reckoned(claim, asOf), asOf);
    }

    /**
     * Where that needs a year which nobody has entered, those who keep the calendar are told first, once: that stands whatever
     * becomes of the claim.
     */
    private Claim scheduled(Claim claim, Reckoned reckoned, Instant asOf) {
        AwaitedYear awaits = awaited(claim, reckoned);
        if (awaits != null && awaits.year() != null && told.add(claim.vendor() + "/" + awaits.key())) {
            tell(claim.vendor(), awaits.calendar(), awaits.year());
        }
        return claim.change()
                .clocks(claim.clocks().scheduled(reckoned.calendar(), next(claim, reckoned, asOf), awaits))
                .done();
    }

    private void tell(String vendor, String calendar, int year) {
        try {
            calendars.await(vendor, calendar, year);
        } catch (RuntimeException e) {
            told.remove(vendor + "/" + new AwaitedYear(calendar, year).key());
            throw e;
        }
    }

    /** A claim that has ended waits for nothing. */
    private @Nullable AwaitedYear awaited(Claim claim, Reckoned reckoned) {
        String calendar = rules(claim).calendar();
        if (reckoned.deadlines() == null || calendar == null || ended(claim)) {
            return null;
        }
        return reckoned.deadlines().stream()
                .flatMap(deadline -> deadline.lacks().stream())
                .map(lack -> new AwaitedYear(calendar, lack.year()))
                .min(Comparator.comparing(AwaitedYear::year, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElse(null);
    }

    /** A claim that has ended breaks no promise any more that lies in a year which nobody entered yet. */
    private static @Nullable Instant next(Claim claim, Reckoned reckoned, Instant asOf) {
        List<ClaimDeadline> deadlines = reckoned.deadlines();
        Stream<Instant> due = deadlines == null
                ? Stream.empty()
                : deadlines.stream()
                        .flatMap(deadline -> deadline.pending().stream())
                        .map(Fired::at);
        boolean whole = deadlines != null && lacking(deadlines) == 0;
        Stream<Instant> again = whole || ended(claim) ? Stream.empty() : Stream.of(asOf.plus(LOOK_AGAIN));
        return Stream.concat(due, again).min(Comparator.naturalOrder()).orElse(null);
    }

    /**
     * The claim after nothing was found to be due at its time.
     *
     * @param at its time
     */
    Claim lookedAt(Claim claim, Instant at, Instant now) {
        Claim anew = scheduled(claim, now);
        Instant next = anew.clocks().nextAt();
        return next == null || next.isAfter(at)
                ? anew
                : anew.change()
                        .clocks(anew.clocks()
                                .scheduled(
                                        anew.clocks().calendar(),
                                        now.plus(LOOK_AGAIN),
                                        anew.clocks().awaits()))
                        .done();
    }

    /**
     * The claim's deadlines. One for which the calendar lacks a year, or is not there, says so.
     *
     * @return empty when they cannot be reckoned at all
     */
    Optional<List<ClaimDeadline>> deadlines(Claim claim, Instant asOf) {
        return Optional.ofNullable(reckoned(claim, asOf).deadlines());
    }

    private record Reckoned(
            @Nullable List<ClaimDeadline> deadlines,
            @Nullable CalendarVersion calendar) {}

    private Reckoned reckoned(Claim claim, Instant asOf) {
        PolicyRules rules = rules(claim);
        CalendarVersion kept = claim.clocks().calendar();
        BusinessCalendar calendar = kept == null
                ? current(claim, rules)
                : versions.computeIfAbsent(
                        new Kept(claim.vendor(), kept),
                        key -> calendars.version(key.vendor(), key.version()).orElse(null));
        try {
            List<ClaimDeadline> deadlines = new ClaimDeadlines(rules, calendar).of(claim, asOf);
            BusinessCalendar newest = lacking(deadlines) == 0 ? calendar : current(claim, rules);
            if (newest != null && !newest.version().equals(version(calendar))) {
                List<ClaimDeadline> anew = new ClaimDeadlines(rules, newest).of(claim, asOf);
                if (lacking(anew) < lacking(deadlines)) {
                    return new Reckoned(anew, newest.version());
                }
            }
            deadlines.stream()
                    .filter(ClaimDeadline::isUnreckonable)
                    .map(deadline -> deadline.clock().clause())
                    .distinct()
                    .forEach(clause -> warn(claim, clause + " needs a year that the calendar does not hold"));
            return new Reckoned(deadlines, version(calendar));
        } catch (IllegalArgumentException e) {
            return unreckonable(claim, kept, e);
        }
    }

    private PolicyRules rules(Claim claim) {
        return policies.version(claim.policyVersion())
                .orElseThrow(() -> new IllegalStateException("policy version " + claim.policyVersion() + " is gone"))
                .rules();
    }

    /** How many clocks cannot be reckoned for want of a year. */
    private static long lacking(List<ClaimDeadline> deadlines) {
        return deadlines.stream()
                .filter(ClaimDeadline::isUnreckonable)
                .map(ClaimDeadline::clock)
                .distinct()
                .count();
    }

    /** No lack of the calendar, but a fault. A claim goes its way all the same: its clocks are not worth more than it is. */
    private static Reckoned unreckonable(Claim claim, @Nullable CalendarVersion kept, IllegalArgumentException fault) {
        log.atError()
                .addKeyValue("claim", claim.id())
                .addKeyValue("vendor", claim.vendor())
                .setCause(fault)
                .log("The deadlines of a claim cannot be reckoned from what is kept of it");
        return new Reckoned(null, kept);
    }

    private static void warn(Claim claim, String why) {
        log.atWarn()
                .addKeyValue("claim", claim.id())
                .addKeyValue("vendor", claim.vendor())
                .addKeyValue("reason", why)
                .log("Deadlines of a claim cannot be reckoned");
    }

    private @Nullable BusinessCalendar current(Claim claim, PolicyRules rules) {
        String id = rules.calendar();
        return id == null || rules.clocks().stream().noneMatch(PolicyClocks::needsCalendar)
                ? null
                : calendars.current(claim.vendor(), id).orElse(null);
    }

    private static @Nullable CalendarVersion version(@Nullable BusinessCalendar calendar) {
        return calendar == null ? null : calendar.version();
    }

    /** The latest that is known of it: news of what happened before may come after a deadline has set something off. */
    private static Instant now(Claim claim) {
        Stream<Instant> happened = claim.timeline().stream().map(TimelineEntry::time);
        Stream<Instant> fired = claim.clocks().fired().stream().map(Fired::at);
        return Stream.concat(happened, fired)
                .max(Comparator.naturalOrder())
                .orElse(claim.submittedAt())
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private static boolean ended(Claim claim) {
        return claim.closedAt() != null;
    }
}
