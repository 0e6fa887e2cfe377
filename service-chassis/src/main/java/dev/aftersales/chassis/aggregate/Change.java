package dev.aftersales.chassis.aggregate;

import dev.aftersales.contracts.events.Event;
import java.util.List;

/**
 * What one write does to an aggregate: the next state and the events that say so.
 *
 * @param events in the order in which they are to be told; may be empty
 */
public record Change<S>(S state, List<Event> events) {
    public Change {
        events = List.copyOf(events);
    }

    /** The next state with its events. */
    public static <S> Change<S> of(S state, Event... events) {
        return new Change<>(state, List.of(events));
    }
}
