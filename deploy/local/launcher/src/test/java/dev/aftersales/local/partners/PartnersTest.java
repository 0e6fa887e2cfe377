package dev.aftersales.local.partners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.local.gateway.RecordingGateway;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PartnersTest {

    /** Of the machine; the business time of what partners do is another. */
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    private static final Clock LATER = Clock.fixed(Instant.parse("2026-12-10T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void clerkConfirmsWhatWasReleased() throws Exception {
        try (RecordingGateway gateway = new RecordingGateway()
                .answering("/api/v1/shipments?state=RELEASED", "{\"items\":[{\"id\":\"clm-1-S1\"}]}")) {
            new Warehouse(gateway.client(), Trade.ALL.getFirst()).confirmReleased();

            assertThat(gateway.changes()).singleElement().satisfies(change -> assertThat(change)
                    .startsWith("POST /api/v1/shipments/clm-1-S1/confirmation Bearer wang")
                    .contains("\"carrier\":\"carrier-one\"", "\"trackingNumber\":\"C1-clm-1-S1\""));
        }
    }

    @Test
    void everyVendorHasItsOwnClerkAndACarrier() throws Exception {
        for (Trade trade : Trade.ALL) {
            try (RecordingGateway gateway = new RecordingGateway()
                    .answering(
                            "/api/v1/shipments?state=DISPATCHED",
                            "{\"items\":[{\"carrier\":\"%s\",\"trackingNumber\":\"T-1\"}]}"
                                    .formatted(trade.carrier()))) {
                new Carrier(gateway.client(), NOON, LATER, trade).deliverDispatched();

                assertThat(gateway.changes())
                        .singleElement()
                        .asString()
                        .contains("Bearer " + trade.carrier(), "\"vendor\":\"" + trade.vendor() + "\"");
            }
        }
    }

    @Test
    void carrierScansItsOwnParcelsOnceForEachState() throws Exception {
        String shipments = """
                {"items":[{"carrier":"carrier-one","trackingNumber":"C1-a"},{"carrier":"other","trackingNumber":"X-1"}]}""";
        try (RecordingGateway gateway = new RecordingGateway()
                .answering("/api/v1/shipments?state=READY_FOR_CARRIER", shipments)
                .answering("/api/v1/shipments?state=DISPATCHED", shipments)) {
            Carrier carrier = new Carrier(gateway.client(), NOON, LATER, Trade.ALL.getFirst());

            carrier.acceptReady();
            carrier.acceptReady();
            carrier.deliverDispatched();

            assertThat(gateway.changes())
                    .hasSize(2)
                    .allMatch(change -> change.startsWith("POST /partners/v1/events Bearer carrier-one"))
                    .anyMatch(change -> change.contains("\"type\":\"partners.carrier-accepted.v1\"")
                            && change.contains("\"id\":\"C1-a-accepted\"")
                            && change.contains("\"scannedAt\":\"2026-12-10T12:00:00Z\""))
                    .anyMatch(change -> change.contains("\"type\":\"partners.carrier-delivered.v1\"")
                            && change.contains("\"subject\":\"C1-a\"")
                            && change.contains("\"deliveredAt\":\"2026-12-10T12:00:00Z\""));
        }
    }

    @Test
    void paymentProviderPaysWhatAnAcceptedQuoteAsksForOnce() throws Exception {
        String quotes = """
                {"quotes":[{"number":1,"state":"REPLACED","payment":{"before":"RETURN"},"total":{"amount":"9.00","currency":"CNY"}},
                 {"number":2,"state":"ACCEPTED","payment":{"before":"RETURN"},"total":{"amount":"95.00","currency":"CNY"}}]}""";
        try (RecordingGateway gateway = new RecordingGateway()
                .answering("/api/v1/claims?limit=20", "{\"items\":[{\"id\":\"clm-1\",\"state\":\"CLOSED\"}]}")
                .answering("/api/v1/claims/clm-1/quote", quotes)) {
            PaymentProvider provider = new PaymentProvider(gateway.client(), NOON, LATER, Trade.ALL.getFirst());

            provider.collect();
            provider.collect();

            assertThat(gateway.changes()).singleElement().satisfies(change -> assertThat(change)
                    .startsWith("POST /partners/v1/events Bearer payment-one")
                    .contains("\"subject\":\"clm-1\"", "\"quote\":2", "\"amount\":\"95.00\""));
        }
    }

    @Test
    void paymentProviderCollectsNothingWhereNoPaymentIsAsked() throws Exception {
        try (RecordingGateway gateway = new RecordingGateway()
                .answering("/api/v1/claims?limit=20", "{\"items\":[{\"id\":\"clm-1\",\"state\":\"AUTHORISED\"}]}")
                .answering("/api/v1/claims/clm-1/quote", "{\"quotes\":[{\"number\":1,\"state\":\"ACCEPTED\"}]}")) {
            new PaymentProvider(gateway.client(), NOON, LATER, Trade.ALL.getFirst()).collect();

            assertThat(gateway.changes()).isEmpty();
        }
    }

    @Test
    void distributorClaimsWhatFailedOnceHeIsKnown() throws Exception {
        try (RecordingGateway gateway = new RecordingGateway()
                .answering("/api/v1/claims?limit=10", "{\"items\":[]}")
                .answering("/api/v1/customers/me", "{\"address\":{\"city\":\"Qingdao\"}}")) {
            Distributor distributor = new Distributor(gateway.client());

            distributor.claimWhatFailed();
            distributor.claimWhatFailed();

            assertThat(gateway.changes())
                    .filteredOn(change -> change.startsWith("POST /api/v1/claims Bearer chen"))
                    .hasSize(5)
                    .anyMatch(change -> change.contains("\"PX200-4001\""))
                    .anyMatch(change -> change.contains("\"PX200-4023\""))
                    .noneMatch(change -> change.contains("\"PX200-4024\""));
        }
    }

    @Test
    void distributorWaitsUntilHeIsKnown() throws Exception {
        try (RecordingGateway gateway = new RecordingGateway().answering("/api/v1/claims?limit=10", "{\"items\":[]}")) {
            new Distributor(gateway.client()).claimWhatFailed();

            assertThat(gateway.changes()).isEmpty();
        }
    }
}
