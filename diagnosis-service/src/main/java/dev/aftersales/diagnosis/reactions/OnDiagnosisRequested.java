package dev.aftersales.diagnosis.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.DiagnosisRequested;
import dev.aftersales.diagnosis.cases.OpenCase;
import org.springframework.stereotype.Component;

/** Opens the claim's case, or adds the lines to it. */
@Component
class OnDiagnosisRequested implements Reaction<DiagnosisRequested> {

    private final OpenCase openCase;

    OnDiagnosisRequested(OpenCase openCase) {
        this.openCase = openCase;
    }

    @Override
    public Class<DiagnosisRequested> event() {
        return DiagnosisRequested.class;
    }

    @Override
    public void react(Received<DiagnosisRequested> event) {
        openCase.requested(event);
    }
}
