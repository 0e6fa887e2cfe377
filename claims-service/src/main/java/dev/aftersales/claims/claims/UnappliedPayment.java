package dev.aftersales.claims.claims;

import dev.aftersales.claims.quotes.Payment;
import dev.aftersales.contracts.events.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment that pays for nothing: a person has to look, and to say how it was settled.
 *
 * @param number from 1, in the claim
 * @param by who told of it
 * @param quote that it was meant for; the claim may have none of that number
 * @param expected what would have paid that quote; absent when the claim has no such quote
 * @param why a code, for example {@code WRONG_AMOUNT}
 * @param at business time at which it was known to pay for nothing
 * @param settlement absent while nobody has settled it
 */
public record UnappliedPayment(
        int number,
        Actor by,
        int quote,
        @Nullable Money expected,
        Payment payment,
        String why,
        Instant at,
        @Nullable Settlement settlement) {

    /** Whether it still waits for somebody. */
    public boolean open() {
        return settlement == null;
    }

    /** Whether that is the same money, told again. */
    boolean isOf(Actor teller, Payment told) {
        return by.equals(teller) && payment.paymentId().equals(told.paymentId());
    }

    /** The same payment, settled. */
    UnappliedPayment settled(Settlement settled) {
        return new UnappliedPayment(number, by, quote, expected, payment, why, at, settled);
    }

    /**
     * How it was settled.
     *
     * @param quote that it paid in the end, told anew by the provider; absent where a person settled it by hand
     * @param reason in that person's words, for the vendor's staff; absent where a quote took it
     * @param by the person, or who told of it anew
     */
    public record Settlement(
            @Nullable Integer quote, @Nullable String reason, Actor by, Instant at) {}
}
