package dev.aftersales.claims.replays;

import com.mongodb.MongoException;
import dev.aftersales.chassis.store.Outages;
import dev.aftersales.claims.adjudication.Adjudicator;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.claims.Claim;
import dev.aftersales.claims.claims.ClaimLine;
import dev.aftersales.claims.claims.ClaimSteps;
import dev.aftersales.claims.claims.ClaimWalk;
import dev.aftersales.claims.policies.Policies;
import dev.aftersales.claims.quotes.FeeModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One going at a replay, by one thread. Each line is judged twice from the facts that there are today: by the version that
 * its claim is bound to, and by the one that is replayed. Flips are written first, then the place behind them with its
 * tally, at most once a second; a place that was not written down is gone over again. A claim on which one of the versions
 * comes to no verdict is listed, and passed over: only an outage ends a run.
 */
final class ReplayRun {

    private static final Logger log = LoggerFactory.getLogger(ReplayRun.class);

    private static final long WRITE_EVERY = Duration.ofSeconds(1).toNanos();
    private static final int MOST_IN_HAND = 500;

    /** Of the claims that could not be judged; the rest is in the list only. */
    private static final int MOST_LOGGED = 20;

    private final Replay replay;
    private final int run;
    private final CompiledPolicy replayed;
    private final Policies policies;
    private final Adjudicator adjudicator;
    private final Replays replays;
    private final Flips flips;
    private final Unjudgeables unjudgeables;
    private final Worths worths;
    private final Map<String, CompiledPolicy> own = new HashMap<>();
    private final Counting counting;
    private final List<Flip> found = new ArrayList<>();
    private final List<Unjudgeable> passedOver = new ArrayList<>();
    private int logged;
    private long writtenAt = System.nanoTime();

    ReplayRun(
            Replay replay,
            int run,
            CompiledPolicy replayed,
            Policies policies,
            Adjudicator adjudicator,
            Replays replays,
            Flips flips,
            Unjudgeables unjudgeables,
            Worths worths) {
        this.replay = replay;
        this.run = run;
        this.replayed = replayed;
        this.policies = policies;
        this.adjudicator = adjudicator;
        this.replays = replays;
        this.flips = flips;
        this.unjudgeables = unjudgeables;
        this.worths = worths;
        this.counting = new Counting(replay.tally());
    }

    /** How a run ends. */
    enum End {
        /** Every claim was gone over. */
        THROUGH,
        /** It was told to stop, and has written down where. */
        STOPPED,
        /** Somebody cancelled the replay or took it up. */
        SUPERSEDED
    }

    /**
     * Goes on from where the replay is.
     *
     * @param stop whether the service stops
     * @throws RuntimeException when the store cannot be reached; it is taken up again where it was written down
     */
    End go(ClaimWalk walk, BooleanSupplier stop) {
        ClaimWalk.Place place = replay.place();
        flips.forgetBehind(replay, place);
        unjudgeables.forgetBehind(replay, place);
        if (replay.total() == null && !count(walk)) {
            return End.SUPERSEDED;
        }
        try (ClaimSteps steps = walk.over(replay.stretch(), place)) {
            while (steps.hasNext()) {
                ClaimSteps.Step step = steps.next();
                goOver(step);
                place = step.place();
                if (found.size() + passedOver.size() >= MOST_IN_HAND) {
                    keep();
                }
                boolean stopped = stop.getAsBoolean();
                if ((stopped || System.nanoTime() - writtenAt > WRITE_EVERY) && !write(place)) {
                    return End.SUPERSEDED;
                }
                if (stopped) {
                    return End.STOPPED;
                }
            }
        }
        return place == null || write(place) ? End.THROUGH : End.SUPERSEDED;
    }

    private boolean count(ClaimWalk walk) {
        OptionalLong claims = walk.count(replay.stretch());
        return claims.isEmpty() || replays.counted(replay, run, claims.getAsLong());
    }

    private boolean write(ClaimWalk.Place place) {
        keep();
        writtenAt = System.nanoTime();
        return replays.reached(replay, run, place, counting.tally());
    }

    private void keep() {
        flips.keep(found);
        found.clear();
        unjudgeables.keep(passedOver);
        passedOver.clear();
    }

    private void goOver(ClaimSteps.Step step) {
        counting.claim();
        switch (step) {
            case ClaimSteps.Step.Unreadable unreadable ->
                passOver(
                        unreadable.place(),
                        Unjudgeable.Reason.RECORD_UNREADABLE,
                        "The record of the claim, or that of its contract, cannot be read.",
                        unreadable.failure());
            case ClaimSteps.Step.Readable readable -> {
                try {
                    count(compare(readable.claim(), judge(readable)));
                } catch (NotJudged e) {
                    passOver(readable.place(), e.reason, e.detail, e.failure);
                }
            }
        }
    }

    private List<Judged> judge(ClaimSteps.Step.Readable step) {
        String name = step.claim().policyVersion();
        CompiledPolicy bound = orNot(
                () -> own.computeIfAbsent(name, this::version),
                Unjudgeable.Reason.OWN_VERSION_UNKNOWN,
                "Its own version, " + name + ", is not known any more.");
        List<Judged> judged = new ArrayList<>(step.facts().size());
        step.facts()
                .forEach((pass, facts) -> judged.add(new Judged(
                        orNot(
                                () -> adjudicator.judge(bound, facts, pass).lines(),
                                Unjudgeable.Reason.OWN_VERSION_FAILED,
                                "Its own version, " + name + ", comes to no verdict on it."),
                        orNot(
                                () -> adjudicator.judge(replayed, facts, pass).lines(),
                                Unjudgeable.Reason.REPLAYED_VERSION_FAILED,
                                "Version " + replay.version() + " comes to no verdict on it, while its own, " + name
                                        + ", does."))));
        return judged;
    }

    private static <T> T orNot(Supplier<T> judgement, Unjudgeable.Reason reason, String detail) {
        try {
            return judgement.get();
        } catch (RuntimeException e) {
            if (e instanceof MongoException || Outages.isOutage(e)) {
                throw e;
            }
            throw new NotJudged(reason, detail, e);
        }
    }

    private void passOver(ClaimWalk.Place claim, Unjudgeable.Reason reason, String detail, RuntimeException failure) {
        counting.unjudgeable();
        passedOver.add(
                new Unjudgeable(replay.vendor(), replay.id(), claim.claimId(), claim.submittedAt(), reason, detail));
        if (logged++ < MOST_LOGGED) {
            log.atWarn()
                    .addKeyValue("replay", replay.id())
                    .addKeyValue("claim", claim.claimId())
                    .addKeyValue("reason", reason)
                    .setCause(failure)
                    .log("A replay passed over a claim that cannot be judged");
        }
    }

    /** All lines of a claim, before the first is counted: a claim is compared as a whole or not at all. */
    private List<Compared> compare(Claim claim, List<Judged> judged) {
        return orNot(
                () -> {
                    List<Compared> compared = new ArrayList<>();
                    judged.forEach(ofPass -> compare(claim, ofPass, compared));
                    return compared;
                },
                Unjudgeable.Reason.NOT_COMPARABLE,
                "Both versions come to a verdict on it, but the two cannot be compared.");
    }

    private void compare(Claim claim, Judged judged, List<Compared> compared) {
        Iterator<ClaimLine> lines = claim.lines().iterator();
        for (int i = 0; i < judged.before().size(); i++) {
            LineOutcome then = judged.before().get(i);
            ClaimLine line = lines.next();
            while (line.line() != then.line()) {
                line = lines.next();
            }
            Optional<Comparison.Difference> difference =
                    Comparison.of(then, judged.after().get(i));
            compared.add(new Compared(
                    line.verdict() != then.verdict().orElse(null),
                    difference.isEmpty() ? null : flip(claim, line, difference.get())));
        }
    }

    private void count(List<Compared> compared) {
        for (Compared line : compared) {
            counting.line(line.movedOn());
            Flip flip = line.flip();
            if (flip != null) {
                counting.flip(flip);
                found.add(flip);
            }
        }
    }

    private Flip flip(Claim claim, ClaimLine line, Comparison.Difference difference) {
        return new Flip(
                claim.vendor(),
                replay.id(),
                claim.id(),
                line.line(),
                claim.submittedAt(),
                claim.policyVersion(),
                difference.before(),
                difference.after(),
                difference.shifts(),
                difference.moved().stream()
                        .map(moved ->
                                new Flip.Item(moved.item(), moved.before(), moved.after(), worth(claim, line, moved)))
                        .toList());
    }

    /** By the fee model of the version under which it is the customer who pays. */
    private @Nullable Worth worth(Claim claim, ClaimLine line, Comparison.Moved moved) {
        CompiledPolicy charging =
                moved.after() == Payer.CUSTOMER ? replayed : own.computeIfAbsent(claim.policyVersion(), this::version);
        return worths.of(
                        claim, line, moved.item(), new FeeModel(charging.rules().quotes()), moved.before())
                .orElse(null);
    }

    private CompiledPolicy version(String name) {
        return policies.version(name)
                .orElseThrow(() -> new IllegalStateException("policy version " + name + " is not known"));
    }

    /** The lines of one pass under both versions, in the order of the claim's; each line is in one pass only. */
    private record Judged(List<LineOutcome> before, List<LineOutcome> after) {}

    /** @param movedOn whether the line's own version came to something else when it judged it last */
    private record Compared(boolean movedOn, @Nullable Flip flip) {}

    /** A claim that one of the versions comes to no verdict on. */
    private static final class NotJudged extends RuntimeException {

        private final Unjudgeable.Reason reason;
        private final String detail;
        private final RuntimeException failure;

        NotJudged(Unjudgeable.Reason reason, String detail, RuntimeException failure) {
            super(detail, failure, false, false);
            this.reason = reason;
            this.detail = detail;
            this.failure = failure;
        }
    }
}
