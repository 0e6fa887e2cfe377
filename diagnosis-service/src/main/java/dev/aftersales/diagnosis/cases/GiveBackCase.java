package dev.aftersales.diagnosis.cases;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Puts a case back into the queue, at its old place; only who took it may. */
@Component
class GiveBackCase {

    private final Cases cases;
    private final Clock clock;
    private final CaseMetrics metrics;

    GiveBackCase(Cases cases, Clock clock, CaseMetrics metrics) {
        this.cases = cases;
        this.clock = clock;
        this.metrics = metrics;
    }

    Outcome by(Caller technician, String claim) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Outcome outcome = cases.decide(technician, claim, one -> switch (one) {
            case Queued queued -> Decision.refuse(new Outcome.WrongState(Stage.QUEUED));
            case Taken taken -> {
                if (!taken.heldBy(technician.person())) {
                    yield Decision.refuse(new Outcome.NotYourCase());
                }
                Queued queued = taken.giveBack(now);
                yield Decision.commit(queued, new Outcome.Accepted(queued));
            }
            case Concluded concluded -> Decision.refuse(new Outcome.WrongState(Stage.CONCLUDED));
        });
        if (outcome instanceof Outcome.Accepted) {
            metrics.givenBack();
        }
        return outcome;
    }
}
