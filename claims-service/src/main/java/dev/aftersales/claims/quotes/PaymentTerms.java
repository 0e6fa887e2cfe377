package dev.aftersales.claims.quotes;

import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.contracts.events.claims.PayBefore;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * When the customer pays.
 *
 * @param reading that settles what waits for it (R-D4)
 * @param window how long after the acceptance, which is the notice of it; absent when there is no such limit
 * @param windowClause that sets the window (D2.6)
 * @param ofPartsReading by which parts that are sent are paid before anything is begun, where the payment else comes
 *     before the return; absent when the policy has none
 */
public record PaymentTerms(
        String clause,
        @Nullable String reading,
        PayBefore before,
        @Nullable Period window,
        @Nullable String windowClause,
        @Nullable String ofPartsReading) {

    /** Terms that say nothing of parts that are sent. */
    public PaymentTerms(
            String clause,
            @Nullable String reading,
            PayBefore before,
            @Nullable Period window,
            @Nullable String windowClause) {
        this(clause, reading, before, window, windowClause, null);
    }

    static @Nullable PaymentTerms of(QuoteRules.@Nullable Payment payment) {
        return payment == null
                ? null
                : new PaymentTerms(
                        payment.clause(),
                        payment.before().reading() == null
                                ? payment.reading()
                                : payment.before().reading(),
                        switch (payment.before().value()) {
                            case REPAIR -> PayBefore.REPAIR;
                            case RETURN -> PayBefore.RETURN;
                        },
                        payment.window() == null ? null : payment.window().value(),
                        payment.windowClause(),
                        payment.ofPartsReading());
    }
}
