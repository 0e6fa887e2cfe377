package dev.aftersales.diagnosis.cases;

import dev.aftersales.diagnosis.cases.HistoryEntry.What;
import dev.aftersales.diagnosis.catalogue.PersonNeeded;
import java.time.Instant;
import java.util.List;

/**
 * Waits for a technician.
 *
 * @param reasons why the catalogue could not answer
 */
record Queued(CaseFile file, List<PersonNeeded> reasons) implements DiagnosisCase {

    Queued {
        reasons = List.copyOf(reasons);
    }

    Taken take(String technician, Instant at) {
        return new Taken(file.noting(at, technician, What.TAKEN), reasons, technician, at);
    }
}
