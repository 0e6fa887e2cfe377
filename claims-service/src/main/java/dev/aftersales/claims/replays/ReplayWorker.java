package dev.aftersales.claims.replays;

import dev.aftersales.chassis.store.Outages;
import dev.aftersales.claims.adjudication.Adjudicator;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.claims.ClaimWalk;
import dev.aftersales.claims.policies.Policies;
import dev.aftersales.claims.tariffs.Tariff;
import dev.aftersales.claims.tariffs.Tariffs;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Works on replays, one at a time in this instance of the service. One that an instance left behind, killed or cut off, is
 * taken up by any other when its lease is over.
 */
final class ReplayWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReplayWorker.class);

    private final Replays replays;
    private final Flips flips;
    private final Unjudgeables unjudgeables;
    private final ClaimWalk walk;
    private final ReplayedVersions versions;
    private final Policies policies;
    private final Adjudicator adjudicator;
    private final Tariffs tariffs;
    private final Clock businessClock;
    private final Duration pause;
    private volatile boolean running;
    private @Nullable Thread thread;

    /** @param pause between two looks for replays that were left behind */
    ReplayWorker(
            Replays replays,
            Flips flips,
            Unjudgeables unjudgeables,
            ClaimWalk walk,
            ReplayedVersions versions,
            Policies policies,
            Adjudicator adjudicator,
            Tariffs tariffs,
            Clock businessClock,
            Duration pause) {
        this.replays = replays;
        this.flips = flips;
        this.unjudgeables = unjudgeables;
        this.walk = walk;
        this.versions = versions;
        this.policies = policies;
        this.adjudicator = adjudicator;
        this.tariffs = tariffs;
        this.businessClock = businessClock;
        this.pause = pause;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("replays").daemon(true).start(this::work);
    }

    /** A replay in hand is left where it is; another instance, or this one when it is back, goes on from there. */
    @Override
    public void stop() {
        running = false;
        Thread worker = thread;
        if (worker != null) {
            LockSupport.unpark(worker);
            try {
                worker.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Looks for work now instead of after the pause. */
    void hurry() {
        Thread worker = thread;
        if (worker != null) {
            LockSupport.unpark(worker);
        }
    }

    private void work() {
        while (running) {
            boolean worked = false;
            try {
                Optional<Replay> taken = replays.takeUp();
                worked = taken.isPresent();
                taken.ifPresent(this::goAt);
            } catch (RuntimeException | Error e) {
                // The lease runs out, and the replay is taken up again where it was left. The health of the store tells
                // of an outage already.
                if (!Outages.isOutage(e)) {
                    log.atError().setCause(e).log("A replay was left behind; it is tried again");
                }
                worked = false;
            }
            if (!worked) {
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    private Worths worths(String vendor) {
        return new Worths(tariffs.find(vendor, Tariff.STANDARD).orElse(null));
    }

    private void goAt(Replay replay) {
        int run = replay.runs();
        log.atInfo()
                .addKeyValue("replay", replay.id())
                .addKeyValue("vendor", replay.vendor())
                .addKeyValue("run", run)
                .log("Replay taken up");
        Optional<CompiledPolicy> version = versions.find(replay.version(), replay.rules());
        if (version.isEmpty()) {
            replays.leave(
                    replay,
                    run,
                    new Phase.Failed(
                            Phase.Reason.VERSION_CHANGED,
                            "Version " + replay.version() + " does not say any more what it said when the replay was"
                                    + " asked for. Ask for a new one.",
                            businessClock.instant()));
            return;
        }
        ReplayRun.End end = new ReplayRun(
                        replay,
                        run,
                        version.get(),
                        policies,
                        adjudicator,
                        replays,
                        flips,
                        unjudgeables,
                        worths(replay.vendor()))
                .go(walk, () -> !running);
        switch (end) {
            case THROUGH -> replays.leave(replay, run, new Phase.Done(businessClock.instant()));
            case STOPPED -> replays.leave(replay, run, new Phase.Waiting());
            case SUPERSEDED -> {
                // Whoever did it has written the phase.
            }
        }
        log.atInfo()
                .addKeyValue("replay", replay.id())
                .addKeyValue("run", run)
                .addKeyValue("end", end)
                .log("Replay left");
    }
}
