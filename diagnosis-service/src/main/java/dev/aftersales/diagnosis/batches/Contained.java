package dev.aftersales.diagnosis.batches;

import dev.aftersales.diagnosis.batches.HistoryEntry.What;
import java.time.Instant;

/** No further unit of the batch goes out as it is; units that did may still come to light. */
record Contained(IssueFile file, EmergencyPlan plan, Instant containedAt) implements BatchIssue {

    Resolved resolve(Resolution resolution) {
        return new Resolved(
                file.noting(resolution.at(), resolution.by(), What.RESOLVED), plan, containedAt, resolution);
    }

    @Override
    public Contained with(IssueFile now) {
        return new Contained(now, plan, containedAt);
    }
}
