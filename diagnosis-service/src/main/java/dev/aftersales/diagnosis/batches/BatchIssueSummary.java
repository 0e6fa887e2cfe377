package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A batch issue as a list shows it.
 *
 * @param group what its units have in common
 * @param units distinct serials, and quantities of lines without
 * @param unverified those of them without a serial
 * @param reachedAt when there were enough units
 * @param planDueAt by when the plan is to be started; absent where nothing is promised
 */
record BatchIssueSummary(
        String id,
        String vendor,
        IssueState state,
        String clause,
        UnitGroup group,
        int units,
        int unverified,
        Instant reachedAt,
        @Nullable Instant planDueAt) {

    static BatchIssueSummary of(BatchIssue issue) {
        IssueFile file = issue.file();
        PlanClock clock = PlanClock.of(file);
        return new BatchIssueSummary(
                file.id(),
                file.vendor(),
                IssueState.of(issue),
                file.terms().clause(),
                file.group(),
                file.units(),
                file.unverified(),
                file.reachedAt(),
                clock == null ? null : clock.dueAt());
    }
}
