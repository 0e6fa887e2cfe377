package dev.aftersales.diagnosis.batches;

import java.time.Instant;

/** No further unit of the batch goes out as it is; units that did may still come to light. */
record Contained(IssueFile file, EmergencyPlan plan, Instant containedAt) implements BatchIssue {

    Resolved resolve(Resolution resolution) {
        return Resolved.noting(file, plan, containedAt, resolution);
    }

    @Override
    public Contained with(IssueFile now) {
        return new Contained(now, plan, containedAt);
    }
}
