package dev.aftersales.diagnosis.batches;

import java.time.Instant;

/** A person closed it. What is claimed from then on may become another issue. */
record Resolved(IssueFile file, EmergencyPlan plan, Instant containedAt, Resolution resolution) implements BatchIssue {
    @Override
    public Resolved with(IssueFile now) {
        return new Resolved(now, plan, containedAt, resolution);
    }
}
