package dev.aftersales.local;

import java.time.Duration;

/**
 * A part ended although nobody asked it to.
 *
 * @param turn in which it ended; whatever is asked of the part begins another
 * @param readyFor how long it was ready
 */
record UnaskedEnd(PartProcess process, long turn, Ending ending, Duration readyFor) {}
