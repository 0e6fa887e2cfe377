package dev.aftersales.claims.claims;

import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted;
import dev.aftersales.contracts.events.diagnosis.DiagnosisStarted;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes in what diagnosis-service says, and judges for the second time. */
public final class DiagnosisIntake {

    private final Claims claims;
    private final Judge judge;

    DiagnosisIntake(Claims claims, Judge judge) {
        this.claims = claims;
        this.judge = judge;
    }

    /** A case was opened. */
    public void started(Received<DiagnosisStarted> event) {
        DiagnosisStarted started = event.data();
        claims.react(
                event,
                started.claimId(),
                claim -> Diagnosing.started(claim, started.mode().name(), event.time()));
    }

    /** The conclusion is there. */
    public void completed(Received<DiagnosisCompleted> event) {
        DiagnosisCompleted completed = event.data();
        Map<Integer, Conclusion> conclusions = new LinkedHashMap<>();
        completed.lines().forEach(line -> conclusions.put(line.line(), conclusion(completed, line)));
        claims.react(
                event,
                completed.claimId(),
                claim -> Diagnosing.completed(claim, conclusions, actor(completed.confirmedBy()), event.time(), judge));
    }

    private static Conclusion conclusion(DiagnosisCompleted completed, DiagnosisCompleted.Line line) {
        return new Conclusion(
                new Diagnosis(
                        line.cause(),
                        line.causeConfirmed(),
                        confirmer(completed.confirmedBy()),
                        completed.concludedAt(),
                        line.faultClass(),
                        line.disposition(),
                        line.findings(),
                        Map.of(),
                        line.component()),
                line.parts(),
                null,
                line.labourHours() == null ? null : new BigDecimal(line.labourHours()));
    }

    private static Confirmer confirmer(DiagnosisCompleted.Confirmer by) {
        return switch (by.kind()) {
            case CATALOGUE -> new Confirmer(Confirmer.Kind.CATALOGUE, by.id());
            case TECHNICIAN -> new Confirmer(Confirmer.Kind.TECHNICIAN, by.id());
        };
    }

    private static Actor actor(DiagnosisCompleted.Confirmer by) {
        return switch (by.kind()) {
            case CATALOGUE -> new Actor(Actor.Kind.CATALOGUE, by.id());
            case TECHNICIAN -> new Actor(Actor.Kind.TECHNICIAN, by.id());
        };
    }
}
