package dev.aftersales.diagnosis.radar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long the radar remembers what was claimed. What is older stays where it stands, in an issue that is open, and counts
 * nowhere else: which of the stores has forgotten it already makes no difference.
 *
 * @param clock of business time
 * @param kept no window may be longer
 */
record Retention(Clock clock, Duration kept) {

    /** The longest window that a policy may have, and thirty days for what is heard late. */
    static final Duration KEPT = Duration.ofDays(180 + 30);

    static Retention of(Clock clock) {
        return new Retention(clock, KEPT);
    }

    /** The first instant of which claims are remembered. */
    Instant since() {
        return clock.instant().minus(kept);
    }

    boolean holds(Instant claimedAt) {
        return !claimedAt.isBefore(since());
    }
}
