package dev.aftersales.logistics.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.ServiceAuthorised;
import dev.aftersales.logistics.orders.OpenOrder;
import org.springframework.stereotype.Component;

/** Opens the claim's order, or adds a shipment to it, and reserves the parts. */
@Component
class OnServiceAuthorised implements Reaction<ServiceAuthorised> {

    private final OpenOrder openOrder;

    OnServiceAuthorised(OpenOrder openOrder) {
        this.openOrder = openOrder;
    }

    @Override
    public Class<ServiceAuthorised> event() {
        return ServiceAuthorised.class;
    }

    @Override
    public void react(Received<ServiceAuthorised> event) {
        openOrder.authorised(event);
    }
}
