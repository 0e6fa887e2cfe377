package dev.aftersales.claims.claims;

import dev.aftersales.contracts.events.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment that pays for nothing, as it is shown with the quotes of its claim.
 *
 * @param reason why it pays for nothing, a code
 * @param settled absent while nobody has settled it
 */
record UnappliedPaymentView(
        int number,
        String paymentId,
        String toldBy,
        int quote,
        @Nullable Money expected,
        Money received,
        Instant paidAt,
        String reason,
        Instant at,
        @Nullable SettlementView settled) {

    /**
     * How it was settled.
     *
     * @param quote that took it after all; absent where a person settled it by hand
     * @param reason only for the vendor's staff
     */
    record SettlementView(@Nullable Integer quote, @Nullable String reason, String by, Instant at) {}

    static UnappliedPaymentView of(UnappliedPayment unapplied, boolean readerIsStaff) {
        UnappliedPayment.Settlement settlement = unapplied.settlement();
        return new UnappliedPaymentView(
                unapplied.number(),
                unapplied.payment().paymentId(),
                unapplied.by().id(),
                unapplied.quote(),
                unapplied.expected(),
                unapplied.payment().amount(),
                unapplied.payment().paidAt(),
                unapplied.why(),
                unapplied.at(),
                settlement == null
                        ? null
                        : new SettlementView(
                                settlement.quote(),
                                readerIsStaff ? settlement.reason() : null,
                                settlement.by().id(),
                                settlement.at()));
    }
}
