package dev.aftersales.chassis.aggregate;

/** What became of an event at an aggregate. */
public enum Reacted {
    /** The change was written together with the guard. */
    APPLIED,
    /** This event, or a later one of the same source aggregate, was handled before: nothing was written. */
    REPEATED,
    /** There is no such aggregate. */
    MISSING
}
