package dev.aftersales.diagnosis.batches;

import dev.aftersales.diagnosis.batches.HistoryEntry.What;
import java.time.Instant;

/** The emergency plan was started, and its containment step is under way. */
record PlanInitiated(IssueFile file, EmergencyPlan plan) implements BatchIssue {

    Contained contain(String by, Instant at) {
        return new Contained(file.noting(at, by, What.CONTAINED), plan, at);
    }

    @Override
    public PlanInitiated with(IssueFile now) {
        return new PlanInitiated(now, plan);
    }
}
