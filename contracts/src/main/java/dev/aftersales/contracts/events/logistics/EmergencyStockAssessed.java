package dev.aftersales.contracts.events.logistics;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of the parts that a batch issue wants was free in the vendor's stock at that moment, and how much its claims had
 * already. Told anew when they have more or less.
 */
@EventContract(type = "logistics.emergency-stock-assessed.v1", topic = Topic.EMERGENCY_SUPPLIES)
public record EmergencyStockAssessed(String batchIssueId, String vendor, List<PartStock> parts, Instant assessedAt)
        implements Event {
    public EmergencyStockAssessed {
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param wanted pieces that the issue wants in all
     * @param free pieces on the shelf that are held for nobody
     * @param served pieces of what is wanted that orders hold for the issue's lines, or that have left for them; absent where
     *     it was not looked at
     */
    public record PartStock(
            String part, int wanted, int free, @Nullable Integer served) {}
}
