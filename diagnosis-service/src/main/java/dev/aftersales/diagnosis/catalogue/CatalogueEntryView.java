package dev.aftersales.diagnosis.catalogue;

import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.util.List;

/**
 * An entry as the API shows it: what is in force, and who wrote what when.
 *
 * @param version number of the revision in force
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
        List<Written> history) {

    /** Who wrote a version, and when. */
    record Written(int version, String by, Instant at) {}

    static CatalogueEntryView of(CatalogueEntry entry) {
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
                entry.revisions().stream()
                        .map(revision -> new Written(revision.number(), revision.by(), revision.at()))
                        .toList());
    }
}
