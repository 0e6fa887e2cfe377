package dev.aftersales.diagnosis.radar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is new of a unit. */
sealed interface UnitNews {

    /** It was claimed, or that claim does not count any more. */
    record Claimed(Sighting sighting) implements UnitNews {}

    /**
     * It was entered into the installed base, anew perhaps.
     *
     * @param lot absent where it has none, or is not installed any more
     * @param at when that was said, in business time
     */
    record Entered(@Nullable String lot, Instant at) implements UnitNews {}
}
