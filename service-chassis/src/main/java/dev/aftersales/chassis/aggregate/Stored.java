package dev.aftersales.chassis.aggregate;

/**
 * An aggregate as the store holds it.
 *
 * @param version counts the writes, from 1; a write succeeds only on the version that it read
 * @param lastSequence of the events that the aggregate has told so far; 0 when none
 */
public record Stored<S>(String id, String vendor, long version, S state, long lastSequence) {}
