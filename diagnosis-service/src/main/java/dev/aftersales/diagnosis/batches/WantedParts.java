package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.diagnosis.catalogue.CatalogueEntry;
import dev.aftersales.diagnosis.catalogue.FaultCatalogue;
import java.util.ArrayList;
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
        return forFailed(issue, faults(issue));
    }

    /**
     * The faults of the issue's family that its model may have, as the catalogue has them by now. A code that was given to
     * a family after the issue was opened under its name is among them.
     */
    List<CatalogueEntry> faults(IssueFile issue) {
        String family = issue.group().faultFamily();
        String model = issue.group().model();
        if (family == null || model == null) {
            return List.of();
        }
        List<CatalogueEntry> faults = new ArrayList<>(catalogue.ofFamily(issue.vendor(), family));
        if (faults.stream().noneMatch(entry -> entry.code().equals(family))) {
            catalogue.find(issue.vendor(), family).ifPresent(faults::add);
        }
        return faults.stream()
                .filter(entry -> entry.inForce().definition().appliesTo(model))
                .toList();
    }

    /**
     * For the units that failed: each by the code with which it was claimed, and enough for the others, whichever of the
     * faults they have. A unit that was claimed twice counts once, so codes count no more units than there are.
     */
    static List<PartQuantity> forFailed(IssueFile issue, List<CatalogueEntry> faults) {
        Map<String, Integer> wanted = new TreeMap<>();
        int others = issue.units();
        for (CatalogueEntry fault : faults) {
            int units = Math.min(others, issue.byCode().getOrDefault(fault.code(), 0));
            others -= units;
            add(wanted, forUnits(List.of(fault), units));
        }
        add(wanted, forUnits(faults, others));
        return parts(wanted);
    }

    /** Enough for that many units, whichever of the faults each of them has. */
    static List<PartQuantity> forUnits(List<CatalogueEntry> faults, int units) {
        if (units == 0) {
            return List.of();
        }
        Map<String, Integer> most = new TreeMap<>();
        faults.forEach(fault -> fault.inForce()
                .definition()
                .partsFor(units)
                .forEach(part -> most.merge(part.part(), part.quantity(), Math::max)));
        return parts(most);
    }

    private static void add(Map<String, Integer> wanted, List<PartQuantity> more) {
        more.forEach(part -> wanted.merge(part.part(), part.quantity(), (some, others) ->
                (int) Math.min(Integer.MAX_VALUE, (long) some + others)));
    }

    private static List<PartQuantity> parts(Map<String, Integer> pieces) {
        return pieces.entrySet().stream()
                .map(entry -> new PartQuantity(entry.getKey(), entry.getValue()))
                .toList();
    }
}
