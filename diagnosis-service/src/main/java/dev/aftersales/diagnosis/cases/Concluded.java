package dev.aftersales.diagnosis.cases;

/** Every line has its conclusion. A later request for more lines opens the case again. */
record Concluded(CaseFile file) implements DiagnosisCase {

    Concluded {
        if (!file.openLines().isEmpty()) {
            throw new IllegalArgumentException("a concluded case has no open line");
        }
    }
}
