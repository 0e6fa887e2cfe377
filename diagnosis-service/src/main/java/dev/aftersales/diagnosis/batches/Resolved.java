package dev.aftersales.diagnosis.batches;

import dev.aftersales.diagnosis.batches.HistoryEntry.What;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person closed it. What is claimed from then on may become another issue.
 *
 * @param plan absent where none was started: only what is no batch is closed without one
 * @param containedAt absent where it was not
 */
record Resolved(
        IssueFile file,
        @Nullable EmergencyPlan plan,
        @Nullable Instant containedAt,
        Resolution resolution) implements BatchIssue {
    Resolved {
        if ((plan == null || containedAt == null) && !resolution.isNoBatch()) {
            throw new IllegalArgumentException("a batch is closed when its plan has contained it");
        }
    }

    static Resolved noting(
            IssueFile file, @Nullable EmergencyPlan plan, @Nullable Instant containedAt, Resolution resolution) {
        return new Resolved(
                file.noting(resolution.at(), resolution.by(), What.RESOLVED), plan, containedAt, resolution);
    }

    @Override
    public Resolved with(IssueFile now) {
        return new Resolved(now, plan, containedAt, resolution);
    }
}
