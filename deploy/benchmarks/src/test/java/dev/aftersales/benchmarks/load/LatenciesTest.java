package dev.aftersales.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static Latencies millis(long... millis) {
        return Latencies.of(
                LongStream.of(millis).mapToObj(one -> one * 1_000_000).toList());
    }

    @Test
    void percentileIsTheNearestRankThatWasMeasured() {
        Latencies hundred = millis(LongStream.rangeClosed(1, 100).toArray());

        assertThat(hundred.millisAt(50)).isEqualTo(50);
        assertThat(hundred.millisAt(99)).isEqualTo(99);
        assertThat(hundred.millisAt(99.1)).isEqualTo(100);
        assertThat(hundred.millisAt(100)).isEqualTo(100);
        assertThat(millis(7).millisAt(1)).isEqualTo(7);
    }

    @Test
    void orderOfMeasuringDoesNotMatter() {
        assertThat(millis(9, 1, 5).millisAt(50)).isEqualTo(5);
    }

    @Test
    void nothingMeasuredHasNoPercentile() {
        assertThat(millis().millisAt(50)).isNaN();
        assertThatThrownBy(() -> millis(1).millisAt(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> millis(1).millisAt(101)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lateIsWhatTookLongerThanTheLimit() {
        assertThat(millis(999, 1000, 1001, 5000).above(1000)).isEqualTo(2);
    }

    @Test
    void oneDisturbedRoundDoesNotMoveTheMedian() {
        assertThat(Latencies.median(List.of(1.0, 90.0, 1.2))).isEqualTo(1.2);
        assertThat(Latencies.median(List.of(1.0, 2.0))).isEqualTo(1.5);
        assertThat(Latencies.median(List.of())).isNaN();
    }
}
