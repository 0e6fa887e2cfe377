package dev.aftersales.logistics.reactions;

import dev.aftersales.chassis.contacts.ContactBook;
import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.customers.CustomerUpdated;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Keeps the encrypted contact, for the warehouse to know where a shipment goes. */
@Component
@ConditionalOnProperty("aftersales.fellows.claims-uri")
class OnCustomerUpdated implements Reaction<CustomerUpdated> {

    private final ContactBook contacts;

    OnCustomerUpdated(ContactBook contacts) {
        this.contacts = contacts;
    }

    @Override
    public Class<CustomerUpdated> event() {
        return CustomerUpdated.class;
    }

    @Override
    public void react(Received<CustomerUpdated> event) {
        contacts.keep(event.data());
    }
}
