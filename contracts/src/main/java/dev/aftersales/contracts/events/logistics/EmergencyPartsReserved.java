package dev.aftersales.contracts.events.logistics;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stock has reserved for the emergency plan of a batch issue so far. What is short is taken as goods arrive, and told
 * then.
 */
@EventContract(type = "logistics.emergency-parts-reserved.v1", topic = Topic.EMERGENCY_SUPPLIES)
public record EmergencyPartsReserved(String batchIssueId, String vendor, List<ReservedPart> parts, Instant reservedAt)
        implements Event {
    public EmergencyPartsReserved {
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param wanted pieces that the plan wants
     * @param reserved pieces held for it, and those that orders of its claims have
     * @param served how many of these are no more held for it, because orders of its claims have them; absent in an event of
     *     before that was said
     */
    public record ReservedPart(
            String part, int wanted, int reserved, @Nullable Integer served) {}
}
