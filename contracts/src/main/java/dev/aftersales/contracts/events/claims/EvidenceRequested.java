package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy cannot judge without more evidence; the customer is asked for it (A4.2, A?3).
 */
@EventContract(type = "claims.evidence-requested.v1", topic = Topic.CLAIMS)
public record EvidenceRequested(String claimId, String vendor, CustomerRef customer, List<Item> items)
        implements Event {
    public EvidenceRequested {
        items = List.copyOf(items);
    }

    /**
     * One thing that is missing.
     *
     * @param clause that asks for it
     * @param item what is missing, for example {@code PHOTO_OR_VIDEO}, {@code SERIAL}, {@code BILL_OF_LADING_DATE}
     * @param line that lacks it; absent when the whole claim does
     * @param words what people call it, with the first that lacks it of each event; absent with the others, and in events of
     *     before there were any
     */
    public record Item(String clause, String item, @Nullable Integer line, CoverageDecided.@Nullable Words words) {}
}
