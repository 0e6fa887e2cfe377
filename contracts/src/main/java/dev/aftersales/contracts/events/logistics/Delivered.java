package dev.aftersales.contracts.events.logistics;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;

/**
 * The carrier handed the parcel over.
 */
@EventContract(type = "logistics.delivered.v1", topic = Topic.LOGISTICS)
public record Delivered(
        String claimId,
        String vendor,
        CustomerRef customer,
        String shipmentId,
        List<Integer> lines,
        Instant deliveredAt)
        implements Event {
    public Delivered {
        lines = List.copyOf(lines);
    }
}
