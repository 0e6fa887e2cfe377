package dev.aftersales.diagnosis.batches;

import dev.aftersales.chassis.deadlines.Deadlines;
import dev.aftersales.chassis.deadlines.Promise;
import dev.aftersales.chassis.deadlines.Reckoning;
import dev.aftersales.chassis.deadlines.Start;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By when an emergency plan is started (A4.7): so many hours after the unit that made the batch, nights and weekends
 * included. Hours that have elapsed are the same everywhere; the zone is that in which people are told of them.
 *
 * @param moments at which it sets something off, as long as nobody starts the plan; in their order
 */
record PlanClock(Reckoning reckoning, List<PlanMoment> moments) {

    /** What starts it, as the policy calls it. */
    static final String START = "THRESHOLD_REACHED";

    /** What alone stops it. */
    static final String STOP = "PLAN_INITIATED";

    /** In which the clock of a rule is told that says no zone. */
    private static final ZoneId NO_ZONE = ZoneId.of("UTC");

    PlanClock {
        moments = List.copyOf(moments);
    }

    /** The clock of an issue; absent where nothing is promised. */
    static @Nullable PlanClock of(IssueFile file) {
        return of(file.terms(), file.reachedAt());
    }

    /**
     * The clock of a rule.
     *
     * @param reachedAt when there were enough units
     * @return absent where nothing is promised
     * @throws IllegalArgumentException if the promise is not of whole hours
     */
    static @Nullable PlanClock of(BatchRule terms, Instant reachedAt) {
        Plan plan = terms.plan();
        if (plan == null) {
            return null;
        }
        int hours = Math.toIntExact(plan.within().toHours());
        if (!plan.within().equals(Duration.ofHours(hours))) {
            throw new IllegalArgumentException(terms.clause() + ": a plan is promised in whole hours");
        }
        Reckoning reckoning = new Deadlines(zone(plan), null)
                .reckon(
                        Promise.within(terms.clause(), hours, Promise.Unit.ELAPSED_HOURS),
                        Start.at(START, reachedAt),
                        List.of());
        Instant from = reckoning.start().countsFrom();
        Stream<PlanMoment> warnings = plan.warnedAt().stream()
                .map(after -> new PlanMoment(PlanMoment.Kind.WARNED, after, from.plus(after)))
                .sorted(Comparator.comparing(PlanMoment::at));
        PlanMoment overdue =
                new PlanMoment(PlanMoment.Kind.OVERDUE, plan.within(), Objects.requireNonNull(reckoning.breachAt()));
        return new PlanClock(
                reckoning, Stream.concat(warnings, Stream.of(overdue)).toList());
    }

    private static ZoneId zone(Plan plan) {
        return plan.zone() == null ? NO_ZONE : ZoneId.of(plan.zone());
    }

    Instant countsFrom() {
        return reckoning.start().countsFrom();
    }

    /** The last second in which the plan is started in time. */
    Instant dueAt() {
        return Objects.requireNonNull(reckoning.dueAt());
    }

    /** Whether a plan that is started then is in time. */
    boolean isInTime(Instant startedAt) {
        return !reckoning.isOver(startedAt);
    }
}
