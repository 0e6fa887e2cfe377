package dev.aftersales.diagnosis.batches;

import java.time.Instant;

/**
 * How a batch issue ended.
 *
 * @param reason free text, so it is told in no event and kept out of {@code toString}
 * @param by the person
 * @param at business time
 */
record Resolution(String reason, String by, Instant at) {

    boolean repeats(Resolution other) {
        return reason.equals(other.reason) && by.equals(other.by);
    }

    @Override
    public String toString() {
        return by + " at " + at;
    }
}
