package dev.aftersales.diagnosis.gauges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.contracts.events.radar.GroupGauged;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedByFamilyTest {

    @Test
    void countsUnitsOnceThatSeveralRulesCount() {
        assertThat(CountedByFamily.units(List.of(gauge("BY_LOT", 23), gauge("BY_LOT", 8), gauge("BY_MODEL", 29))))
                .isEqualTo(31);
        assertThat(CountedByFamily.units(List.of())).isZero();
    }

    private static GroupGauged gauge(String rule, int units) {
        return new GroupGauged(
                "exporter",
                "exporter." + rule + units,
                new UnitGroup(null, "WP-400", "F1", null),
                "A-1",
                rule,
                "A4.7",
                new Words("Batch", "批量"),
                30,
                Duration.ofDays(30),
                units,
                0,
                GroupGauged.Trend.STEADY,
                null,
                null,
                List.of(),
                1,
                List.of(),
                0,
                false,
                Instant.EPOCH);
    }
}
