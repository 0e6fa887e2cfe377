package dev.aftersales.chassis.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailingTest {

    private final AtomicLong nanoTime = new AtomicLong();
    private final Failing failing = new Failing(nanoTime::get);

    @Test
    void restsTheLongerTheOftenerItFailed() {
        failing.begin();
        assertThat(failing.failed("a")).isTrue();
        assertThat(restsAfter(Duration.ofMillis(900))).isTrue();
        assertThat(restsAfter(Duration.ofMillis(200))).isFalse();

        assertThat(failing.failed("a")).isFalse();
        assertThat(restsAfter(Duration.ofMillis(1_900))).isTrue();
        assertThat(restsAfter(Duration.ofMillis(200))).isFalse();

        IntStream.range(0, 20).forEach(i -> failing.failed("a"));
        assertThat(restsAfter(Duration.ofMinutes(10).minusMillis(1))).isTrue();
        assertThat(restsAfter(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void whatSucceedsIsTrustedAgain() {
        failing.begin();
        failing.failed("a");

        failing.succeeded("a");

        assertThat(failing.rests("a")).isFalse();
        assertThat(failing.failed("a")).isTrue();
    }

    @Test
    void whatIsDueNoMoreIsForgotten() {
        failing.begin();
        failing.failed("a");
        failing.end();
        assertThat(failing.size()).isEqualTo(1);

        nanoTime.addAndGet(Duration.ofSeconds(2).toNanos());
        failing.begin();
        failing.end();

        assertThat(failing.size()).isZero();
    }

    @Test
    void remembersNoMoreThanSoMany() {
        failing.begin();
        IntStream.range(0, 20_000).forEach(i -> failing.failed("c-" + i));

        assertThat(failing.size()).isEqualTo(10_000);
        assertThat(failing.rests("c-19999")).isTrue();
    }

    private boolean restsAfter(Duration passed) {
        nanoTime.addAndGet(passed.toNanos());
        failing.begin();
        return failing.rests("a");
    }
}
