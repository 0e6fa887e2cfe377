package dev.aftersales.chassis.deadlines;

import dev.aftersales.chassis.languages.Text;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a part of time was to a promise. */
public sealed interface Treatment {

    /**
     * Days that count.
     *
     * @param first the number of the first of them, from 1 on
     * @param last the number of the last
     * @param makeUp the holiday for which this weekend day is worked; absent for others
     */
    record CountedDays(int first, int last, @Nullable Text makeUp) implements Treatment {}

    /**
     * Months that count, from one day to the same day of another month.
     *
     * @param months how many
     * @param clamped whether that month has no such day, so that its last day is meant
     */
    record CountedMonths(int months, boolean clamped) implements Treatment {}

    /**
     * Time that counts.
     *
     * @param total what has been counted when it is over
     */
    record CountedTime(Duration total) implements Treatment {}

    /**
     * Time that does not count.
     *
     * @param holiday the public holiday; absent unless that is why
     */
    record Skipped(Why why, @Nullable Text holiday) implements Treatment {}

    /**
     * Time that does not count because something was waited for.
     *
     * @param by the codes of the pauses, in order of their start
     */
    record Paused(List<String> by) implements Treatment {
        public Paused {
            by = List.copyOf(by);
        }
    }

    /** More entries than anybody reads, left out between the first and the last of them. */
    record Folded(int entries) implements Treatment {}

    /** Why time does not count. */
    enum Why {
        /** The day of the event, from which one counts. */
        DAY_ZERO,
        /** A day whose business was over when the event came. */
        AFTER_CLOSE,
        WEEKEND,
        HOLIDAY,
        /** A time of a working day at which one is not open. */
        OUTSIDE_HOURS
    }
}
