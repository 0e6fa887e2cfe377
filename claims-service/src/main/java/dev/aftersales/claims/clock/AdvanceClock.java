package dev.aftersales.claims.clock;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.contracts.events.clock.ClockAdvanced;
import java.time.Duration;
import java.util.Optional;

/** Moves the clock of the suite; the move is told in the same write. */
final class AdvanceClock {

    private final Aggregates<SuiteClock> clocks;

    AdvanceClock(Aggregates<SuiteClock> clocks) {
        this.clocks = clocks;
    }

    /** Where it stands, whoever follows. */
    Duration offset() {
        return clocks.find(ClockAdvanced.SUITE)
                .map(Stored::state)
                .orElseGet(SuiteClock::neverMoved)
                .offset();
    }

    SuiteClock.Step advance(Advance wanted) {
        return decided(wanted)
                .or(() -> {
                    // Whoever is first makes it; the second finds it made.
                    clocks.insert(ClockAdvanced.SUITE, Change.of(SuiteClock.neverMoved()));
                    return decided(wanted);
                })
                .orElseThrow();
    }

    private static ClockAdvanced told(Advance advance) {
        return ClockAdvanced.by(advance.by(), advance.to());
    }

    private Optional<SuiteClock.Step> decided(Advance wanted) {
        return clocks.decide(ClockAdvanced.SUITE, stored -> {
            SuiteClock.Step step = stored.state().advanced(wanted);
            return step instanceof SuiteClock.Step.Moved moved
                    ? Decision.commit(moved.clock(), step, told(moved.advance()))
                    : Decision.refuse(step);
        });
    }
}
