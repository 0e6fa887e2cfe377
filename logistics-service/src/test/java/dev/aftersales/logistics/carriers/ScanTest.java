package dev.aftersales.logistics.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.logistics.orders.CarrierScan;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScanTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void keepsTheScansOfDifferentPartnersApart() {
        assertThat(scan("carrier-one").id()).isNotEqualTo(scan("carrier-two").id());
    }

    @Test
    void waitsLongerEachTimeUpToSomeHours() {
        Scan scan = scan("carrier-one");

        Scan once = scan.notFound(NOW);
        Scan twice = once.notFound(NOW);
        for (int i = 0; i < 100; i++) {
            scan = scan.notFound(NOW);
        }

        assertThat(Duration.between(NOW, once.tryAt())).isEqualTo(Duration.ofSeconds(5));
        assertThat(Duration.between(NOW, twice.tryAt())).isEqualTo(Duration.ofSeconds(10));
        assertThat(Duration.between(NOW, scan.tryAt())).isBetween(Duration.ofHours(5), Duration.ofHours(6));
    }

    private static Scan scan(String partner) {
        return Scan.received(
                "exporter", "CO-1", new CarrierScan(CarrierScan.Kind.ACCEPTED, partner, NOW.minusSeconds(60)), NOW);
    }
}
