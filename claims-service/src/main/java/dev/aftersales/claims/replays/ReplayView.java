package dev.aftersales.claims.replays;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.claims.ClaimWalk;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay as it is shown.
 *
 * @param until the first instant whose claims it does not meet, fixed when it was asked for
 * @param progress how far it has come
 * @param through submission of the last claim that the tally counts; absent before the first
 * @param state WAITING, RUNNING, DONE, CANCELLED or FAILED
 * @param endedAt when it came to its end; absent until then
 * @param flips where they are listed
 * @param unjudgeable where the claims are listed that one of the versions came to no verdict on
 */
record ReplayView(
        String id,
        String policyVersion,
        @Nullable Instant from,
        Instant until,
        String requestedBy,
        Instant requestedAt,
        State state,
        Progress progress,
        @Nullable Instant through,
        @Nullable Instant endedAt,
        Phase.@Nullable Reason reason,
        @Nullable String detail,
        Tally tally,
        List<NotConsidered> notConsidered,
        String flips,
        String unjudgeable) {

    /**
     * Something that cost differences leave aside, so that nobody takes them for more than they are.
     *
     * @param clause of the replayed version
     */
    record NotConsidered(String clause, Text says) {

        /** A cap on what a year may charge needs all quotes of the unit's year, and a replay judges claim by claim (E6.1). */
        static List<NotConsidered> by(CompiledPolicy policy) {
            QuoteRules quotes = policy.rules().quotes();
            QuoteRules.AnnualCap cap = quotes == null ? null : quotes.annualCap();
            return cap == null || cap.claims() == null
                    ? List.of()
                    : List.of(new NotConsidered(
                            cap.clause(),
                            new Text(
                                    "Each claim is priced by itself: the cap on what claims may charge for a unit within"
                                            + " 12 months (" + cap.clause() + ") is not considered, so that a customer"
                                            + " may pay less than the cost difference says.",
                                    "每项申请单独计价：未计入每台设备 12 个月内收费的上限（" + cap.clause() + "），客户实际支付可能低于所示差额。")));
        }
    }

    /**
     * How far a replay has come.
     *
     * @param claims that were gone over
     * @param of how many there are, counted once when the first run began; absent until then, and where counting took
     *     too long
     * @param percent rounded down; 100 also where there are none; absent as long as {@code of} is
     */
    record Progress(
            long claims, @Nullable Long of, @Nullable Integer percent) {

        static Progress of(Replay replay) {
            long claims = replay.tally().claims();
            Long total = replay.total();
            return new Progress(claims, total, total == null ? null : percent(claims, total));
        }

        private static int percent(long claims, long total) {
            return claims >= total ? 100 : (int) (claims * 100 / total);
        }
    }

    enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    static ReplayView of(Replay replay, List<NotConsidered> notConsidered) {
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
                Progress.of(replay),
                place == null ? null : place.submittedAt(),
                endedAt(phase),
                phase instanceof Phase.Failed failed ? failed.reason() : null,
                phase instanceof Phase.Failed failed ? failed.detail() : null,
                replay.tally(),
                notConsidered,
                href(replay) + "/flips",
                href(replay) + "/unjudgeable");
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
