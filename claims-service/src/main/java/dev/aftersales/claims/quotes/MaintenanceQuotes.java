package dev.aftersales.claims.quotes;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The maintenance quotes of all vendors, each found by its id. */
@Component
class MaintenanceQuotes {

    private static final AggregateType<MaintenanceQuote> TYPE =
            AggregateType.of("maintenanceQuotes", MaintenanceQuote.class, MaintenanceQuote::vendor);

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
