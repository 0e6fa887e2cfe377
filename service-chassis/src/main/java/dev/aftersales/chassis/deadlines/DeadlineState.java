package dev.aftersales.chassis.deadlines;

/** How a promise stands at some instant. */
public enum DeadlineState {
    /** What starts it has not come. */
    NOT_STARTED,
    /** Time is counted, and the target has not come. */
    RUNNING,
    /** The target has come, the limit is not over. */
    WARNED,
    /** Time is not counted, because something is waited for. */
    PAUSED,
    /** Done in time. */
    MET,
    /** Not done in time, whether or not it was done later. */
    BREACHED,
    /** Nothing was promised. */
    NO_COMMITMENT
}
