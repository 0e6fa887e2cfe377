package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.customers.CustomerUpdated;
import dev.aftersales.notifications.deliveries.ContactArrived;
import org.springframework.stereotype.Component;

/** Keeps the encrypted contact, and sends what waited for it. */
@Component
class OnCustomerUpdated implements Reaction<CustomerUpdated> {

    private final ContactArrived contactArrived;

    OnCustomerUpdated(ContactArrived contactArrived) {
        this.contactArrived = contactArrived;
    }

    @Override
    public Class<CustomerUpdated> event() {
        return CustomerUpdated.class;
    }

    @Override
    public void react(Received<CustomerUpdated> event) {
        contactArrived.with(event.data());
    }
}
