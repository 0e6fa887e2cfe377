package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch issue as staff see it.
 *
 * @param groupId of the units, as the radar names it
 * @param episode which issue of the group it is, from 1
 * @param terms of the rule that made it one, in both languages
 * @param group what its units have in common
 * @param units distinct serials, and quantities of lines without
 * @param emptied that none of its units counts any more, and what can be done; absent while one does, and once it is closed
 * @param unverified those of them without a serial
 * @param unknownUnits of those with a serial, how many no sales contract has
 * @param reachedAt when there were enough units
 * @param grewAt when its units last became more or fewer
 * @param deadline of the plan
 * @param draft of a plan; absent once it is started
 * @param plan absent until it is started
 * @param effects of the plan so far; absent with it
 * @param resolution why it was closed; absent until it is
 */
record BatchIssueView(
        String id,
        String vendor,
        IssueState state,
        String groupId,
        int episode,
        String policyVersion,
        BatchRule terms,
        UnitGroup group,
        int units,
        @Nullable String emptied,
        int unverified,
        UnknownUnits.Count unknownUnits,
        Instant reachedAt,
        Instant detectedAt,
        @Nullable Instant grewAt,
        PlanDeadlineView deadline,
        @Nullable PlanDraft draft,
        @Nullable EmergencyPlan plan,
        @Nullable PlanEffects effects,
        @Nullable Instant containedAt,
        @Nullable Resolution resolution,
        List<HistoryEntry> history) {

    private static final String CLOSE_AS_NONE =
            "None of its units counts any more: all were corrected, or belong elsewhere by now. If there is no batch, close it"
                    + " as none: post the resolution with the kind NO_BATCH_ISSUE and the reason.";

    private static final String CLOCK_RUNS = " Until then the clock of its plan runs.";

    static BatchIssueView of(BatchIssue issue, Instant asOf, UnknownUnits.Count unknown, @Nullable PlanDraft draft) {
        return switch (issue) {
            case Detected detected -> view(issue, asOf, unknown, draft, null, null, null);
            case PlanInitiated initiated -> view(issue, asOf, unknown, null, initiated.plan(), null, null);
            case Contained contained ->
                view(issue, asOf, unknown, null, contained.plan(), contained.containedAt(), null);
            case Resolved resolved ->
                view(issue, asOf, unknown, null, resolved.plan(), resolved.containedAt(), resolved.resolution());
        };
    }

    private static BatchIssueView view(
            BatchIssue issue,
            Instant asOf,
            UnknownUnits.Count unknown,
            @Nullable PlanDraft draft,
            @Nullable EmergencyPlan plan,
            @Nullable Instant containedAt,
            @Nullable Resolution resolution) {
        IssueFile file = issue.file();
        return new BatchIssueView(
                file.id(),
                file.vendor(),
                IssueState.of(issue),
                file.groupId(),
                file.episode(),
                file.policyVersion(),
                file.terms(),
                file.group(),
                file.units(),
                emptied(file, plan, resolution),
                file.unverified(),
                unknown,
                file.reachedAt(),
                file.detectedAt(),
                file.grewAt(),
                deadline(file, asOf, plan, resolution),
                draft,
                plan,
                plan == null ? null : PlanEffects.of(file, resolution),
                containedAt,
                resolution,
                file.history());
    }

    /** Nobody closes it but a person, and until then its clock runs, or its plan holds the lot. */
    private static @Nullable String emptied(
            IssueFile file, @Nullable EmergencyPlan plan, @Nullable Resolution resolution) {
        if (file.units() > 0 || resolution != null) {
            return null;
        }
        return plan == null && PlanClock.of(file) != null ? CLOSE_AS_NONE + CLOCK_RUNS : CLOSE_AS_NONE;
    }

    private static PlanDeadlineView deadline(
            IssueFile file, Instant asOf, @Nullable EmergencyPlan plan, @Nullable Resolution resolution) {
        if (plan != null) {
            return PlanDeadlineView.of(file, asOf, plan.at());
        }
        return resolution == null
                ? PlanDeadlineView.of(file, asOf, null)
                : PlanDeadlineView.cancelled(file, resolution.at());
    }
}
