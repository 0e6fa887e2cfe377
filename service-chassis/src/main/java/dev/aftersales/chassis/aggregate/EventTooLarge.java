package dev.aftersales.chassis.aggregate;

/** An event over the size that every broker of the suite takes; found before the commit, so nothing was written. */
public final class EventTooLarge extends RuntimeException {
    EventTooLarge(String type, int bytes, int limit) {
        super(type + " has " + bytes + " bytes; an event has at most " + limit);
    }
}
