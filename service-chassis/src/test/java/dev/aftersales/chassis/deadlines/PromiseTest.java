package dev.aftersales.chassis.deadlines;

import static dev.aftersales.chassis.deadlines.SampleCalendars.SHANGHAI;
import static dev.aftersales.chassis.deadlines.SampleCalendars.at;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aftersales.chassis.calendars.Opening;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PromiseTest {

    private static final Promise HOURS = Promise.within("X1", 12, Promise.Unit.ELAPSED_HOURS);

    @Test
    void refusesATargetBeyondTheLimitOrWithoutOne() {
        refuses(() -> HOURS.from(13), "X1: the target 13 is not between 1 and the limit");
        refuses(() -> HOURS.from(0), "X1: the target 0 is not between 1 and the limit");
        refuses(() -> Promise.none("X1").from(1), "X1: the target 1 is not between 1 and the limit");
    }

    @Test
    void refusesALimitThatIsNoneOrEndless() {
        refuses(() -> Promise.within("X1", 0, Promise.Unit.MONTHS), "X1: the limit 0 is not between 1 and 10000");
        refuses(
                () -> Promise.within("X1", 10_001, Promise.Unit.MONTHS),
                "X1: the limit 10001 is not between 1 and 10000");
    }

    @Test
    void refusesALimitWithoutAUnit() {
        refuses(
                () -> new Promise("X1", null, null, 3, null, List.of()),
                "X1: unit and limit stand together or not at all");
    }

    @Test
    void refusesAnHourOfCloseForWhatDoesNotClose() {
        refuses(
                () -> HOURS.closingAt(LocalTime.of(18, 0)),
                "X1: only business and working days close, and at a whole second, not at 18:00");
    }

    @Test
    void refusesHoursOfItsOwnForAllButServiceHours() {
        List<Opening> overlapping = List.of(Opening.of("08:00", "12:00"), Opening.of("11:00", "18:00"));

        refuses(() -> HOURS.openEveryDay(overlapping), "X1: only service hours have hours of their own");
        refuses(
                () -> Promise.within("X1", 2, Promise.Unit.SERVICE_HOURS).openEveryDay(overlapping),
                "X1: 08:00-12:00 and 11:00-18:00 overlap or are out of order");
    }

    @Test
    void recursInMonthsOnlyAndNotForEver() {
        Deadlines deadlines = new Deadlines(SHANGHAI, null);
        Start start = Start.at("EVENT", at("2026-06-05T10:00"));
        Promise months = Promise.within("E5.2", 6, Promise.Unit.MONTHS);

        refuses(() -> deadlines.recurrence(HOURS, 2, start, List.of()), "X1: there is no time number 2");
        refuses(() -> deadlines.recurrence(months, 0, start, List.of()), "E5.2: there is no time number 0");
        refuses(
                () -> deadlines.recurrence(months, 2_001, start, List.of()),
                "E5.2: time number 2001 is more than a thousand years ahead");
    }

    @Test
    void isNotReckonedOutsideOfTheYearsThatACalendarCanHold() {
        refuses(
                () -> Start.at("EVENT", Instant.MAX),
                "an instant lies in the years from 1970 to 2999, not at +1000000000-12-31T23:59:59.999999999Z");
    }

    private static void refuses(ThrowingCallable given, String message) {
        assertThatThrownBy(given).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
