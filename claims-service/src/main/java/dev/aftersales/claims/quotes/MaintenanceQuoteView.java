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
 * @param serials the units that it is about; none only where it was offered for all of the contract before these were named
 * @param until the day after the last one
 * @param state as it stands now
 * @param agreement the path of the agreement that accepted it; absent while none did
 * @param declinedAt absent while nobody declined it
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
        State state,
        @Nullable String agreement,
        @Nullable Instant declinedAt) {

    /** Where a quote stands. */
    enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        EXPIRED
    }

    /** @param accepting absent while it is not accepted */
    static MaintenanceQuoteView of(MaintenanceQuote quote, @Nullable Agreement accepting, Instant now) {
        MaintenanceQuote.Declined declined = quote.declined();
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
                state(quote, accepting, now),
                accepting == null ? null : "/api/v1/agreements/" + accepting.number(),
                declined == null ? null : declined.at());
    }

    private static State state(MaintenanceQuote quote, @Nullable Agreement accepting, Instant now) {
        if (accepting != null) {
            return State.ACCEPTED;
        }
        return quote.declined() != null ? State.DECLINED : quote.expiredAt(now) ? State.EXPIRED : State.OPEN;
    }
}
