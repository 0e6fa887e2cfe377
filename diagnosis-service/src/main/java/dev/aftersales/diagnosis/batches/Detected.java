package dev.aftersales.diagnosis.batches;

import dev.aftersales.diagnosis.batches.HistoryEntry.What;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Nobody has started the emergency plan yet: its clock runs. */
record Detected(IssueFile file) implements BatchIssue {

    /** What the plan's clock sets off next; absent when nothing more is told, or nothing was promised. */
    @Nullable
    PlanMoment next() {
        PlanClock clock = PlanClock.of(file);
        return clock == null || file.told().size() >= clock.moments().size()
                ? null
                : clock.moments().get(file.told().size());
    }

    /** That moment has come, and whom it concerns is told. */
    Detected telling(PlanMoment moment) {
        return new Detected(file.telling(moment));
    }

    /** That moment, unless the clock has told a later one meanwhile: what was told as late is not in time any more. */
    Instant notBeforeTold(Instant now) {
        Instant told = file.told().isEmpty() ? now : file.told().getLast().at();
        return told.isAfter(now) ? told : now;
    }

    /** What alone stops the clock (A?8). */
    PlanInitiated initiate(EmergencyPlan plan) {
        return new PlanInitiated(file.noting(plan.at(), plan.by(), What.PLAN_INITIATED), plan);
    }

    /** A person found that it is no batch: nothing was promised for it, so its clock stops. */
    Resolved dismiss(Resolution resolution) {
        return Resolved.noting(file, null, null, resolution);
    }

    @Override
    public Detected with(IssueFile now) {
        return new Detected(now);
    }
}
