package dev.aftersales.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Brings back parts that ended although nobody asked them to, and tells of it. What is asked of a part meanwhile counts
 * more: then it leaves the part alone.
 */
final class Supervisor {

    private final Pace pace;
    private final PrintStream out;
    private final Consumer<String> onGivingUp;
    private final Map<String, Integer> hastyEnds = new ConcurrentHashMap<>();

    /** @param onGivingUp hears one sentence when a part cannot be brought back */
    Supervisor(Pace pace, PrintStream out, Consumer<String> onGivingUp) {
        this.pace = pace;
        this.out = out;
        this.onGivingUp = onGivingUp;
    }

    /** Returns at once; what it takes is done by a thread of its own. */
    void bringBack(UnaskedEnd end) {
        Thread.ofVirtual().name("bring-back-" + end.ending().part()).start(() -> {
            try {
                tryUntilReady(end);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // A part that stays down without a word would be worse than an end.
                onGivingUp.accept(end.ending().part() + " cannot be brought back: " + e);
            }
        });
    }

    private void tryUntilReady(UnaskedEnd end) throws InterruptedException {
        long begun = System.nanoTime();
        PartProcess process = end.process();
        String part = end.ending().part();
        int hasty = end.readyFor().compareTo(pace.steady()) < 0 ? hastyEnds.getOrDefault(part, 0) : 0;
        String fact = end.ending().fact();
        for (int failures = 0; failures < pace.failures(); failures++) {
            Duration pause = pace.pauseBefore(hasty);
            hasty++;
            hastyEnds.put(part, hasty);
            out.println(fact + ": it is started again "
                    + (pause.isZero() ? "at once" : "in " + pause.toSeconds() + " s") + "; log: " + process.log());
            process.pause(end.turn(), pause);
            switch (process.startAgain(end.turn())) {
                case StartOutcome.Ready ready -> {
                    out.println(String.format(
                            Locale.ROOT,
                            "%s is ready again, %.1f s after it ended.",
                            part,
                            (System.nanoTime() - begun) / 1e9));
                    return;
                }
                case StartOutcome.Overtaken overtaken -> {
                    return;
                }
                case StartOutcome.Failed failed -> fact = failed.fact();
            }
        }
        onGivingUp.accept(part + " cannot be brought back, " + pace.failures() + " starts in a row failed; the last: "
                + fact + ". When that is mended, start again with deploy/up: the data is kept; log: " + process.log());
    }

    /**
     * How patiently parts are brought back.
     *
     * @param first pause before the second start; each further one is twice as long
     * @param longest pause
     * @param steady time after which a part that was ready so long counts as sound again
     * @param failures starts in a row that may fail
     */
    record Pace(Duration first, Duration longest, Duration steady, int failures) {

        /** Tries for some five minutes, so that room on a disk, for example, may be made meanwhile. */
        static final Pace USUAL = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(30), 30);

        /** Nothing before the first start. */
        Duration pauseBefore(int startsSoFar) {
            if (startsSoFar == 0) {
                return Duration.ZERO;
            }
            Duration pause = first;
            for (int i = 1; i < startsSoFar && pause.compareTo(longest) < 0; i++) {
                pause = pause.multipliedBy(2);
            }
            return pause.compareTo(longest) < 0 ? pause : longest;
        }
    }
}
