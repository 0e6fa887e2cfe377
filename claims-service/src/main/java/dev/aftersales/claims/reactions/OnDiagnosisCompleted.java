package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.claims.DiagnosisIntake;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted;
import org.springframework.stereotype.Component;

/** Judges the lines for the second time, now with the cause, and authorises what is covered. */
@Component
final class OnDiagnosisCompleted implements Reaction<DiagnosisCompleted> {

    private final DiagnosisIntake intake;

    OnDiagnosisCompleted(DiagnosisIntake intake) {
        this.intake = intake;
    }

    @Override
    public Class<DiagnosisCompleted> event() {
        return DiagnosisCompleted.class;
    }

    @Override
    public void react(Received<DiagnosisCompleted> event) {
        intake.completed(event);
    }
}
