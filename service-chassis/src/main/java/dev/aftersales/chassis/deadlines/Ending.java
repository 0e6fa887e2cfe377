package dev.aftersales.chassis.deadlines;

import java.time.Instant;

/**
 * What is at an end where something was not done in time.
 *
 * @param at the first second in which it has ended
 */
public record Ending(How how, Instant at) {

    /** How that stands. */
    public enum How {
        /** It ends when its time is over. */
        ENDS,
        /** What is under way holds the end off. */
        HELD,
        /** It has ended. */
        ENDED
    }
}
