package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.contracts.events.PartQuantity;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the diagnosis said of a line.
 *
 * @param parts that would cure it
 * @param causeDismissed whether a reviewer dismissed the cause; absent until one did
 * @param labourHours hours of the vendor's work that curing the line takes; absent where nobody said
 */
public record Conclusion(
        Diagnosis diagnosis,
        List<PartQuantity> parts,
        @Nullable Boolean causeDismissed,
        @Nullable BigDecimal labourHours) {
    public Conclusion {
        parts = List.copyOf(parts);
    }

    /** A conclusion that nobody reviewed. */
    public Conclusion(Diagnosis diagnosis, List<PartQuantity> parts) {
        this(diagnosis, parts, null, null);
    }

    /** The same conclusion, whose cause a reviewer dismissed. */
    Conclusion dismissed() {
        return new Conclusion(diagnosis, parts, true, labourHours);
    }

    /** How far the cause is more than somebody's suspicion. */
    CauseStatus causeStatus() {
        if (Boolean.TRUE.equals(causeDismissed)) {
            return CauseStatus.DISMISSED;
        }
        if (!diagnosis.causeConfirmed()) {
            return CauseStatus.SUSPECTED;
        }
        return diagnosis.confirmedBy().kind() == Confirmer.Kind.CATALOGUE
                ? CauseStatus.PRESUMED
                : CauseStatus.CONFIRMED;
    }
}
