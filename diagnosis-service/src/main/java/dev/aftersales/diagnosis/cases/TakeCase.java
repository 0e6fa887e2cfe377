package dev.aftersales.diagnosis.cases;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Hands a waiting case to the technician who asks first. */
@Component
class TakeCase {

    private final Cases cases;
    private final Clock clock;
    private final CaseMetrics metrics;

    TakeCase(Cases cases, Clock clock, CaseMetrics metrics) {
        this.cases = cases;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Takes the case.
     *
     * @return {@link Taking#fresh()} is false when the technician had it already
     */
    Taking by(Caller technician, String claim) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean[] fresh = new boolean[1];
        Outcome outcome = cases.decide(technician, claim, one -> {
            fresh[0] = one instanceof Queued;
            return switch (one) {
                case Queued queued -> {
                    Taken taken = queued.take(technician.person(), now);
                    yield Decision.commit(taken, new Outcome.Accepted(taken));
                }
                case Taken taken ->
                    Decision.refuse(
                            taken.heldBy(technician.person())
                                    ? new Outcome.Accepted(taken)
                                    : new Outcome.AlreadyTaken(taken.by()));
                case Concluded concluded -> Decision.refuse(new Outcome.WrongState(Stage.CONCLUDED));
            };
        });
        if (fresh[0] && outcome instanceof Outcome.Accepted accepted && accepted.now() instanceof Taken taken) {
            metrics.taken(taken);
        }
        return new Taking(outcome, fresh[0]);
    }

    /**
     * What became of it.
     *
     * @param fresh whether this call took the case
     */
    record Taking(Outcome outcome, boolean fresh) {}
}
