package dev.aftersales.chassis.deadlines;

import dev.aftersales.chassis.calendars.CalendarVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise reckoned from its start, with how it was counted. Every instant is a whole second.
 *
 * @param zone in which days begin and end
 * @param calendar by which was counted; absent where none is needed
 * @param recurrence the how manieth time it is about, from 1 on
 * @param dayZero the day from which days are counted; absent for hours, where nothing is committed to, and while
 *     every day that could be it is paused
 * @param targetAt the last second of the target, at which one is warned; absent without a target, or while it is not known
 * @param dueAt the last second in which the promise is kept; absent without a commitment, and while a pause lasts before it
 * @param pausedSince since when a pause lasts for which there is no due; absent otherwise
 * @param pauses as they were given
 * @param entries the explanation, in order; at most {@value #MOST_ENTRIES}
 */
public record Reckoning(
        Promise promise,
        ZoneId zone,
        @Nullable CalendarVersion calendar,
        Start start,
        int recurrence,
        @Nullable LocalDate dayZero,
        @Nullable Instant targetAt,
        @Nullable Instant dueAt,
        @Nullable Instant pausedSince,
        List<Pause> pauses,
        List<Entry> entries) {

    /** More than this are folded. */
    public static final int MOST_ENTRIES = 200;

    public Reckoning {
        pauses = List.copyOf(pauses);
        entries = List.copyOf(entries);
    }

    /** The first second in which the promise is broken; absent as long as there is no due. */
    public @Nullable Instant breachAt() {
        return dueAt == null ? null : dueAt.plusSeconds(1);
    }

    /** Whether that instant is too late. False while there is no due. */
    public boolean isOver(Instant instant) {
        return dueAt != null && instant.truncatedTo(ChronoUnit.SECONDS).isAfter(dueAt);
    }

    /**
     * How the promise stands; never undecided or unreckonable.
     *
     * @param asOf at which instant; what comes later is left out of account
     * @param stoppedAt when what was promised was done; absent while it is not
     */
    public DeadlineState stateAt(Instant asOf, @Nullable Instant stoppedAt) {
        Instant now = asOf.truncatedTo(ChronoUnit.SECONDS);
        if (promise.limit() == null) {
            return DeadlineState.NO_COMMITMENT;
        }
        if (now.isBefore(start.countsFrom())) {
            return DeadlineState.NOT_STARTED;
        }
        if (stoppedAt != null && !stoppedAt.truncatedTo(ChronoUnit.SECONDS).isAfter(now)) {
            return isOver(stoppedAt) ? DeadlineState.BREACHED : DeadlineState.MET;
        }
        if (isOver(now)) {
            return DeadlineState.BREACHED;
        }
        if (pauses.stream().anyMatch(pause -> pause.holds(now))) {
            return DeadlineState.PAUSED;
        }
        return targetAt != null && !now.isBefore(targetAt) ? DeadlineState.WARNED : DeadlineState.RUNNING;
    }

    /** Until when a pause lasts that holds that instant; absent when none does, or when its end is not known. */
    public @Nullable Instant pausedUntil(Instant asOf) {
        Pauses.Stretch pause = Pauses.of(pauses).at(asOf.getEpochSecond());
        return pause == null || pause.to() == Pauses.NEVER ? null : Instant.ofEpochSecond(pause.to());
    }

    /** How long it took, or takes, until that instant, with all waits; nothing before it counts from. */
    public Duration elapsed(Instant until) {
        Duration elapsed = Duration.between(start.countsFrom(), until.truncatedTo(ChronoUnit.SECONDS));
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    /** How much of that was waited for others, for which no time runs (A?6, B?3). */
    public Duration waited(Instant until) {
        long from = start.countsFrom().getEpochSecond();
        long to = until.getEpochSecond();
        return Duration.ofSeconds(Pauses.of(pauses).stretches().stream()
                .mapToLong(pause -> Math.min(pause.to(), to) - Math.max(pause.from(), from))
                .filter(seconds -> seconds > 0)
                .sum());
    }
}
