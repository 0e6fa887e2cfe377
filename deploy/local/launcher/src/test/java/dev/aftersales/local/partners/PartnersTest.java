package dev.aftersales.local.partners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.local.gateway.RecordingGateway;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PartnersTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void clerkConfirmsWhatWasReleased() throws Exception {
        try (RecordingGateway gateway = new RecordingGateway()
                .answering("/api/v1/shipments?state=RELEASED", "{\"items\":[{\"id\":\"clm-1-S1\"}]}")) {
            new Warehouse(gateway.client()).confirmReleased();

            assertThat(gateway.changes()).singleElement().satisfies(change -> assertThat(change)
                    .startsWith("POST /api/v1/shipments/clm-1-S1/confirmation Bearer wang")
                    .contains("\"carrier\":\"carrier-one\"", "\"trackingNumber\":\"C1-clm-1-S1\""));
        }
    }

    @Test
    void carrierScansItsOwnParcelsOnceForEachState() throws Exception {
        String shipments = """
                {"items":[{"carrier":"carrier-one","trackingNumber":"C1-a"},{"carrier":"other","trackingNumber":"X-1"}]}""";
        try (RecordingGateway gateway = new RecordingGateway()
                .answering("/api/v1/shipments?state=READY_FOR_CARRIER", shipments)
                .answering("/api/v1/shipments?state=DISPATCHED", shipments)) {
            Carrier carrier = new Carrier(gateway.client(), NOON);

            carrier.acceptReady();
            carrier.acceptReady();
            carrier.deliverDispatched();

            assertThat(gateway.changes())
                    .hasSize(2)
                    .allMatch(change -> change.startsWith("POST /partners/v1/events Bearer carrier-one"))
                    .anyMatch(change -> change.contains("\"type\":\"partners.carrier-accepted.v1\"")
                            && change.contains("\"id\":\"C1-a-accepted\"")
                            && change.contains("\"scannedAt\":\"2026-11-20T12:00:00Z\""))
                    .anyMatch(change -> change.contains("\"type\":\"partners.carrier-delivered.v1\"")
                            && change.contains("\"subject\":\"C1-a\"")
                            && change.contains("\"deliveredAt\":\"2026-11-20T12:00:00Z\""));
        }
    }
}
