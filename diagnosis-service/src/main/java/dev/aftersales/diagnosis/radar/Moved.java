package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What moved a claimed line's units to where they count, after they were claimed, and when; all in business time.
 *
 * @param diagnosed when a diagnosis found another family of faults; absent where none did
 * @param replaced when another serial took the place of a wrong one; absent where none did
 * @param identified when the serial of units was said that had been claimed without; absent where they had it, or have none
 */
record Moved(
        @Nullable Instant diagnosed,
        @Nullable Instant replaced,
        @Nullable Instant identified) {

    static final Moved NEVER = new Moved(null, null, null);

    Moved diagnosed(Instant at) {
        return new Moved(at, replaced, identified);
    }

    Moved replaced(Instant at) {
        return new Moved(diagnosed, at, identified);
    }

    Moved identified(Instant at) {
        return new Moved(diagnosed, replaced, at);
    }

    /**
     * Since when the units are in their group; absent where nothing put them there but the claim.
     *
     * @param groupedBy what makes a group: what else changes of a unit leaves it where it is
     */
    @Nullable
    Instant last(Set<Trait> groupedBy, @Nullable String lot, @Nullable Instant lotSince) {
        return Stream.of(
                        groupedBy.contains(Trait.FAULT_FAMILY) ? diagnosed : null,
                        replaced,
                        groupedBy.contains(Trait.LOT) ? inLotSince(lot, lotSince) : null)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A serial brings its unit into the unit's lot; where that is not known, the unit stays among those without. */
    private @Nullable Instant inLotSince(@Nullable String lot, @Nullable Instant lotSince) {
        if (lotSince == null || identified == null || lotSince.isAfter(identified)) {
            return lotSince;
        }
        return lot == null ? null : identified;
    }
}
