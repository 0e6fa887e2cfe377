package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.claims.DiagnosisIntake;
import dev.aftersales.contracts.events.diagnosis.DiagnosisStarted;
import org.springframework.stereotype.Component;

/** Shows in the timeline that a case was opened. */
@Component
final class OnDiagnosisStarted implements Reaction<DiagnosisStarted> {

    private final DiagnosisIntake intake;

    OnDiagnosisStarted(DiagnosisIntake intake) {
        this.intake = intake;
    }

    @Override
    public Class<DiagnosisStarted> event() {
        return DiagnosisStarted.class;
    }

    @Override
    public void react(Received<DiagnosisStarted> event) {
        intake.started(event);
    }
}
