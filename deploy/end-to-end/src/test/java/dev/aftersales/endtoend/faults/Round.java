package dev.aftersales.endtoend.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How much is run: a short round with every build, the full one under the profile {@code faults}. */
enum Round {
    SHORT,
    FULL;

    /** So that a round ends within 45 minutes, also where the last run is the longest and the machine a slow one. */
    private static final Duration LATEST_START = Duration.ofMinutes(33);

    static Round wanted() {
        return System.getProperty("aftersales.round", "short").equals("full") ? FULL : SHORT;
    }

    /**
     * Skips a run of a full round that has used up its time, so that what ran is still told.
     *
     * @throws org.opentest4j.TestAbortedException when it has
     */
    static void refuseWhenLate(String run) {
        Duration passed = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        assume(
                run,
                wanted() == SHORT || passed.compareTo(LATEST_START) < 0,
                "the round has taken " + passed.toMinutes() + " minutes already");
    }

    /** Skips a run that cannot be, and says so among the figures. */
    static void assume(String run, boolean possible, String why) {
        if (!possible) {
            Figures.notRun(run, why);
        }
        assumeTrue(possible, why);
    }

    /** The size that fits the round. */
    static int of(int inShort, int inFull) {
        return wanted() == FULL ? inFull : inShort;
    }
}
