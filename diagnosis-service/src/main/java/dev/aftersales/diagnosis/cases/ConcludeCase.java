package dev.aftersales.diagnosis.cases;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.diagnosis.catalogue.FaultCatalogue;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the word of the technician who holds a case. The same word again gets the same answer. */
@Component
class ConcludeCase {

    private static final Logger log = LoggerFactory.getLogger(ConcludeCase.class);

    private final Cases cases;
    private final FaultCatalogue catalogue;
    private final Clock clock;
    private final CaseMetrics metrics;

    ConcludeCase(Cases cases, FaultCatalogue catalogue, Clock clock, CaseMetrics metrics) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.clock = clock;
        this.metrics = metrics;
    }

    Outcome by(Caller technician, String claim, List<LineConclusion> lines) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Conclusion conclusion = Conclusion.ofTechnician(technician.person(), now, lines);
        AtomicReference<@Nullable Taken> held = new AtomicReference<>();
        Outcome outcome = cases.decide(technician, claim, one -> {
            held.set(null);
            if (one.file().lastConclusion().filter(conclusion::repeats).isPresent()) {
                return Decision.refuse(new Outcome.Accepted(one));
            }
            return switch (one) {
                case Queued queued -> Decision.refuse(new Outcome.WrongState(Stage.QUEUED));
                case Taken taken -> {
                    if (!taken.heldBy(technician.person())) {
                        yield Decision.refuse(new Outcome.NotYourCase());
                    }
                    held.set(taken);
                    yield decided(taken.conclude(conclusion), conclusion);
                }
                case Concluded concluded -> Decision.refuse(new Outcome.WrongState(Stage.CONCLUDED));
            };
        });
        Taken before = held.get();
        if (before != null && outcome instanceof Outcome.Accepted) {
            metrics.concluded(before, now);
            log.atInfo()
                    .addKeyValue("claim", claim)
                    .addKeyValue("vendor", before.file().vendor())
                    .addKeyValue("lines", lines.size())
                    .log("diagnosis concluded");
        }
        return outcome;
    }

    private Decision<DiagnosisCase, Outcome> decided(Outcome outcome, Conclusion conclusion) {
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                Decision.commit(
                        accepted.now(),
                        accepted,
                        List.copyOf(conclusion.told(
                                accepted.now().file(),
                                code -> catalogue.familyOf(accepted.now().file().vendor(), code))));
            case Outcome.Refusal refusal -> Decision.refuse(refusal);
        };
    }
}
