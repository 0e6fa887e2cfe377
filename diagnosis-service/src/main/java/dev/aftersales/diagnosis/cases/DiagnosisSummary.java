package dev.aftersales.diagnosis.cases;

import dev.aftersales.diagnosis.catalogue.PersonNeeded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as the queue shows it.
 *
 * @param id the claim's
 * @param lines how many diagnosis was requested for
 * @param openLines how many of them still wait for a conclusion
 * @param personNeeded why the catalogue could not answer; empty once it did
 * @param takenBy the technician who holds it
 */
record DiagnosisSummary(
        String id,
        String vendor,
        Stage state,
        String model,
        String faultCode,
        Instant requestedAt,
        int lines,
        int openLines,
        List<PersonNeeded.Reason> personNeeded,
        @Nullable String takenBy,
        @Nullable Instant takenAt) {

    static DiagnosisSummary of(DiagnosisCase one) {
        return switch (one) {
            case Queued queued -> summary(one, queued.reasons(), null, null);
            case Taken taken -> summary(one, taken.reasons(), taken.by(), taken.at());
            case Concluded concluded -> summary(one, List.of(), null, null);
        };
    }

    private static DiagnosisSummary summary(
            DiagnosisCase one, List<PersonNeeded> needed, @Nullable String takenBy, @Nullable Instant takenAt) {
        CaseFile file = one.file();
        return new DiagnosisSummary(
                file.claimId(),
                file.vendor(),
                Stage.of(one),
                file.model(),
                file.faultCode(),
                file.requestedAt(),
                file.lines().size(),
                file.openLines().size(),
                needed.stream().map(PersonNeeded::reason).toList(),
                takenBy,
                takenAt);
    }
}
