package dev.aftersales.failpoints;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code acknowledge-before-effect}: a record counts as handled at once and is handled a little later, so that a crash in
 * between loses it. Order is kept.
 */
final class AcknowledgeBeforeEffect implements Interception {

    private final long delayMillis;
    private final Journal journal;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("failpoint-later").factory());

    private AcknowledgeBeforeEffect(long delayMillis, Journal journal) {
        this.delayMillis = delayMillis;
        this.journal = journal;
    }

    static List<Failpoint> of(Spec spec, Journal journal) {
        return List.of(new Failpoint(
                Target.of("dev.aftersales.chassis.events.Listeners", "receive", 2),
                new AcknowledgeBeforeEffect(spec.number("delay", 500), journal),
                journal));
    }

    @Override
    public boolean skips(@Nullable Object self, @Nullable Object[] arguments) {
        Object listeners = Objects.requireNonNull(self);
        Object record = arguments[1];
        journal.hit(
                "topic", Foreign.value(record, "topic"),
                "partition", Foreign.value(record, "partition"),
                "offset", Foreign.value(record, "offset"));
        later.schedule(() -> handle(listeners, arguments), delayMillis, TimeUnit.MILLISECONDS);
        return true;
    }

    private static void handle(Object listeners, @Nullable Object[] arguments) {
        try {
            Switchboard.original(listeners, "receive", arguments);
        } catch (RuntimeException e) {
            // Nobody is left to deliver it again: that is the fault.
            System.err.println("FAILPOINT: a record that was acknowledged before its effect failed: " + e);
        }
    }
}
