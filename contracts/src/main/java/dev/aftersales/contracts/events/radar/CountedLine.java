package dev.aftersales.contracts.events.radar;

import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a claim that counts in a group.
 *
 * @param serial absent where the line is a quantity, or its serial is not known yet
 * @param quantity of units; 1 with a serial
 * @param claimedAt {@link ClaimSubmitted#submittedAt()}
 * @param faultCode {@link ClaimSubmitted#faultCode()}; absent in an event of before that was said
 */
public record CountedLine(
        String claimId,
        int line,
        @Nullable String serial,
        int quantity,
        Instant claimedAt,
        @Nullable String faultCode) {

    /** A line of which nobody says with which code it was claimed. */
    public CountedLine(String claimId, int line, @Nullable String serial, int quantity, Instant claimedAt) {
        this(claimId, line, serial, quantity, claimedAt, null);
    }
}
