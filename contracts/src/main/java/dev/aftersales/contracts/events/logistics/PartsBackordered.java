package dev.aftersales.contracts.events.logistics;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.PartQuantity;
import java.util.List;

/**
 * Some parts are not in stock; the order waits for them.
 */
@EventContract(type = "logistics.parts-backordered.v1", topic = Topic.LOGISTICS)
public record PartsBackordered(
        String claimId,
        String vendor,
        CustomerRef customer,
        String shipmentId,
        List<Integer> lines,
        List<PartQuantity> missing)
        implements Event {
    public PartsBackordered {
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }
}
