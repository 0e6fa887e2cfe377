package dev.aftersales.claims.quotes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a quote stands. */
public sealed interface QuoteState {

    /**
     * The customer may accept it.
     *
     * @param early a payment that came before the acceptance; it counts as soon as the customer accepts
     */
    record Open(@Nullable Payment early) implements QuoteState {}

    /**
     * The customer agreed.
     *
     * @param by the person's id
     * @param payUntil the last moment that the policy gives for the payment; absent when it names none
     * @param heard how the customer told the person; absent where that is the customer
     */
    record Accepted(
            String by,
            Instant at,
            @Nullable Instant payUntil,
            @Nullable OnBehalf heard) implements QuoteState {}

    /** Agreed and paid in full. */
    record Paid(Accepted accepted, Payment payment) implements QuoteState {}

    /**
     * The customer does not want it (D2.2b).
     *
     * @param by the person's id
     * @param heard how the customer told the person; absent where that is the customer
     */
    record Refused(String by, Instant at, @Nullable OnBehalf heard) implements QuoteState {}

    /** Nobody accepted it in time. */
    record Expired(Instant at) implements QuoteState {}

    /**
     * Another quote, or another decision on one of its lines, stands in its place.
     *
     * @param by number of the other quote; absent when there is none
     */
    record Replaced(@Nullable Integer by, Instant at) implements QuoteState {}
}
