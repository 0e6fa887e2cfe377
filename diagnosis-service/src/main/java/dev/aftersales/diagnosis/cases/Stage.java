package dev.aftersales.diagnosis.cases;

/** The name of a case's state, as queries and the API use it. */
enum Stage {
    QUEUED,
    TAKEN,
    CONCLUDED;

    static Stage of(DiagnosisCase one) {
        return switch (one) {
            case Queued queued -> QUEUED;
            case Taken taken -> TAKEN;
            case Concluded concluded -> CONCLUDED;
        };
    }
}
