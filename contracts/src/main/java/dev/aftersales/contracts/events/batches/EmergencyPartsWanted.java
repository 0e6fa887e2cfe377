package dev.aftersales.contracts.events.batches;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.PartQuantity;
import java.util.List;

/**
 * Spare parts that a batch issue wants for the units that failed, as the vendor's fault catalogue has them. Told with the
 * detection, and again as the issue grows or loses units.
 *
 * @param units that count by now
 * @param parts for all of them, each part once; none when none is wanted any more
 */
@EventContract(type = "batches.emergency-parts-wanted.v1", topic = Topic.BATCH_ISSUES)
public record EmergencyPartsWanted(String batchIssueId, String vendor, int units, List<PartQuantity> parts)
        implements Event {
    public EmergencyPartsWanted {
        parts = List.copyOf(parts);
    }
}
