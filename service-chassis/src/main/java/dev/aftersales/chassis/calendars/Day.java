package dev.aftersales.chassis.calendars;

import dev.aftersales.chassis.languages.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a calendar says of one date. */
public sealed interface Day {

    LocalDate date();

    /**
     * A day on which work is done.
     *
     * @param openings in order, apart from each other, at least one
     * @param makeUp for which holiday this weekend day is worked; absent on ordinary days
     */
    record Working(
            LocalDate date,
            List<Opening> openings,
            @Nullable Text makeUp) implements Day {
        public Working {
            openings = List.copyOf(openings);
        }
    }

    /**
     * A day on which no work is done.
     *
     * @param holiday the public holiday; absent when the day is only a weekend's
     */
    record Off(LocalDate date, @Nullable Text holiday) implements Day {}
}
