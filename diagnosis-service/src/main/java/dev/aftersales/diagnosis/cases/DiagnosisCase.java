package dev.aftersales.diagnosis.cases;

/** The case of one claim, in one of its states. Only legal transitions are methods of the states. */
sealed interface DiagnosisCase permits Queued, Taken, Concluded {

    CaseFile file();
}
