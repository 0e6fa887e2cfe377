package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.batches.ResolutionKind;
import java.time.Instant;
import java.util.Objects;

/**
 * How a batch issue ended.
 *
 * @param kind as what; one that was kept before there were kinds remedied a batch
 * @param reason free text, so it is told in no event and kept out of {@code toString}
 * @param by the person
 * @param at business time
 */
record Resolution(ResolutionKind kind, String reason, String by, Instant at) {

    Resolution {
        kind = Objects.requireNonNullElse(kind, ResolutionKind.REMEDIED);
    }

    boolean isNoBatch() {
        return kind == ResolutionKind.NO_BATCH_ISSUE;
    }

    boolean repeats(Resolution other) {
        return kind == other.kind && reason.equals(other.reason) && by.equals(other.by);
    }

    @Override
    public String toString() {
        return kind + " by " + by + " at " + at;
    }
}
