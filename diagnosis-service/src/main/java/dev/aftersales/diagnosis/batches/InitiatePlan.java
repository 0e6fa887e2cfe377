package dev.aftersales.diagnosis.batches;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.batches.Containment;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated.LotReach;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Starts an emergency plan, which alone stops its clock (A?8). What the clock had to say before is told first: a plan that
 * comes too late tells so once, whoever was faster.
 */
@Component
class InitiatePlan {

    private final BatchIssues issues;
    private final PlanMoments moments;
    private final WantedParts wanted;
    private final PlannedLots planned;
    private final Clock clock;

    InitiatePlan(BatchIssues issues, PlanMoments moments, WantedParts wanted, PlannedLots planned, Clock clock) {
        this.issues = issues;
        this.moments = moments;
        this.wanted = wanted;
        this.planned = planned;
        this.clock = clock;
    }

    /**
     * What a person orders.
     *
     * @param lots absent where it is the lot that the units have in common, if that is known; with others, it is among them
     */
    record Order(
            String owner,
            Containment containment,
            boolean tellSisterOwners,
            @Nullable List<String> lots) {}

    Outcome by(Caller person, String id, Order order) {
        BatchIssue seen = issues.of(person, id);
        IssueFile file = seen.file();
        // What an issue is about does not change.
        List<String> lots = lots(file, order);
        // A plan that is started is not undone: whoever says the same again is answered by what was reckoned then.
        List<LotReach> reach =
                seen instanceof Detected ? planned.reach(file, lots, order.tellSisterOwners()) : List.of();
        // Only now: to look at all units of a model takes a while.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        moments.setOffUntil(id, now);
        return issues.decide(person, id, issue -> {
            Instant at = issue instanceof Detected detected ? detected.notBeforeTold(now) : now;
            EmergencyPlan plan = new EmergencyPlan(
                    order.owner(), order.containment(), order.tellSisterOwners(), lots, person.person(), at, reach);
            return switch (issue) {
                case Detected detected -> {
                    List<PartQuantity> parts = wanted.of(detected.file());
                    PlanInitiated initiated =
                            detected.with(detected.file().asking(parts, at)).initiate(plan);
                    yield Decision.commit(
                            initiated, new Outcome.Accepted(initiated), IssueEvents.initiated(initiated, parts));
                }
                case PlanInitiated initiated -> Decision.refuse(repeated(initiated, initiated.plan(), plan));
                case Contained contained -> Decision.refuse(repeated(contained, contained.plan(), plan));
                case Resolved resolved -> Decision.refuse(repeated(resolved, resolved.plan(), plan));
            };
        });
    }

    private static List<String> lots(IssueFile file, Order order) {
        List<String> named = order.lots();
        String lot = file.group().lot();
        if (named != null) {
            refuseWithoutTheirs(named, lot);
            return named.stream()
                    .map(one -> one.equalsIgnoreCase(lot) ? lot : one)
                    .distinct()
                    .toList();
        }
        return lot == null ? List.of() : List.of(lot);
    }

    /** A slip in a lot would stop the clock, and let the lot that failed be shipped on. No lots are all of the model. */
    private static void refuseWithoutTheirs(List<String> named, @Nullable String lot) {
        if (lot != null && !named.isEmpty() && named.stream().noneMatch(lot::equalsIgnoreCase)) {
            throw Problem.status(422)
                    .type("lot-missing")
                    .title("The lot that failed is not in the plan")
                    .detail("The units that failed are of lot " + lot + ": name it, beside others that are affected.")
                    .with("field", "lots")
                    .exception();
        }
    }

    private static Outcome repeated(BatchIssue issue, @Nullable EmergencyPlan started, EmergencyPlan plan) {
        return started != null && started.repeats(plan)
                ? new Outcome.Accepted(issue)
                : new Outcome.WrongState(IssueState.of(issue));
    }
}
