package dev.aftersales.diagnosis.batches;

import dev.aftersales.diagnosis.batches.HistoryEntry.What;
import java.time.Instant;

/** The emergency plan was started, and its containment step is under way. */
record PlanInitiated(IssueFile file, EmergencyPlan plan) implements BatchIssue {

    Contained contain(String by, Instant at) {
        return new Contained(file.noting(at, by, What.CONTAINED), plan, at);
    }

    /** A person found that it is no batch. */
    Resolved dismiss(Resolution resolution) {
        return Resolved.noting(file, plan, null, resolution);
    }

    @Override
    public PlanInitiated with(IssueFile now) {
        return new PlanInitiated(now, plan);
    }
}
