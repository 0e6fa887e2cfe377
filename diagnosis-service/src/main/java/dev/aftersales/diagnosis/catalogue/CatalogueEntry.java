package dev.aftersales.diagnosis.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A fault code of one vendor with everything that was ever said of it, so that an old conclusion can still be explained
 * by the revision that it rests on.
 *
 * @param revisions oldest first, never empty; the last one is in force
 */
public record CatalogueEntry(String vendor, String code, List<Revision> revisions) {

    public CatalogueEntry {
        revisions = List.copyOf(revisions);
        if (revisions.isEmpty()) {
            throw new IllegalArgumentException("an entry has a revision");
        }
    }

    /**
     * One state of the entry.
     *
     * @param number from 1
     * @param by the person who wrote it
     * @param at when, in business time
     */
    public record Revision(int number, String by, Instant at, FaultDefinition definition) {}

    /** A new entry. */
    static CatalogueEntry first(String vendor, String code, FaultDefinition definition, String by, Instant at) {
        return new CatalogueEntry(vendor, code, List.of(new Revision(1, by, at, definition)));
    }

    /** What is in force. */
    public Revision inForce() {
        return revisions.getLast();
    }

    /** The family of faults that the code is of: its own where it is of none. */
    public String family() {
        String named = inForce().definition().family();
        return named == null ? code : named;
    }

    /** The entry with this definition in force; the same entry when it says nothing new. */
    CatalogueEntry revised(FaultDefinition definition, String by, Instant at) {
        if (inForce().definition().equals(definition)) {
            return this;
        }
        List<Revision> more = new ArrayList<>(revisions);
        more.add(new Revision(inForce().number() + 1, by, at, definition));
        return new CatalogueEntry(vendor, code, more);
    }
}
