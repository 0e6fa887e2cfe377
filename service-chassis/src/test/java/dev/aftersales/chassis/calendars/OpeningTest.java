package dev.aftersales.chassis.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTest {

    @Test
    void mayEndWithTheDay() {
        Opening evening = Opening.of("18:00", "24:00");

        assertThat(evening.endsWithDay()).isTrue();
        assertThat(evening.toSecond()).isEqualTo(86_400);
        assertThat(evening).hasToString("18:00-24:00").isEqualTo(Opening.of("18:00", "00:00"));
        assertThat(Opening.of("00:00", "24:00").fromSecond()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "18:00, 09:00, 'an opening ends after it begins, not from 18:00 to 09:00'",
        "09:00, 09:00, 'an opening ends after it begins, not from 09:00 to 09:00'",
        "24:00, 09:00, '\"24:00\" is no time of day, as 08:30 is'",
        "9 am, 18:00, '\"9 am\" is no time of day, as 08:30 is'"
    })
    void refusesWhatIsNoStretchOfADay(String from, String to, String message) {
        assertThatThrownBy(() -> Opening.of(from, to))
                .isInstanceOf(IllegalCalendar.class)
                .hasMessage(message);
    }

    @Test
    void refusesPartsOfASecond() {
        assertThatThrownBy(() -> new Opening(LocalTime.of(9, 0, 0, 1), LocalTime.NOON))
                .isInstanceOf(IllegalCalendar.class)
                .hasMessageContaining("whole seconds");
    }
}
