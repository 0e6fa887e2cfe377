package dev.aftersales.contracts.events.partners;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.Money;
import java.time.Instant;

/**
 * The payment provider has a customer's payment.
 *
 * @param partner the authenticated sender
 * @param quote which quote of the claim the customer paid
 * @param paymentId the provider's own id of the payment; the same payment told twice has the same
 */
@EventContract(type = "partners.payment-received.v1", topic = Topic.PARTNER_EVENTS)
public record PaymentReceived(
        String vendor, String partner, String claimId, int quote, String paymentId, Money amount, Instant paidAt)
        implements Event {}
