package dev.aftersales.diagnosis.radar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a claim in the books of a group.
 *
 * @param serial absent where the units are unverified
 * @param at when it was claimed, in business time
 */
record Entry(String claimId, int line, @Nullable String serial, int quantity, Instant at) {

    static Entry of(Sighting sighting) {
        return new Entry(sighting.claimId(), sighting.line(), sighting.serial(), sighting.quantity(), sighting.at());
    }

    /** What is counted once: a serial, whoever claims it, or the line where there is none. */
    String unit() {
        return serial == null ? "/" + claimId + "#" + line : serial;
    }

    boolean isVerified() {
        return serial != null;
    }
}
