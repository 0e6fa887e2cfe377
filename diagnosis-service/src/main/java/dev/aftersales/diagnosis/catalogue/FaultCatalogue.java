package dev.aftersales.diagnosis.catalogue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.catalogue.FaultCodeEntered;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fault catalogues of all vendors. */
@Component
public class FaultCatalogue {

    static final AggregateType<CatalogueEntry> TYPE = AggregateType.of(
                    "fault-catalogue", CatalogueEntry.class, CatalogueEntry::vendor)
            .tellingOn(Topic.FAULT_CATALOGUE)
            .indexedBy(entry -> Map.of("code", entry.code(), "family", entry.family()))
            .withIndex(Indexes.ascending("vendor", "code"))
            .withIndex(Indexes.ascending("vendor", "family", "code"));

    private static final int MOST_OF_FAMILY = 100;

    private final Aggregates<CatalogueEntry> entries;
    private final Clock clock;

    FaultCatalogue(Aggregates<CatalogueEntry> entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** The vendor's entry of a fault code. */
    public Optional<CatalogueEntry> find(String vendor, String code) {
        return entries.find(id(vendor, code)).map(Stored::state);
    }

    /** The family of faults that a code of a vendor's is of; the code itself where the catalogue names none. */
    public String familyOf(String vendor, String code) {
        return find(vendor, code).map(CatalogueEntry::family).orElse(code);
    }

    /** The vendor's entries of a family of faults by code, at most {@value #MOST_OF_FAMILY} of them. */
    public List<CatalogueEntry> ofFamily(String vendor, String family) {
        List<CatalogueEntry> found = entries
                .query(
                        and(eq("vendor", vendor), eq("family", family)),
                        Sorts.ascending("vendor", "family", "code"),
                        MOST_OF_FAMILY)
                .stream()
                .map(Stored::state)
                .toList();
        // An entry of before there were families is found by its code, which was its family.
        return found.isEmpty()
                ? find(vendor, family).filter(entry -> entry.family().equals(family)).stream()
                        .toList()
                : found;
    }

    /** A vendor's entries by code, ascending, after the given code. */
    List<CatalogueEntry> after(String vendor, @Nullable String code, int limit) {
        Bson ofVendor = eq("vendor", vendor);
        return entries
                .query(
                        code == null ? ofVendor : and(ofVendor, gt("code", code)),
                        Sorts.ascending("vendor", "code"),
                        limit)
                .stream()
                .map(Stored::state)
                .toList();
    }

    /** Puts a definition in force; one that is in force already stays as it is, so that a repetition changes nothing. */
    Putting put(String vendor, String code, FaultDefinition definition, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        CatalogueEntry first = CatalogueEntry.first(vendor, code, definition, by, now);
        return switch (entries.insert(id(vendor, code), Change.of(first, told(first)))) {
            case Insertion.Inserted<CatalogueEntry> inserted -> new Putting(first, true);
            case Insertion.AlreadyThere<CatalogueEntry> there ->
                new Putting(revise(id(vendor, code), definition, by, now), false);
        };
    }

    /**
     * The outcome of a put.
     *
     * @param created whether the vendor's catalogue did not have the code before
     */
    record Putting(CatalogueEntry entry, boolean created) {}

    private CatalogueEntry revise(String id, FaultDefinition definition, String by, Instant now) {
        return entries.<CatalogueEntry>decide(id, stored -> {
                    CatalogueEntry revised = stored.state().revised(definition, by, now);
                    return revised.equals(stored.state())
                            ? Decision.refuse(revised)
                            : Decision.commit(revised, revised, told(revised));
                })
                .orElseThrow(() -> new IllegalStateException("catalogue entries are never removed"));
    }

    private static FaultCodeEntered told(CatalogueEntry entry) {
        CatalogueEntry.Revision inForce = entry.inForce();
        return new FaultCodeEntered(entry.vendor(), entry.code(), inForce.number(), entry.family(), inForce.at());
    }

    private static String id(String vendor, String code) {
        return vendor + "/" + code;
    }
}
