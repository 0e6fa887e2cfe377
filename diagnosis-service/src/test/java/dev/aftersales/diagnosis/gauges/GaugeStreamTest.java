package dev.aftersales.diagnosis.gauges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.contracts.events.radar.GroupGauged;
import dev.aftersales.contracts.events.radar.GroupGauged.Trend;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GaugeStreamTest {

    private static final GaugeFilter ALL = new GaugeFilter(null, null, null, null, null, null);
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final GaugeStream stream = new GaugeStream("anna", "exporter", ALL);

    @Test
    void aSlowReaderIsToldTheLastWordOnEachGroupOnly() throws InterruptedException {
        for (int units = 1; units <= 10_000; units++) {
            stream.tell(gauge("exporter", "exporter.1", units));
        }
        stream.tell(gauge("exporter", "exporter.2", 7));

        assertThat(stream.next(Duration.ZERO).orElseThrow())
                .extracting(GroupGauged::units)
                .containsExactly(10_000, 7);
        assertThat(stream.next(Duration.ofMillis(1)).orElseThrow()).isEmpty();
    }

    @Test
    void aReaderWhoIsTooSlowForThatIsGivenUpAndHoldsNothing() throws InterruptedException {
        for (int group = 0; group <= GaugeStream.MOST; group++) {
            stream.tell(gauge("exporter", "exporter." + group, 1));
        }

        assertThat(stream.next(Duration.ofDays(1))).isEmpty();
        stream.tell(gauge("exporter", "exporter.1", 1));
        assertThat(stream.next(Duration.ofDays(1))).isEmpty();
    }

    @Test
    void isToldNothingOfOtherVendorsOrGroupsThatAreNotAskedFor() throws InterruptedException {
        GaugeStream narrow = new GaugeStream("anna", "exporter", new GaugeFilter("PX", "L-1", null, null, null, null));
        stream.tell(gauge("agency", "agency.1", 1));
        narrow.tell(gauge("exporter", "exporter.1", 1));

        assertThat(stream.next(Duration.ZERO).orElseThrow()).isEmpty();
        assertThat(narrow.next(Duration.ZERO).orElseThrow()).isEmpty();
    }

    private static GroupGauged gauge(String vendor, String group, int units) {
        return new GroupGauged(
                vendor,
                group,
                new UnitGroup("nordwind", "PX", "P-501", null),
                "A-1",
                "BATCH_ISSUE",
                "A4.7",
                new Words("a batch", "批量"),
                30,
                Duration.ofDays(30),
                units,
                0,
                Trend.RISING,
                NOW,
                NOW,
                List.of(),
                1,
                List.of(),
                0,
                false,
                NOW);
    }
}
