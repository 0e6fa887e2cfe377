package dev.aftersales.chassis.deadlines;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Counts hours by seconds: those of the stretches that it is given, without what is paused of them. */
final class HourCount {

    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private final Pauses pauses;
    private final Entries entries;
    private final @Nullable Long target;
    private final long limit;
    private long total;
    private @Nullable Long targetAt;

    /**
     * @param target in hours; absent without one
     * @param limit in hours
     */
    HourCount(Pauses pauses, Entries entries, @Nullable Integer target, int limit) {
        this.pauses = pauses;
        this.entries = entries;
        this.target = target == null ? null : target * HOUR;
        this.limit = limit * HOUR;
    }

    /**
     * Counts the seconds of a stretch that comes after those before.
     *
     * @param to the first second after it, or {@link Pauses#NEVER}
     * @return absent when the stretch is over before the limit is reached
     */
    @Nullable
    Counted count(long from, long to) {
        long at = from;
        for (Pauses.Stretch pause : pauses.stretches()) {
            if (pause.to() <= at) {
                continue;
            }
            if (pause.from() >= to) {
                break;
            }
            Counted counted = run(at, Math.max(at, pause.from()));
            if (counted != null) {
                return counted;
            }
            at = Math.max(at, pause.from());
            if (pause.to() == Pauses.NEVER) {
                return waiting(at, pause);
            }
            long resumed = Math.min(pause.to(), to);
            entries.paused(at, resumed, pause);
            at = resumed;
        }
        return run(at, to);
    }

    /** What it came to when nothing is left but that pause. */
    Counted waiting(long at, Pauses.Stretch pause) {
        entries.paused(at, pause.to(), pause);
        return Counted.waiting(null, targetAt, pause);
    }

    private @Nullable Counted run(long from, long to) {
        if (from >= to) {
            return null;
        }
        long until = Math.min(to, from + limit - total);
        if (target != null && targetAt == null && total + until - from >= target) {
            targetAt = from + target - total;
        }
        total += until - from;
        entries.counted(from, until, total);
        return total == limit ? new Counted(null, targetAt, until, null) : null;
    }
}
