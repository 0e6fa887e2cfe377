package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.radar.CountedLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a claim that counts in a batch issue, or did.
 *
 * @param serial absent where it is a quantity, or was not known yet; with the serial it is another one
 * @param faultCode with which it was claimed; absent where that was not told
 * @param counts false from when it counts no more
 * @param sequence of the alarm by which it stands so; an alarm of before changes nothing
 */
record IssueLine(
        String issue,
        String vendor,
        String claimId,
        int line,
        @Nullable String serial,
        int quantity,
        Instant claimedAt,
        @Nullable String faultCode,
        boolean counts,
        long sequence) {

    static IssueLine of(String issue, String vendor, CountedLine line, boolean counts, long sequence) {
        return new IssueLine(
                issue,
                vendor,
                line.claimId(),
                line.line(),
                line.serial(),
                line.quantity(),
                line.claimedAt(),
                line.faultCode(),
                counts,
                sequence);
    }

    /** By claim and line within the issue, so that a list of them is in that order. */
    String id() {
        return "%s%s/%04d/%s".formatted(idsBegin(issue), claimId, line, serial == null ? "" : serial);
    }

    /** How the ids of all lines of an issue begin. */
    static String idsBegin(String issue) {
        return issue + "/";
    }

    CountedLine counted() {
        return new CountedLine(claimId, line, serial, quantity, claimedAt, faultCode);
    }

    /** Whether the other says the same of the line, whichever alarm said it. */
    boolean agrees(IssueLine other) {
        return counts == other.counts && quantity == other.quantity;
    }
}
