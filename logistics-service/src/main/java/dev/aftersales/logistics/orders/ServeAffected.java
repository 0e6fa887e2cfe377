package dev.aftersales.logistics.orders;

import dev.aftersales.logistics.emergencies.RecountServed;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Serves orders that may draw from the reserve of a batch issue, because their claims have come to it. */
@Component
public class ServeAffected {

    private final Fulfilment fulfilment;
    private final RecountServed recount;

    ServeAffected(Fulfilment fulfilment, RecountServed recount) {
        this.fulfilment = fulfilment;
        this.recount = recount;
    }

    /** Repeatable; claims without an order are passed over. The issue counts once for all of them what is served. */
    public void claims(String issue, Collection<String> claims) {
        claims.forEach(fulfilment::serve);
        recount.owed(issue);
    }
}
