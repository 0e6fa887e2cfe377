package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.contracts.events.PartQuantity;
import java.util.List;

/**
 * What the diagnosis said of a line.
 *
 * @param parts that would cure it
 */
public record Conclusion(Diagnosis diagnosis, List<PartQuantity> parts) {
    public Conclusion {
        parts = List.copyOf(parts);
    }
}
