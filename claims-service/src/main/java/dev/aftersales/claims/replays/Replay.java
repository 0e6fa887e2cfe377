package dev.aftersales.claims.replays;

import dev.aftersales.claims.claims.ClaimWalk;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A replay of a vendor's claims under a version of its policy. Flips are kept before the place behind them is, so that
 * whoever takes the replay up goes over some claims again, finds the same flips under the same ids, and counts from the
 * tally of that place.
 *
 * @param version that is replayed
 * @param rules what the version said when the replay was asked for, as a hash
 * @param from earliest submission, inclusive; absent: from the first claim on
 * @param to as asked for, exclusive; absent: up to now
 * @param until latest submission, exclusive, fixed when the replay was asked for: it meets no claim that comes in later
 * @param requestedBy the person's id
 * @param total how many claims there were when the first run began; absent until then, and where counting took too long
 * @param place behind the last claim of the tally; absent before the first
 * @param runs how often the replay was taken up
 */
record Replay(
        String id,
        String vendor,
        String version,
        String rules,
        @Nullable Instant from,
        @Nullable Instant to,
        Instant until,
        String requestedBy,
        Instant requestedAt,
        @Nullable Long total,
        ClaimWalk.@Nullable Place place,
        Tally tally,
        int runs,
        Phase phase) {

    /** Whether the same was asked for. */
    boolean asks(String otherVersion, String otherRules, @Nullable Instant otherFrom, @Nullable Instant otherTo) {
        return version.equals(otherVersion)
                && rules.equals(otherRules)
                && Objects.equals(from, otherFrom)
                && Objects.equals(to, otherTo);
    }

    ClaimWalk.Stretch stretch() {
        return new ClaimWalk.Stretch(vendor, from, until);
    }

    /** Taken up by one instance; empty when another is at it, or nothing is left to do. */
    Optional<Replay> takenUp(Instant now, Instant leaseUntil) {
        boolean free =
                switch (phase) {
                    case Phase.Waiting w -> true;
                    case Phase.Running running -> running.leaseUntil().isBefore(now);
                    case Phase.Done d -> false;
                    case Phase.Cancelled c -> false;
                    case Phase.Failed f -> false;
                };
        return free
                ? Optional.of(with(place, tally, runs + 1, new Phase.Running(runs + 1, leaseUntil)))
                : Optional.empty();
    }

    /** With the claims counted; empty when the run is not the one that is at it any more. */
    Optional<Replay> counted(int run, long claims, Instant leaseUntil) {
        return isAt(run)
                ? Optional.of(with(claims, place, tally, runs, new Phase.Running(run, leaseUntil)))
                : Optional.empty();
    }

    /** Further on; empty when the run is not the one that is at it any more. */
    Optional<Replay> reached(int run, ClaimWalk.Place reached, Tally counted, Instant leaseUntil) {
        return isAt(run)
                ? Optional.of(with(reached, counted, runs, new Phase.Running(run, leaseUntil)))
                : Optional.empty();
    }

    /** Left by the run as it stands; empty when it is not the one that is at it any more. */
    Optional<Replay> left(int run, Phase next) {
        return isAt(run) ? Optional.of(with(place, tally, runs, next)) : Optional.empty();
    }

    /** Cancelled, unless it is over. */
    Optional<Replay> cancelled(String by, Instant at) {
        return phase.open() ? Optional.of(with(place, tally, runs, new Phase.Cancelled(by, at))) : Optional.empty();
    }

    private boolean isAt(int run) {
        return phase instanceof Phase.Running running && running.run() == run;
    }

    private Replay with(ClaimWalk.@Nullable Place at, Tally counted, int takenUp, Phase next) {
        return with(total, at, counted, takenUp, next);
    }

    private Replay with(@Nullable Long claims, ClaimWalk.@Nullable Place at, Tally counted, int takenUp, Phase next) {
        return new Replay(
                id,
                vendor,
                version,
                rules,
                from,
                to,
                until,
                requestedBy,
                requestedAt,
                claims,
                at,
                counted,
                takenUp,
                next);
    }
}
