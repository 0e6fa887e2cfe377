package dev.aftersales.contracts.events.logistics;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;

/**
 * The carrier scanned the parcel at acceptance: the parts are on their way (A4.5, reading A?5).
 */
@EventContract(type = "logistics.parts-dispatched.v1", topic = Topic.LOGISTICS)
public record PartsDispatched(
        String claimId,
        String vendor,
        CustomerRef customer,
        String shipmentId,
        List<Integer> lines,
        String carrier,
        String trackingNumber,
        Instant dispatchedAt)
        implements Event {
    public PartsDispatched {
        lines = List.copyOf(lines);
    }
}
