package dev.aftersales.claims.quotes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The maintenance quotes of all vendors: each found by its id, those of a contract over an index. */
@Component
class MaintenanceQuotes {

    private static final String ISSUED_AT = "issuedAt";

    private static final AggregateType<MaintenanceQuote> TYPE = AggregateType.of(
                    "maintenanceQuotes", MaintenanceQuote.class, MaintenanceQuote::vendor)
            .indexedBy(quote -> Map.of("contract", quote.contract(), ISSUED_AT, quote.issuedAt()))
            .withIndex(compoundIndex(ascending("vendor", "contract"), descending(ISSUED_AT, "_id")));

    private final Aggregates<MaintenanceQuote> quotes;

    MaintenanceQuotes(AggregatesFactory aggregates) {
        this.quotes = aggregates.of(TYPE);
    }

    /** The quote of that id, if it is about that contract of the vendor. */
    Optional<MaintenanceQuote> find(String vendor, String contract, String id) {
        return quotes.find(id)
                .map(Stored::state)
                .filter(quote ->
                        quote.vendor().equals(vendor) && quote.contract().equals(contract));
    }

    /** A page of those about a contract of the vendor, the latest first. */
    Page<MaintenanceQuote> ofContract(
            String vendor, String contract, @Nullable String cursor, @Nullable Integer requestedLimit) {
        int limit = Cursor.limit(requestedLimit);
        List<Bson> filters = new ArrayList<>(List.of(eq("vendor", vendor), eq("contract", contract)));
        if (cursor != null) {
            filters.add(Cursor.decode(cursor).after(ISSUED_AT));
        }
        List<MaintenanceQuote> found = quotes.query(and(filters), descending(ISSUED_AT, "_id"), limit + 1).stream()
                .map(Stored::state)
                .toList();
        return Cursor.page(found, limit, quote -> new Cursor(quote.issuedAt(), quote.id()), quote -> quote);
    }

    /** The quote, declined by this or by an earlier word; who was first stays. */
    MaintenanceQuote decline(MaintenanceQuote quote, MaintenanceQuote.Declined by) {
        return quotes.<MaintenanceQuote>decide(quote.id(), stored -> {
                    MaintenanceQuote before = stored.state();
                    if (before.declined() != null) {
                        return Decision.refuse(before);
                    }
                    MaintenanceQuote after = before.declined(by);
                    return Decision.commit(after, after);
                })
                .orElseThrow(() -> new IllegalStateException("quotes are never deleted"));
    }

    /** Keeps a quote; keeping it again changes nothing. */
    Kept keep(MaintenanceQuote quote) {
        Insertion<MaintenanceQuote> insertion = quotes.insert(quote.id(), Change.of(quote));
        return new Kept(insertion.stored().state(), insertion instanceof Insertion.Inserted<MaintenanceQuote>);
    }

    /**
     * What keeping did.
     *
     * @param created whether it was not there before
     */
    record Kept(MaintenanceQuote quote, boolean created) {}
}
