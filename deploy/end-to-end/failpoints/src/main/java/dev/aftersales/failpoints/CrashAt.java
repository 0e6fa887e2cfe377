package dev.aftersales.failpoints;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * {@code crash-at}: the process ends at the k-th entry of a method, or at its k-th return. It may be told to count only
 * once a file is there, so that what the start itself finishes is left alone.
 */
final class CrashAt {

    private CrashAt() {}

    static List<Failpoint> of(Spec spec, Journal journal) {
        String className = spec.text("class");
        String method = spec.text("method");
        int parameters = spec.number("parameters", -1);
        Target target = parameters < 0 ? Target.of(className, method) : Target.of(className, method, parameters);
        Countdown countdown = new Countdown(target, spec.number("nth", 1), spec.text("when", ""), journal);
        Interception crash =
                switch (spec.text("at", "enter")) {
                    case "enter" ->
                        new Interception() {
                            @Override
                            public boolean skips(@Nullable Object self, @Nullable Object[] arguments) {
                                countdown.passed("enter");
                                return false;
                            }
                        };
                    case "exit" ->
                        new Interception() {
                            @Override
                            public @Nullable Object returned(@Nullable Object returned) {
                                countdown.passed("exit");
                                return returned;
                            }
                        };
                    default -> throw new IllegalArgumentException("crash-at: at= is enter or exit");
                };
        return List.of(new Failpoint(target, crash, journal));
    }

    private record Countdown(Target target, int nth, String when, AtomicInteger passes, Journal journal) {

        Countdown(Target target, int nth, String when, Journal journal) {
            this(target, nth, when, new AtomicInteger(), journal);
        }

        void passed(String at) {
            if (!when.isEmpty() && !Files.exists(Path.of(when))) {
                return;
            }
            if (passes.incrementAndGet() == nth) {
                journal.hit("target", target, "at", at, "nth", nth);
                Crash.now();
            }
        }
    }
}
