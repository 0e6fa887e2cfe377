package dev.aftersales.contracts.events.logistics;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;

/** How much of the parts that a batch issue wants was free in the vendor's stock at that moment. */
@EventContract(type = "logistics.emergency-stock-assessed.v1", topic = Topic.EMERGENCY_SUPPLIES)
public record EmergencyStockAssessed(String batchIssueId, String vendor, List<PartStock> parts, Instant assessedAt)
        implements Event {
    public EmergencyStockAssessed {
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param wanted pieces that the issue wants
     * @param free pieces on the shelf that are held for nobody
     */
    public record PartStock(String part, int wanted, int free) {}
}
