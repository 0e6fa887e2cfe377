package dev.aftersales.local.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the file from growing with what was overwritten: every second it moves a little live data together. Sees
 * as often whether a reserve that was given up can be taken again.
 */
final class Compaction {

    private static final Logger log = LoggerFactory.getLogger(Compaction.class);
    private static final int MINIMUM_FILL_PERCENT = 50;
    private static final int STEP_BYTES = 4 * 1024 * 1024;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store-compaction").factory());

    private Compaction() {}

    static Compaction start(GroupCommit commit, Reserve reserve) {
        Compaction compaction = new Compaction();
        compaction.timer.scheduleWithFixedDelay(() -> step(commit, reserve), 1, 1, TimeUnit.SECONDS);
        return compaction;
    }

    void stop() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("compaction did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void step(GroupCommit commit, Reserve reserve) {
        try {
            reserve.holdAgain();
            if (reserve.roomToTidy()) {
                commit.compact(MINIMUM_FILL_PERCENT, STEP_BYTES);
            }
        } catch (RuntimeException e) {
            log.error("compaction failed", e);
        }
    }
}
