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
    NO_COMMITMENT,
    /** Whether it is promised hangs on what nobody knows yet. */
    UNDECIDED,
    /** Nobody can say by when, because the calendar does not hold a year, or is not there. */
    UNRECKONABLE,
    /** Neither kept nor broken: what it was promised for turned out not to be. */
    CANCELLED
}
