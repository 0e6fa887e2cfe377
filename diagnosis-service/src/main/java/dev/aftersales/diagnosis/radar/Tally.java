package dev.aftersales.diagnosis.radar;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Units that were counted: each serial once, and quantities of lines that have none (A4.7, reading A?8).
 *
 * @param units all of them
 * @param unverified those of them without a serial: nobody can know whether they were counted twice
 */
record Tally(int units, int unverified) {

    static final Tally NONE = new Tally(0, 0);

    /** With one unit more: an entry that nobody has counted yet. */
    Tally plus(Entry entry) {
        return new Tally(
                sum(units, entry.quantity()), entry.serial() == null ? sum(unverified, entry.quantity()) : unverified);
    }

    /** Without the units of an entry that was the only one of them. */
    Tally minus(Entry entry) {
        return new Tally(units - entry.quantity(), unverified - (entry.serial() == null ? entry.quantity() : 0));
    }

    /** Counts what was claimed in that span, its first and last instant included. */
    static Tally of(Collection<Entry> entries, Instant from, Instant to) {
        Set<String> serials = new HashSet<>();
        int unverified = 0;
        for (Entry entry : entries) {
            if (entry.at().isBefore(from) || entry.at().isAfter(to)) {
                continue;
            }
            if (entry.serial() == null) {
                unverified = sum(unverified, entry.quantity());
            } else {
                serials.add(entry.serial());
            }
        }
        return new Tally(sum(serials.size(), unverified), unverified);
    }

    /** Quantities are what somebody typed: more than can be counted is as many as can. */
    private static int sum(int units, int more) {
        return (int) Math.min(Integer.MAX_VALUE, (long) units + more);
    }
}
