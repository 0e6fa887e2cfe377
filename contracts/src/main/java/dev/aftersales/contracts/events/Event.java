package dev.aftersales.contracts.events;

/**
 * A fact that its owner has committed. Implementations are records whose components are the JSON properties of the
 * event's data, named by {@link EventContract}.
 */
public interface Event {

    /** The tenant to which the fact belongs. */
    String vendor();
}
