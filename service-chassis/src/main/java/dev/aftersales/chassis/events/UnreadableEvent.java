package dev.aftersales.chassis.events;

/** A record that is not the event that its type promises. Trying again does not help. */
public final class UnreadableEvent extends RuntimeException {
    UnreadableEvent(String reason) {
        super(reason);
    }

    UnreadableEvent(Exception cause) {
        // Without the parser's words, which quote the data.
        super(cause.getClass().getSimpleName(), cause);
    }
}
