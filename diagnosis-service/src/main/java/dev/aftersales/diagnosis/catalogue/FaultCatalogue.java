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
            .indexedBy(entry -> Map.of("code", entry.code()))
            .withIndex(Indexes.ascending("vendor", "code"));

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
        return switch (entries.insert(id(vendor, code), Change.of(first))) {
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
                            : Decision.commit(revised, revised);
                })
                .orElseThrow(() -> new IllegalStateException("catalogue entries are never removed"));
    }

    private static String id(String vendor, String code) {
        return vendor + "/" + code;
    }
}
