package dev.aftersales.failpoints;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code repeat-deliveries}: once the broker has an event, the same record is sent to it up to {@code max - 1} times
 * more, at once or late, so also after newer events of the same aggregate. How often and when follows from the seed and
 * the event's id.
 */
final class RepeatDeliveries extends Sending {

    private final int max;
    private final long seed;
    private final int lateMillis;
    private final Journal journal;

    private RepeatDeliveries(int max, long seed, int lateMillis, Journal journal) {
        this.max = max;
        this.seed = seed;
        this.lateMillis = lateMillis;
        this.journal = journal;
    }

    static List<Failpoint> of(Spec spec, Journal journal) {
        return List.of(new Failpoint(
                TARGET,
                new RepeatDeliveries(spec.number("max", 5), spec.number("seed", 1), spec.number("late", 3000), journal),
                journal));
    }

    @Override
    Future<?> send(Outgoing outgoing) {
        String event = outgoing.event();
        Random random = new Random(seed * 31 + event.hashCode());
        // Each second one at once. Copied now, because a record that is sent is closed.
        List<Repeat> repeats = LongStream.range(0, random.nextInt(max))
                .mapToObj(number -> new Repeat(outgoing.copy(), random.nextBoolean() ? 0 : random.nextInt(lateMillis)))
                .toList();
        return outgoing.telling(new Substitute(outgoing.callback()) {
                    @Override
                    @Nullable
                    Object called(Method method, @Nullable Object[] arguments) {
                        boolean acknowledged = method.getName().equals("onCompletion") && arguments[1] == null;
                        if (acknowledged) {
                            repeats.forEach(repeat -> later.schedule(
                                    () -> repeat(event, repeat), repeat.afterMillis(), TimeUnit.MILLISECONDS));
                        }
                        return pass(method, arguments);
                    }
                })
                .send();
    }

    private record Repeat(Outgoing copy, int afterMillis) {}

    private void repeat(String event, Repeat repeat) {
        journal.hit("event", event, "after", repeat.afterMillis());
        repeat.copy().sendUntold();
    }
}
