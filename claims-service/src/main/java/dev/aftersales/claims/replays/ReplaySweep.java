package dev.aftersales.claims.replays;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes replays that have been over for long. What a replay found goes first and the replay last, so that a sweep that
 * died between the two is finished by the next.
 */
final class ReplaySweep implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(ReplaySweep.class);
    private static final int BATCH = 20;

    private final Replays replays;
    private final Flips flips;
    private final Unjudgeables unjudgeables;
    private final Duration keep;
    private final Clock businessClock;

    /** @param keep how long a replay stays once it is over */
    ReplaySweep(Replays replays, Flips flips, Unjudgeables unjudgeables, Duration keep, Clock businessClock) {
        this.replays = replays;
        this.flips = flips;
        this.unjudgeables = unjudgeables;
        this.keep = keep;
        this.businessClock = businessClock;
    }

    @Override
    public void run() {
        Instant time = businessClock.instant().minus(keep);
        List<Replay> batch;
        do {
            batch = replays.overBefore(time, BATCH);
            batch.forEach(this::remove);
        } while (batch.size() == BATCH);
    }

    private void remove(Replay replay) {
        flips.forgetBehind(replay, null);
        unjudgeables.forgetBehind(replay, null);
        replays.forget(replay);
        log.atInfo()
                .addKeyValue("replay", replay.id())
                .addKeyValue("vendor", replay.vendor())
                .log("Removed a replay that has been over for long");
    }
}
