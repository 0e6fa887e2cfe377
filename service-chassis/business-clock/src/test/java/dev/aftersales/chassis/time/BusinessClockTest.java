package dev.aftersales.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BusinessClockTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final BusinessClock clock = new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void isMachineTimeBeforeItIsMoved() {
        assertThat(clock.instant()).isEqualTo(NOW);
        assertThat(clock.offset()).isZero();
    }

    @Test
    void isAheadOfMachineTimeByItsOffset() {
        assertThat(clock.forwardTo(Duration.ofDays(20))).isTrue();

        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofDays(20)));
    }

    @Test
    void neverGoesBack() {
        clock.forwardTo(Duration.ofHours(48));

        assertThat(clock.forwardTo(Duration.ofHours(1))).isFalse();

        assertThat(clock.offset()).isEqualTo(Duration.ofHours(48));
    }

    @Test
    void tellsOfEachMoveOnceAndOfNoRepeat() {
        AtomicInteger moves = new AtomicInteger();
        clock.onMove(moves::incrementAndGet);

        clock.forwardTo(Duration.ofHours(48));
        clock.forwardTo(Duration.ofHours(48));
        clock.forwardTo(Duration.ofHours(1));

        assertThat(moves).hasValue(1);
    }

    @Test
    void readInAnotherZoneItIsMovedToo() {
        Clock shanghai = clock.withZone(ZoneId.of("Asia/Shanghai"));

        clock.forwardTo(Duration.ofHours(1));

        assertThat(ZonedDateTime.now(shanghai)).isEqualTo("2026-11-21T19:00:00+08:00[Asia/Shanghai]");
    }
}
