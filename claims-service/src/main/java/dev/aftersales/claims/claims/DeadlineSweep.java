package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.events.Backlog;
import dev.aftersales.chassis.sweeps.DueSweep;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Lets deadlines set off what they set off: each once, at its own time and in due order, also after a downtime. That it was
 * set off stands in the write that tells of it, so that any number of instances may look at once.
 *
 * <p>What was done in time may still lie on a topic: a deadline sets off nothing before everything is heard that was said
 * by then.
 */
final class DeadlineSweep implements Runnable {

    private final Claims claims;
    private final Timekeeper timekeeper;
    private final FiringDeadlines firing;
    private final Clock businessClock;
    private final DueSweep sweep;

    DeadlineSweep(
            Claims claims,
            Timekeeper timekeeper,
            FiringDeadlines firing,
            Backlog backlog,
            Clock businessClock,
            MeterRegistry meters) {
        this.claims = claims;
        this.timekeeper = timekeeper;
        this.firing = firing;
        this.businessClock = businessClock;
        this.sweep = new DueSweep(
                "due-deadlines",
                (until, after, limit) -> claims.due(ClaimType.DEADLINE_AT, until, after, limit),
                this::setOff,
                backlog::heardUntil,
                businessClock,
                meters);
    }

    @Override
    public void run() {
        sweep.run();
    }

    private Optional<Instant> setOff(String id, Instant at) {
        return claims.decided(id, claim -> decide(claim, at)).flatMap(DeadlineSweep::next);
    }

    private Decision<Claim, Boolean> decide(Claim claim, Instant at) {
        if (!next(claim).equals(Optional.of(at))) {
            // Mostly somebody else was faster. But where the claim still stands there by that instant, a version of
            // before
            // there were clocks has written beside this one: it is put where it belongs, or it would be looked at for
            // ever.
            return claims.standsBy(ClaimType.DEADLINE_AT, claim.id(), at)
                    ? Decision.commit(claim, false)
                    : Decision.refuse(false);
        }
        Optional<List<ClaimDeadline>> deadlines = timekeeper.deadlines(claim, at);
        // Where its deadlines could not be reckoned for a while, several were due before: each comes at its own time.
        Instant moment =
                deadlines.flatMap(FiringDeadlines::first).filter(at::isAfter).orElse(at);
        return (moment.equals(at) ? deadlines : timekeeper.deadlines(claim, moment))
                .flatMap(then -> firing.fire(claim, then, moment))
                .map(change -> Decision.due(moment, change.state(), true, change.events()))
                .orElseGet(() -> Decision.commit(timekeeper.lookedAt(claim, at, businessClock.instant()), true));
    }

    /** To the millisecond, as the index has it. */
    private static Optional<Instant> next(Claim claim) {
        return Optional.ofNullable(claim.clocks().nextAt()).map(next -> next.truncatedTo(ChronoUnit.MILLIS));
    }
}
