package dev.aftersales.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void claimsAreDueAtEvenDistances() {
        Schedule schedule = new Schedule(1_000, 5);

        assertThat(schedule.dueAt(0)).isEqualTo(1_000);
        assertThat(schedule.dueAt(1)).isEqualTo(200_001_000);
        assertThat(schedule.dueAt(5)).isEqualTo(1_000_001_000);
    }

    @Test
    void roundingDoesNotAddUp() {
        assertThat(new Schedule(0, 3).dueAt(3_000))
                .isEqualTo(Duration.ofSeconds(1_000).toNanos());
    }

    @Test
    void countsWholeClaimsOnly() {
        assertThat(Schedule.countIn(Duration.ofSeconds(180), 5)).isEqualTo(900);
        assertThat(Schedule.countIn(Duration.ofMillis(1_900), 1)).isEqualTo(1);
    }

    @Test
    void refusesARateOfNothing() {
        assertThatThrownBy(() -> new Schedule(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
