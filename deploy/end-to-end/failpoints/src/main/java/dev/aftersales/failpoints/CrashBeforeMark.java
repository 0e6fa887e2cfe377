package dev.aftersales.failpoints;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code crash-before-mark}: the broker acknowledges events, none is taken out of its outbox, and at the n-th the process
 * ends. It may be told to begin only once a file is there, so that the process is ready before it ends.
 */
final class CrashBeforeMark {

    private CrashBeforeMark() {}

    static List<Failpoint> of(Spec spec, Journal journal) {
        Armed armed = new Armed(spec.text("when", ""));
        return List.of(
                new Failpoint(
                        Target.of("dev.aftersales.chassis.outbox.OutboxRelay", "acknowledged", 2),
                        new Acknowledgments(spec.number("hits"), armed, journal),
                        journal),
                new Failpoint(
                        Target.of("dev.aftersales.chassis.outbox.OutboxMarker", "mark", 1),
                        new Interception() {
                            @Override
                            public boolean skips(@Nullable Object self, @Nullable Object[] arguments) {
                                return armed.isSo();
                            }
                        },
                        journal));
    }

    /** @param when the file; empty where it begins at once */
    private record Armed(String when) {

        boolean isSo() {
            return when.isEmpty() || Files.exists(Path.of(when));
        }
    }

    private static final class Acknowledgments implements Interception {

        private final int enough;
        private final Armed armed;
        private final Journal journal;
        private int acknowledged;

        Acknowledgments(int enough, Armed armed, Journal journal) {
            this.enough = enough;
            this.armed = armed;
            this.journal = journal;
        }

        @Override
        public synchronized boolean skips(@Nullable Object self, @Nullable Object[] arguments) {
            if (!armed.isSo()) {
                return false;
            }
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
