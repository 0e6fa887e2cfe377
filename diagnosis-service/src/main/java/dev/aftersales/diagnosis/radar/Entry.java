package dev.aftersales.diagnosis.radar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a claim in the books of a group.
 *
 * @param serial absent where the units are unverified
 * @param at when it was claimed, in business time
 * @param faultCode with which it was claimed; absent where it was counted before that was kept
 * @param lot in which the unit was produced; absent as long as nobody knows
 */
record Entry(
        String claimId,
        int line,
        @Nullable String serial,
        int quantity,
        Instant at,
        @Nullable String faultCode,
        @Nullable String lot) {

    /** What names of units without serial begin with. */
    static final String NO_SERIAL = "/";

    static Entry of(Sighting sighting, @Nullable String lot) {
        return new Entry(
                sighting.claimId(),
                sighting.line(),
                sighting.serial(),
                sighting.quantity(),
                sighting.at(),
                sighting.faultCode(),
                lot);
    }

    /** What is counted once: a serial, whoever claims it, or the line where there is none. */
    String unit() {
        return serial == null ? NO_SERIAL + claimId + "#" + line : serial;
    }

    /** Whether the other, of the same unit, counts in the same way: a lot alone changes no count. */
    boolean countsLike(@Nullable Entry other) {
        return other != null && quantity == other.quantity && at.equals(other.at);
    }
}
