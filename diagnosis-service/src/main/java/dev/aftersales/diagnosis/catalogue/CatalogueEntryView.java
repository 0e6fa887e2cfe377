package dev.aftersales.diagnosis.catalogue;

import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the API shows it: what is in force, and who wrote what when.
 *
 * @param version number of the revision in force
 * @param standardHours of work on one unit; absent where none are set
 * @param family of codes whose faults are alike; the code itself where none is set. It holds for what is claimed from then on
 * @param countedApart where it is entered: what is counted under the code itself, or families that it was of, and stays there;
 *     absent where nothing is
 */
record CatalogueEntryView(
        String vendor,
        String code,
        int version,
        List<String> models,
        String presumedCause,
        FaultClass faultClass,
        Route disposition,
        List<PartBody> parts,
        MoneyBody valueCap,
        SerialLimitBody limitPerSerial,
        @Nullable BigDecimal standardHours,
        String family,
        @Nullable List<CountedApart> countedApart,
        List<Written> history) {

    /** Who wrote a version, and when. */
    record Written(int version, String by, Instant at) {}

    /** For the list, which warns of nothing. */
    static CatalogueEntryView of(CatalogueEntry entry) {
        return of(entry, List.of());
    }

    static CatalogueEntryView of(CatalogueEntry entry, List<CountedApart> countedApart) {
        FaultDefinition definition = entry.inForce().definition();
        return new CatalogueEntryView(
                entry.vendor(),
                entry.code(),
                entry.inForce().number(),
                definition.models(),
                definition.presumedCause(),
                definition.faultClass(),
                definition.disposition(),
                definition.parts().stream().map(PartBody::of).toList(),
                MoneyBody.of(definition.valueCap()),
                SerialLimitBody.of(definition.limitPerSerial()),
                definition.standardHours(),
                entry.family(),
                countedApart.isEmpty() ? null : countedApart,
                entry.revisions().stream()
                        .map(revision -> new Written(revision.number(), revision.by(), revision.at()))
                        .toList());
    }
}
