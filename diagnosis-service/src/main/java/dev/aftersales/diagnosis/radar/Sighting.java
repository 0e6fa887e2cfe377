package dev.aftersales.diagnosis.radar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a claim, as far as it concerns who counts units.
 *
 * @param serial absent where nobody has said it yet, or the units have none
 * @param quantity of units; 1 with a serial
 * @param faultCode with which it was claimed; absent where it was claimed before that was kept
 * @param faultFamily in which it counts
 * @param at when it was claimed, in business time
 * @param moved what put it after that to where it counts
 * @param counts whether it still does: a line that was withdrawn, or is counted by its serial now, does not
 * @param insteadOf where its units were claimed in another way before, how: topics have no order among each other, so that
 *     they may count in both ways for a moment; absent where they were not
 */
record Sighting(
        String vendor,
        String claimId,
        int line,
        @Nullable String serial,
        int quantity,
        String organisation,
        String model,
        @Nullable String faultCode,
        String faultFamily,
        Instant at,
        Moved moved,
        boolean counts,
        @Nullable List<Replaced> insteadOf) {

    Sighting {
        insteadOf = insteadOf == null ? null : List.copyOf(insteadOf);
    }

    /** The key under which {@code units} tells of the unit; units without serial have one by their line. */
    String unitId() {
        return vendor + "/" + (serial == null ? "/" + claimId + "#" + line : serial);
    }

    /** The same, which does not count any more. */
    Sighting gone() {
        return new Sighting(
                vendor,
                claimId,
                line,
                serial,
                quantity,
                organisation,
                model,
                faultCode,
                faultFamily,
                at,
                moved,
                false,
                insteadOf);
    }

    /** The same, whose units were claimed in another way before. */
    Sighting insteadOf(List<Replaced> before) {
        return new Sighting(
                vendor,
                claimId,
                line,
                serial,
                quantity,
                organisation,
                model,
                faultCode,
                faultFamily,
                at,
                moved,
                counts,
                before);
    }

    boolean isOfLine(Sighting other) {
        return claimId.equals(other.claimId) && line == other.line;
    }
}
