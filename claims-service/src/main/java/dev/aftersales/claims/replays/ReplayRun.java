package dev.aftersales.claims.replays;

import com.mongodb.MongoException;
import dev.aftersales.claims.adjudication.Adjudicator;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Facts;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Pass;
import dev.aftersales.claims.claims.Claim;
import dev.aftersales.claims.claims.ClaimLine;
import dev.aftersales.claims.claims.ClaimSteps;
import dev.aftersales.claims.claims.ClaimWalk;
import dev.aftersales.claims.policies.Policies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One going at a replay, by one thread. Each line is judged twice from the facts that there are today: by the version that
 * its claim is bound to, and by the one that is replayed. Flips are written first, then the place behind them with its
 * tally, at most once a second; a place that was not written down is gone over again.
 */
final class ReplayRun {

    private static final long WRITE_EVERY = Duration.ofSeconds(1).toNanos();
    private static final int MOST_FLIPS_IN_HAND = 500;

    private final Replay replay;
    private final int run;
    private final CompiledPolicy replayed;
    private final Policies policies;
    private final Adjudicator adjudicator;
    private final Replays replays;
    private final Flips flips;
    private final Worths worths;
    private final Map<String, CompiledPolicy> own = new HashMap<>();
    private final Counting counting;
    private final List<Flip> found = new ArrayList<>();
    private long writtenAt = System.nanoTime();

    ReplayRun(
            Replay replay,
            int run,
            CompiledPolicy replayed,
            Policies policies,
            Adjudicator adjudicator,
            Replays replays,
            Flips flips,
            Worths worths) {
        this.replay = replay;
        this.run = run;
        this.replayed = replayed;
        this.policies = policies;
        this.adjudicator = adjudicator;
        this.replays = replays;
        this.flips = flips;
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
     * @throws NotJudged when a claim cannot be judged
     */
    End go(ClaimWalk walk, BooleanSupplier stop) {
        ClaimWalk.Place place = replay.place();
        flips.forgetBehind(replay, place);
        try (ClaimSteps steps = walk.over(replay.stretch(), place)) {
            while (steps.hasNext()) {
                ClaimSteps.Step step = steps.next();
                goOver(step);
                place = new ClaimWalk.Place(
                        step.claim().submittedAt(), step.claim().id());
                if (found.size() >= MOST_FLIPS_IN_HAND) {
                    keepFlips();
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

    private boolean write(ClaimWalk.Place place) {
        keepFlips();
        writtenAt = System.nanoTime();
        return replays.reached(replay, run, place, counting.tally());
    }

    private void keepFlips() {
        flips.keep(found);
        found.clear();
    }

    private void goOver(ClaimSteps.Step step) {
        Claim claim = step.claim();
        try {
            CompiledPolicy bound = own.computeIfAbsent(claim.policyVersion(), this::version);
            counting.claim();
            for (Map.Entry<Pass, Facts> ofPass : step.facts().entrySet()) {
                compare(
                        claim,
                        adjudicator
                                .judge(bound, ofPass.getValue(), ofPass.getKey())
                                .lines(),
                        adjudicator
                                .judge(replayed, ofPass.getValue(), ofPass.getKey())
                                .lines());
            }
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new NotJudged(claim.id(), e);
        }
    }

    /** The outcomes are in the order of the claim's lines, each line in one pass only. */
    private void compare(Claim claim, List<LineOutcome> before, List<LineOutcome> after) {
        Iterator<ClaimLine> lines = claim.lines().iterator();
        for (int i = 0; i < before.size(); i++) {
            LineOutcome then = before.get(i);
            ClaimLine line = lines.next();
            while (line.line() != then.line()) {
                line = lines.next();
            }
            counting.line(line.verdict() != then.verdict().orElse(null));
            Optional<Comparison.Difference> difference = Comparison.of(then, after.get(i));
            if (difference.isPresent()) {
                Flip flip = flip(claim, line, difference.get());
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
                        .map(moved -> new Flip.Item(
                                moved.item(),
                                moved.before(),
                                moved.after(),
                                worths.of(claim, line, moved.item()).orElse(null)))
                        .toList());
    }

    private CompiledPolicy version(String name) {
        return policies.version(name)
                .orElseThrow(() -> new IllegalStateException("policy version " + name + " is not known"));
    }

    /** A claim that cannot be judged: a fault of ours, or a policy version that is gone. */
    static final class NotJudged extends RuntimeException {

        private final String claimId;

        NotJudged(String claimId, RuntimeException cause) {
            super("claim " + claimId + " could not be judged", cause);
            this.claimId = claimId;
        }

        String claimId() {
            return claimId;
        }
    }
}
