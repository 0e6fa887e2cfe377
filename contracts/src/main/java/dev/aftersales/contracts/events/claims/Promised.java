package dev.aftersales.contracts.events.claims;

/**
 * What a clause promises in a time.
 *
 * @param start event from which the time counts, as the policy calls it, for example {@code ACK_SENT}
 * @param stop event that is promised, as the policy calls it, for example {@code DIAGNOSIS_CONCLUDED}
 * @param words the promised event as the policy words it, for example "the diagnosis is concluded"
 */
public record Promised(String start, String stop, CoverageDecided.Words words) {}
