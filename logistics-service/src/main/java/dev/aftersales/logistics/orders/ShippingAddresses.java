package dev.aftersales.logistics.orders;

import dev.aftersales.chassis.contacts.ContactBook;
import dev.aftersales.chassis.contacts.ContactBook.Known;
import dev.aftersales.chassis.store.FellowUnavailable;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.logistics.orders.ShipTo.Knowledge;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks up where a shipment goes. A contact that cannot be had never keeps the warehouse from the rest of the answer. */
@Component
class ShippingAddresses {

    private final ObjectProvider<ContactBook> contacts;

    /** @param contacts absent where the installation names no fellow that serves the keys */
    ShippingAddresses(ObjectProvider<ContactBook> contacts) {
        this.contacts = contacts;
    }

    ShipTo of(CustomerRef customer) {
        ContactBook book = contacts.getIfAvailable();
        if (book == null) {
            return ShipTo.without(Knowledge.UNAVAILABLE);
        }
        try {
            return switch (book.at(customer)) {
                case Known.Reachable reachable -> ShipTo.of(reachable.contact());
                case Known.NotYet notYet -> ShipTo.without(Knowledge.NOT_YET);
                case Known.Erased erased -> ShipTo.without(Knowledge.ERASED);
            };
        } catch (FellowUnavailable e) {
            return ShipTo.without(Knowledge.UNAVAILABLE);
        }
    }
}
