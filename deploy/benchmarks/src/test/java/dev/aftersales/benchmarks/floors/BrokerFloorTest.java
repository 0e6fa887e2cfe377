package dev.aftersales.benchmarks.floors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BrokerFloorTest {

    @Test
    void readsWhatKafkasToolTells() {
        Floor.Round round = BrokerFloor.parsed("""
                0	12.5
                Avg latency: 0.8123 ms
                Percentiles: 50th = 1, 99th = 4, 99.9th = 9
                """);

        assertThat(round).isEqualTo(new Floor.Round(0.8123, 1, 4));
    }

    @Test
    void toolThatToldNothingIsNoFloor() {
        assertThatThrownBy(() -> BrokerFloor.parsed("Topic does not exist"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Topic does not exist");
    }
}
