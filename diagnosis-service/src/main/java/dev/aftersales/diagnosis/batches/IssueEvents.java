package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.batches.BatchIssueContained;
import dev.aftersales.contracts.events.batches.BatchIssueDetected;
import dev.aftersales.contracts.events.batches.BatchIssueGrew;
import dev.aftersales.contracts.events.batches.BatchIssueResolved;
import dev.aftersales.contracts.events.batches.EmergencyPartsWanted;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated;
import dev.aftersales.contracts.events.batches.EmergencyPlanOverdue;
import dev.aftersales.contracts.events.batches.EmergencyPlanWarned;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Plan;
import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.contracts.events.radar.ReachedBy;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told of batch issues. */
final class IssueEvents {

    private IssueEvents() {}

    static Event detected(Detected issue, @Nullable ReachedBy reachedBy, List<CountedLine> lines, int unknownUnits) {
        IssueFile file = issue.file();
        PlanClock clock = PlanClock.of(file);
        return new BatchIssueDetected(
                file.id(),
                file.vendor(),
                file.groupId(),
                file.episode(),
                file.policyVersion(),
                file.terms(),
                file.group(),
                file.units(),
                file.unverified(),
                file.reachedAt(),
                reachedBy,
                clock == null ? null : clock.dueAt(),
                concerned(file.terms().plan()),
                lines,
                unknownUnits);
    }

    /** Whoever is told of the plan's clock is told that it began; an alarm that nobody hears would be none. */
    private static List<Addressee> concerned(@Nullable Plan plan) {
        return plan == null
                ? List.of(Addressee.VENDOR_OPS)
                : Stream.concat(plan.told().warned().stream(), plan.told().breached().stream())
                        .distinct()
                        .toList();
    }

    private static @Nullable String zone(@Nullable Plan plan) {
        return plan == null ? null : plan.zone();
    }

    static Event grew(IssueFile file, List<CountedLine> came, List<CountedLine> went) {
        return new BatchIssueGrew(file.id(), file.vendor(), file.units(), file.unverified(), came, went);
    }

    static Event wanted(IssueFile file, List<PartQuantity> parts) {
        return new EmergencyPartsWanted(file.id(), file.vendor(), file.units(), parts);
    }

    static Event of(IssueFile file, PlanMoment moment) {
        PlanClock clock = Objects.requireNonNull(PlanClock.of(file));
        BatchRule terms = file.terms();
        Plan plan = Objects.requireNonNull(terms.plan());
        return switch (moment.kind()) {
            case WARNED ->
                new EmergencyPlanWarned(
                        file.id(),
                        file.vendor(),
                        file.policyVersion(),
                        terms.clause(),
                        terms.reading(),
                        terms.text(),
                        file.group(),
                        file.units(),
                        clock.countsFrom(),
                        moment.after(),
                        moment.at(),
                        clock.dueAt(),
                        plan.told().warned(),
                        plan.zone());
            case OVERDUE ->
                new EmergencyPlanOverdue(
                        file.id(),
                        file.vendor(),
                        file.policyVersion(),
                        terms.clause(),
                        terms.reading(),
                        terms.text(),
                        file.group(),
                        file.units(),
                        clock.countsFrom(),
                        clock.dueAt(),
                        moment.at(),
                        plan.told().breached(),
                        plan.zone());
        };
    }

    static Event initiated(PlanInitiated issue, List<PartQuantity> parts) {
        IssueFile file = issue.file();
        EmergencyPlan plan = issue.plan();
        PlanClock clock = PlanClock.of(file);
        return new EmergencyPlanInitiated(
                file.id(),
                file.vendor(),
                file.policyVersion(),
                file.group(),
                file.units(),
                plan.owner(),
                plan.containment(),
                plan.tellSisterOwners(),
                plan.lots(),
                plan.at(),
                clock == null ? null : clock.dueAt(),
                clock == null || clock.isInTime(plan.at()),
                concerned(file.terms().plan()),
                parts,
                zone(file.terms().plan()),
                plan.reach());
    }

    static Event contained(Contained issue) {
        return new BatchIssueContained(issue.file().id(), issue.file().vendor(), issue.containedAt());
    }

    static Event resolved(Resolved issue) {
        return resolved(issue, concerned(issue.file().terms().plan()));
    }

    /** For the radar; everybody else has heard it. */
    static Event resolvedLongAgo(Resolved issue) {
        return resolved(issue, List.of());
    }

    private static Event resolved(Resolved issue, List<Addressee> tell) {
        IssueFile file = issue.file();
        return new BatchIssueResolved(
                file.id(),
                file.vendor(),
                file.groupId(),
                file.episode(),
                issue.resolution().at(),
                issue.resolution().kind(),
                issue.resolution().by(),
                file.group(),
                tell,
                zone(file.terms().plan()));
    }
}
