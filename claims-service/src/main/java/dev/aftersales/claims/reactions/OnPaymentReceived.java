package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.claims.PaymentIntake;
import dev.aftersales.contracts.events.partners.PaymentReceived;
import org.springframework.stereotype.Component;

/** Lets go on what waited for a payment (D2.2c). */
@Component
final class OnPaymentReceived implements Reaction<PaymentReceived> {

    private final PaymentIntake payments;

    OnPaymentReceived(PaymentIntake payments) {
        this.payments = payments;
    }

    @Override
    public Class<PaymentReceived> event() {
        return PaymentReceived.class;
    }

    @Override
    public void react(Received<PaymentReceived> event) {
        payments.received(event);
    }
}
