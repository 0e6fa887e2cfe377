package dev.aftersales.failpoints;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code crash-before-mark}: the broker acknowledges events, none is taken out of its outbox, and at the n-th the process
 * ends.
 */
final class CrashBeforeMark {

    private CrashBeforeMark() {}

    static List<Failpoint> of(Spec spec, Journal journal) {
        return List.of(
                new Failpoint(
                        Target.of("dev.aftersales.chassis.outbox.OutboxRelay", "acknowledged", 2),
                        new Acknowledgments(spec.number("hits"), journal),
                        journal),
                new Failpoint(
                        Target.of("dev.aftersales.chassis.outbox.OutboxMarker", "mark", 1),
                        new Interception() {
                            @Override
                            public boolean skips(@Nullable Object self, @Nullable Object[] arguments) {
                                return true;
                            }
                        },
                        journal));
    }

    private static final class Acknowledgments implements Interception {

        private final int enough;
        private final Journal journal;
        private int acknowledged;

        Acknowledgments(int enough, Journal journal) {
            this.enough = enough;
            this.journal = journal;
        }

        @Override
        public synchronized boolean skips(@Nullable Object self, @Nullable Object[] arguments) {
            Object aggregate = Foreign.value(arguments[0], "key");
            acknowledged++;
            journal.hit(
                    "collection",
                    Foreign.value(aggregate, "collection"),
                    "aggregate",
                    Foreign.value(aggregate, "id"),
                    "sequence",
                    Foreign.value(arguments[1], "sequence"),
                    "event",
                    Foreign.value(arguments[1], "id"));
            if (acknowledged == enough) {
                Crash.now();
            }
            return false;
        }
    }
}
