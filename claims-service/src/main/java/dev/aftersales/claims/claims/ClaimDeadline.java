package dev.aftersales.claims.claims;

import dev.aftersales.chassis.deadlines.DeadlineState;
import dev.aftersales.chassis.deadlines.Ending;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.deadlines.ClockStanding;
import dev.aftersales.claims.deadlines.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One clock of the policy as it stands for some lines of a claim.
 *
 * @param lines for which it stands alike
 * @param fired what it has set off for them
 * @param pending what it will set off for them if nothing happens before, in the order of the instants
 * @param endsAt when the lines end for want of what it is about; absent when they do not (D4.2b)
 */
record ClaimDeadline(
        List<Integer> lines,
        ClockStanding standing,
        List<Fired> fired,
        List<Fired> pending,
        @Nullable Instant endsAt) {

    ClaimDeadline {
        lines = List.copyOf(lines);
        fired = List.copyOf(fired);
        pending = List.copyOf(pending);
    }

    PromisedTime clock() {
        return standing.clock();
    }

    DeadlineState state() {
        return standing.state();
    }

    /** How it stands with the end of the lines; absent where they do not end for want of what it is about. */
    @Nullable
    Ending ending() {
        Instant ended = endsAt != null
                ? null
                : fired.stream()
                        .filter(each -> each.kind() == Effect.EXPIRY)
                        .map(Fired::at)
                        .findFirst()
                        .orElse(null);
        if (ended != null) {
            // What had come before that went on all the same.
            return state() == DeadlineState.MET ? null : new Ending(Ending.How.ENDED, ended);
        }
        if (endsAt == null || !(standing instanceof ClockStanding.Reckoned reckoned)) {
            return null;
        }
        boolean held = !endsAt.equals(reckoned.reckoning().breachAt());
        return new Ending(held ? Ending.How.HELD : Ending.How.ENDS, endsAt);
    }

    /** What somebody has to enter before anybody can say all that it sets off, and when: a year, or a calendar. */
    Optional<ClockStanding.Lack> lacks() {
        return switch (standing) {
            case ClockStanding.Unreckonable unreckonable -> Optional.of(unreckonable.lacks());
            case ClockStanding.Reckoned reckoned -> Optional.ofNullable(reckoned.lacks());
            case ClockStanding.NotStarted waiting -> Optional.empty();
            case ClockStanding.Undecided undecided -> Optional.empty();
        };
    }

    boolean isUnreckonable() {
        return lacks().isPresent();
    }
}
