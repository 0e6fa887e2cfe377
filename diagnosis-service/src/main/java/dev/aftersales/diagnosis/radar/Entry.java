package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of a claim in the books of a group.
 *
 * @param serial absent where the units are unverified
 * @param at when it was claimed, in business time: windows are counted by that
 * @param movedAt when it came to its group, where that was after it was claimed; absent else
 * @param faultCode with which it was claimed; absent where it was counted before that was kept
 * @param lot in which the unit was produced; absent as long as nobody knows
 */
record Entry(
        String claimId,
        int line,
        @Nullable String serial,
        int quantity,
        Instant at,
        @Nullable Instant movedAt,
        @Nullable String faultCode,
        @Nullable String lot) {

    /** What names of units without serial begin with. */
    static final String NO_SERIAL = "/";

    /** @param groupedBy what makes the group */
    static Entry of(Sighting sighting, SeenUnit unit, Set<Trait> groupedBy) {
        Instant moved = sighting.moved().last(groupedBy, unit.lot(), unit.lotSince());
        return new Entry(
                sighting.claimId(),
                sighting.line(),
                sighting.serial(),
                sighting.quantity(),
                sighting.at(),
                moved != null && moved.isAfter(sighting.at()) ? moved : null,
                sighting.faultCode(),
                unit.lot());
    }

    /** From when on it is in the group. */
    Instant since() {
        return movedAt == null ? at : movedAt;
    }

    /** What is counted once: a serial, whoever claims it, or the line where there is none. */
    String unit() {
        return unit(claimId, line, serial);
    }

    static String unit(String claimId, int line, @Nullable String serial) {
        return serial == null ? NO_SERIAL + claimId + "#" + line : serial;
    }

    /** Whether the other, of the same unit, counts in the same way: a lot alone changes no count. */
    boolean countsLike(@Nullable Entry other) {
        return other != null && quantity == other.quantity && at.equals(other.at) && since().equals(other.since());
    }
}
