package dev.aftersales.logistics.orders;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.ServiceAuthorised;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns an authorisation into a shipment of the claim's order, and asks stock for its parts at once. */
@Component
public class OpenOrder {

    private static final Logger log = LoggerFactory.getLogger(OpenOrder.class);

    private final Orders orders;
    private final Fulfilment fulfilment;
    private final ShipmentMetrics metrics;
    private final Clock clock;

    OpenOrder(Orders orders, Fulfilment fulfilment, ShipmentMetrics metrics, Clock clock) {
        this.orders = orders;
        this.fulfilment = fulfilment;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Repeatable: an authorisation that was handled before only has its steps with stock finished. */
    public void authorised(Received<ServiceAuthorised> event) {
        ServiceAuthorised authorised = event.data();
        String claim = authorised.claimId();
        Instant now = clock.instant();
        ServiceOrder fresh = ServiceOrder.of(authorised, event.time()).authorised(authorised, now);
        if (fresh.shipments().isEmpty()) {
            log.atInfo().addKeyValue("claim", claim).log("The authorisation names no parts to send");
            return;
        }
        AtomicBoolean opened = new AtomicBoolean(true);
        Reacted reacted = orders.create(event, claim, () -> Change.of(fresh));
        if (reacted == Reacted.REPEATED) {
            reacted = orders.react(event, claim, order -> {
                ServiceOrder extended = order.authorised(authorised, now);
                opened.set(extended != order);
                return Change.of(extended);
            });
        }
        if (reacted == Reacted.APPLIED && opened.get()) {
            metrics.reached(ShipmentState.REQUESTED, event.time(), now);
        }
        fulfilment.proceed(claim);
    }
}
