package dev.aftersales.logistics.orders;

import java.util.Collection;
import org.springframework.stereotype.Component;

/** Serves orders that may draw from the reserve of a batch issue, because their claims have come to it. */
@Component
public class ServeAffected {

    private final Fulfilment fulfilment;

    ServeAffected(Fulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    /** Repeatable; claims without an order are passed over. */
    public void claims(Collection<String> claims) {
        claims.forEach(fulfilment::proceed);
    }
}
