package dev.aftersales.logistics.orders;

import dev.aftersales.chassis.contacts.Contact;
import org.jspecify.annotations.Nullable;

/** To whom the warehouse sends a shipment, as far as that is known at this moment; opened for the answer and not kept. */
record ShipTo(
        Knowledge known, @Nullable String name, @Nullable String phone, Contact.@Nullable Address address) {

    enum Knowledge {
        KNOWN,
        /** The contact that the claim named has not arrived yet. */
        NOT_YET,
        /** The person's data were erased. */
        ERASED,
        /** The key is not to be had right now; ask again. */
        UNAVAILABLE
    }

    static ShipTo of(Contact contact) {
        return new ShipTo(Knowledge.KNOWN, contact.name(), contact.phone(), contact.address());
    }

    static ShipTo without(Knowledge known) {
        return new ShipTo(known, null, null, null);
    }

    @Override
    public String toString() {
        return "ShipTo[" + known + "]";
    }
}
