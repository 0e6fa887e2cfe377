package dev.aftersales.chassis.events;

import dev.aftersales.contracts.Topic;

/** A record that is not the event that its type promises. Trying again does not help. */
public final class UnreadableEvent extends RuntimeException {
    /** It has more bytes than an event may have, and is not looked at. */
    public static UnreadableEvent tooLarge(int bytes) {
        return new UnreadableEvent("the data has " + bytes + " bytes; an event has at most " + Topic.MAX_EVENT_BYTES);
    }

    /** @param reason in words that quote nothing of the data */
    public UnreadableEvent(String reason) {
        super(reason);
    }

    UnreadableEvent(Exception cause) {
        // Without the parser's words, which quote the data.
        super(cause.getClass().getSimpleName(), cause);
    }
}
