package dev.aftersales.contracts.events.logistics;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.PartQuantity;
import java.util.List;

/**
 * The warehouse may pick and pack.
 */
@EventContract(type = "logistics.parts-released.v1", topic = Topic.LOGISTICS)
public record PartsReleased(
        String claimId,
        String vendor,
        CustomerRef customer,
        String shipmentId,
        List<Integer> lines,
        List<PartQuantity> parts)
        implements Event {
    public PartsReleased {
        lines = List.copyOf(lines);
        parts = List.copyOf(parts);
    }
}
