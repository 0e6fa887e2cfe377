package dev.aftersales.logistics.emergencies;

import java.time.Instant;
import java.util.List;

/**
 * Stock of a model that is not shipped until its batch issue is resolved.
 *
 * @param batchIssue by whose plan it is held
 * @param model in stock under this as its part number
 * @param lots none where all stock of the model is held, whatever its lot
 */
public record ShippingHold(String batchIssue, String model, List<String> lots, Instant since) {

    public ShippingHold {
        lots = List.copyOf(lots);
    }

    /** Whether pieces of that lot are held, however somebody at the packing table writes capitals. */
    public boolean covers(String lot) {
        return lots.isEmpty() || lots.stream().anyMatch(held -> held.equalsIgnoreCase(lot));
    }
}
