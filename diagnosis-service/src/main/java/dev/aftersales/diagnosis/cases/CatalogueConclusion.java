package dev.aftersales.diagnosis.cases;

import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted.Confirmer;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted.Confirmer.Kind;
import dev.aftersales.diagnosis.catalogue.CatalogueEntry;
import dev.aftersales.diagnosis.catalogue.FaultDefinition;
import java.time.Instant;
import java.util.List;

/** What an entry of the catalogue says of lines that go through on it. */
final class CatalogueConclusion {

    private CatalogueConclusion() {}

    static Conclusion of(CatalogueEntry entry, List<UnitLine> lines, Instant at) {
        CatalogueEntry.Revision revision = entry.inForce();
        FaultDefinition fault = revision.definition();
        return new Conclusion(
                new Confirmer(Kind.CATALOGUE, entry.code()),
                at,
                revision.number(),
                lines.stream()
                        .map(line -> new LineConclusion(
                                line.line(),
                                fault.presumedCause(),
                                // Presumed, and confirmed by nobody: an exclusion may not rest on it alone.
                                false,
                                fault.faultClass(),
                                fault.disposition(),
                                fault.partsFor(line.quantity()),
                                List.of(),
                                fault.hoursFor(line.quantity())))
                        .toList());
    }
}
