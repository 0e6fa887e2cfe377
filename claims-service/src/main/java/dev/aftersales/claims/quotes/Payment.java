package dev.aftersales.claims.quotes;

import dev.aftersales.contracts.events.Money;
import java.time.Instant;

/** A customer's payment, as the payment provider tells it. */
public record Payment(String paymentId, Money amount, Instant paidAt) {}
