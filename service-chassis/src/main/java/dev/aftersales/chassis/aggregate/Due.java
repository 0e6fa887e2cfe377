package dev.aftersales.chassis.aggregate;

import java.time.Instant;
import java.util.Comparator;

/**
 * An aggregate that sets something off by itself, in the order in which that becomes due.
 *
 * @param at to the millisecond, as the store keeps it
 */
public record Due(Instant at, String id) implements Comparable<Due> {

    private static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparing(Due::id);

    @Override
    public int compareTo(Due other) {
        return ORDER.compare(this, other);
    }
}
