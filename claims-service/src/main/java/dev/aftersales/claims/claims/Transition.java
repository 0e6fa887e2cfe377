package dev.aftersales.claims.claims;

/** What became of an attempt to move a line on. */
public sealed interface Transition {

    /** The line stands there now. */
    record Moved(LineState next) implements Transition {}

    /** The line stays where it is. */
    record Refused(String reason) implements Transition {}
}
