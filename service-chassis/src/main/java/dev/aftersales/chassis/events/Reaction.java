package dev.aftersales.chassis.events;

import dev.aftersales.contracts.events.Event;

/**
 * What a service does when it hears an event; a bean named {@code On<Event>} in the service's {@code reactions} package.
 * It may be called again with the same event, and with an older one after a newer: it must then change nothing, which
 * the guard of {@link dev.aftersales.chassis.aggregate.Aggregates} sees to.
 *
 * <p>An exception has the record tried again and then dead-lettered; an outage of the store or of a fellow service makes
 * the topic wait instead.
 */
public interface Reaction<E extends Event> {

    /** The event that is heard. */
    Class<E> event();

    /** Reacts. Returning means that the effect is durable. */
    void react(Received<E> event);
}
