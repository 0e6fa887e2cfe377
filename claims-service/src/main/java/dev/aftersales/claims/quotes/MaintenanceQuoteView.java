package dev.aftersales.claims.quotes;

import dev.aftersales.claims.agreements.Agreement;
import dev.aftersales.contracts.events.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a time of maintenance may cost, and what it does.
 *
 * @param serials none where it is about all of the contract
 * @param until the day after the last one
 * @param agreement the path of the agreement that accepted it; absent while none did
 */
record MaintenanceQuoteView(
        String id,
        String contract,
        String policyVersion,
        List<String> serials,
        LocalDate from,
        LocalDate until,
        Money price,
        Money cap,
        Money fee,
        String clause,
        @Nullable String reading,
        Instant issuedAt,
        @Nullable Instant validUntil,
        @Nullable String agreement) {

    /** @param accepting absent while it is not accepted */
    static MaintenanceQuoteView of(MaintenanceQuote quote, @Nullable Agreement accepting) {
        return new MaintenanceQuoteView(
                quote.id(),
                quote.contract(),
                quote.policyVersion(),
                quote.serials(),
                quote.from(),
                quote.until(),
                quote.price(),
                quote.cap(),
                quote.fee(),
                quote.clause(),
                quote.reading(),
                quote.issuedAt(),
                quote.validUntil(),
                accepting == null ? null : "/api/v1/agreements/" + accepting.number());
    }
}
