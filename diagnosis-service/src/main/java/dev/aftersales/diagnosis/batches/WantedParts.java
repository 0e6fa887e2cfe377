package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.diagnosis.catalogue.FaultCatalogue;
import dev.aftersales.diagnosis.catalogue.FaultDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Spare parts that the units of an issue want, by the vendor's fault catalogue. */
@Component
class WantedParts {

    private final FaultCatalogue catalogue;

    WantedParts(FaultCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** For the units that failed; none where the catalogue names none. */
    List<PartQuantity> of(IssueFile issue) {
        return forUnits(faults(issue), issue.units());
    }

    /** The faults of the issue's family that its model may have, as the catalogue has them by now. */
    List<FaultDefinition> faults(IssueFile issue) {
        String family = issue.group().faultFamily();
        String model = issue.group().model();
        if (family == null || model == null) {
            return List.of();
        }
        return catalogue.ofFamily(issue.vendor(), family).stream()
                .map(entry -> entry.inForce().definition())
                .filter(fault -> fault.appliesTo(model))
                .toList();
    }

    /** Enough for that many units, whichever of the faults each of them has. */
    static List<PartQuantity> forUnits(List<FaultDefinition> faults, int units) {
        if (units == 0) {
            return List.of();
        }
        Map<String, Integer> most = new TreeMap<>();
        faults.forEach(
                fault -> fault.partsFor(units).forEach(part -> most.merge(part.part(), part.quantity(), Math::max)));
        return most.entrySet().stream()
                .map(entry -> new PartQuantity(entry.getKey(), entry.getValue()))
                .toList();
    }
}
