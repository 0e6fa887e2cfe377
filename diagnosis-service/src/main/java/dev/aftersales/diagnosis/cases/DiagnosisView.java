package dev.aftersales.diagnosis.cases;

import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted.Confirmer;
import dev.aftersales.diagnosis.catalogue.PersonNeeded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as staff see it.
 *
 * @param id the claim's
 * @param causes that a conclusion may name; absent where any may be
 * @param personNeeded why the catalogue could not answer; empty once it did
 * @param takenBy the technician who holds it
 */
record DiagnosisView(
        String id,
        String vendor,
        Stage state,
        String policyVersion,
        @Nullable String contractNumber,
        String model,
        String faultCode,
        Instant requestedAt,
        List<UnitLine> lines,
        List<String> evidenceIds,
        @Nullable List<String> causes,
        List<PersonNeeded> personNeeded,
        @Nullable String takenBy,
        @Nullable Instant takenAt,
        List<Said> conclusions,
        List<HistoryEntry> history) {

    /** A conclusion with everything that was said. */
    record Said(
            Confirmer confirmedBy,
            Instant concludedAt,
            @Nullable Integer catalogueVersion,
            List<LineConclusion> lines) {}

    static DiagnosisView of(DiagnosisCase one) {
        return switch (one) {
            case Queued queued -> view(one, queued.reasons(), null, null);
            case Taken taken -> view(one, taken.reasons(), taken.by(), taken.at());
            case Concluded concluded -> view(one, List.of(), null, null);
        };
    }

    private static DiagnosisView view(
            DiagnosisCase one, List<PersonNeeded> needed, @Nullable String takenBy, @Nullable Instant takenAt) {
        CaseFile file = one.file();
        return new DiagnosisView(
                file.claimId(),
                file.vendor(),
                Stage.of(one),
                file.policyVersion(),
                file.contractNumber(),
                file.model(),
                file.faultCode(),
                file.requestedAt(),
                file.lines(),
                file.evidenceIds(),
                file.causes(),
                needed,
                takenBy,
                takenAt,
                file.conclusions().stream()
                        .map(said -> new Said(said.by(), said.at(), said.catalogueRevision(), said.lines()))
                        .toList(),
                file.history());
    }
}
