package dev.aftersales.chassis.deadlines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pauses as stretches that do not touch each other, in order. */
final class Pauses {

    /** A pause that lasts ends never. */
    static final long NEVER = Long.MAX_VALUE;

    private static final Pauses NONE = new Pauses(List.of());

    /**
     * What is paused without a break.
     *
     * @param from its first second
     * @param to the first second after it, or {@link #NEVER}
     */
    record Stretch(long from, long to, List<String> by) {}

    private final List<Stretch> stretches;

    private Pauses(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    static Pauses of(List<Pause> pauses) {
        if (pauses.isEmpty()) {
            return NONE;
        }
        List<Stretch> merged = new ArrayList<>();
        for (Pause pause :
                pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
            Stretch next = stretch(pause);
            Stretch last = merged.isEmpty() ? null : merged.getLast();
            if (next.to() == next.from()) {
                continue;
            }
            if (last != null && next.from() <= last.to()) {
                merged.set(merged.size() - 1, union(last, next));
            } else {
                merged.add(next);
            }
        }
        return new Pauses(merged);
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }

    List<Stretch> stretches() {
        return stretches;
    }

    /** The pause that lasts; absent when none does. */
    @Nullable
    Stretch lasting() {
        return isEmpty() || stretches.getLast().to() != NEVER ? null : stretches.getLast();
    }

    /** What is paused in that second; absent when nothing is. */
    @Nullable
    Stretch at(long second) {
        for (Stretch stretch : stretches) {
            if (second < stretch.to()) {
                return second >= stretch.from() ? stretch : null;
            }
        }
        return null;
    }

    private static Stretch stretch(Pause pause) {
        Instant to = pause.to();
        return new Stretch(
                pause.from().getEpochSecond(), to == null ? NEVER : to.getEpochSecond(), List.of(pause.by()));
    }

    private static Stretch union(Stretch one, Stretch other) {
        Set<String> by = new LinkedHashSet<>(one.by());
        by.addAll(other.by());
        return new Stretch(one.from(), Math.max(one.to(), other.to()), List.copyOf(by));
    }
}
