package dev.aftersales.claims.replays;

import dev.aftersales.claims.claims.ClaimWalk;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replay as it is shown.
 *
 * @param until the first instant whose claims it does not meet, fixed when it was asked for
 * @param through submission of the last claim that the tally counts; absent before the first
 * @param state WAITING, RUNNING, DONE, CANCELLED or FAILED
 * @param endedAt when it came to its end; absent until then
 * @param flips where they are listed
 */
record ReplayView(
        String id,
        String policyVersion,
        @Nullable Instant from,
        Instant until,
        String requestedBy,
        Instant requestedAt,
        State state,
        @Nullable Instant through,
        @Nullable Instant endedAt,
        Phase.@Nullable Reason reason,
        @Nullable String detail,
        Tally tally,
        String flips) {

    enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    static ReplayView of(Replay replay) {
        ClaimWalk.Place place = replay.place();
        Phase phase = replay.phase();
        return new ReplayView(
                replay.id(),
                replay.version(),
                replay.from(),
                replay.until(),
                replay.requestedBy(),
                replay.requestedAt(),
                state(phase),
                place == null ? null : place.submittedAt(),
                endedAt(phase),
                phase instanceof Phase.Failed failed ? failed.reason() : null,
                phase instanceof Phase.Failed failed ? failed.detail() : null,
                replay.tally(),
                href(replay) + "/flips");
    }

    static String href(Replay replay) {
        return "/api/v1/policies/" + replay.version() + "/replays/" + replay.id();
    }

    private static State state(Phase phase) {
        return switch (phase) {
            case Phase.Waiting w -> State.WAITING;
            case Phase.Running r -> State.RUNNING;
            case Phase.Done d -> State.DONE;
            case Phase.Cancelled c -> State.CANCELLED;
            case Phase.Failed f -> State.FAILED;
        };
    }

    private static @Nullable Instant endedAt(Phase phase) {
        return switch (phase) {
            case Phase.Waiting w -> null;
            case Phase.Running r -> null;
            case Phase.Done done -> done.at();
            case Phase.Cancelled cancelled -> cancelled.at();
            case Phase.Failed failed -> failed.at();
        };
    }
}
