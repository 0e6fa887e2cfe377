package dev.aftersales.contracts.events.logistics;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;

/**
 * Stock of these lots is shipped no more, until the batch issue is resolved.
 *
 * @param lots the held production lots; none where all stock of the model is held
 */
@EventContract(type = "logistics.shipping-held.v1", topic = Topic.EMERGENCY_SUPPLIES)
public record ShippingHeld(String batchIssueId, String vendor, String model, List<String> lots, Instant heldAt)
        implements Event {
    public ShippingHeld {
        lots = List.copyOf(lots);
    }
}
