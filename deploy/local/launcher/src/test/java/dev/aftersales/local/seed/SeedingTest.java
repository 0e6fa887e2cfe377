package dev.aftersales.local.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.local.gateway.Gateway;
import dev.aftersales.local.gateway.RecordingGateway;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeedingTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

    @Test
    void entersEverythingAsThePeopleWhoMay() throws Exception {
        try (RecordingGateway gateway = new RecordingGateway()
                .answering("/api/v1/fault-catalogue", "{\"items\":[]}")
                .answering("/api/v1/stock", "{\"items\":[]}")) {
            new Seeding(gateway.client(), out).enterWhatIsMissing();

            assertThat(gateway.changes().stream().map(change -> change.replaceAll(" \\{.*", "")))
                    .containsExactly(
                            "PUT /api/v1/contracts/NW-2026-0117 Bearer viktor",
                            "PUT /api/v1/contracts/PA-2026-0042 Bearer viktor",
                            "PUT /api/v1/fault-catalogue/E-104 Bearer petra",
                            "PUT /api/v1/fault-catalogue/E-110 Bearer petra",
                            "POST /api/v1/stock/FAN-12/receipts Bearer wang",
                            "POST /api/v1/stock/PSU-24/receipts Bearer wang",
                            "PUT /api/v1/customers/me Bearer maria",
                            "PUT /api/v1/customers/me Bearer chen");
        }
        assertThat(told.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void leavesAloneWhatIsThere() throws Exception {
        try (RecordingGateway gateway = new RecordingGateway()
                .answering("/api/v1/contracts/NW-2026-0117", "{}")
                .answering("/api/v1/contracts/PA-2026-0042", "{}")
                .answering("/api/v1/fault-catalogue", "{\"items\":[{\"code\":\"E-104\"},{\"code\":\"E-110\"}]}")
                .answering("/api/v1/stock", "{\"items\":[{\"part\":\"FAN-12\"},{\"part\":\"PSU-24\"}]}")
                .answering("/api/v1/customers/me", "{\"name\":\"M\",\"address\":{\"city\":\"Oslo\"}}")) {
            new Seeding(gateway.client(), out).enterWhatIsMissing();

            assertThat(gateway.changes()).isEmpty();
        }
    }

    @Test
    void addsOnlyTheAddressToAContactThatAClaimHasLeft() throws Exception {
        try (RecordingGateway gateway = new RecordingGateway()
                .answering(
                        "/api/v1/customers/me",
                        "{\"name\":\"M. L.\",\"email\":\"m@x.example\",\"phone\":null,\"address\":null,\"language\":\"sv\"}")) {
            new Seeding(gateway.client(), out).enterWhatIsMissing();

            assertThat(gateway.changes())
                    .filteredOn(change -> change.contains("/customers/me Bearer maria"))
                    .singleElement()
                    .asString()
                    .contains("\"name\":\"M. L.\"", "\"email\":\"m@x.example\"", "\"language\":\"sv\"", "Gothenburg")
                    .doesNotContain("phone");
        }
    }

    @Test
    void tellsWhatCouldNotBeEntered() throws Exception {
        URI nowhere = URI.create("http://localhost:1");

        new Seeding(new Gateway(nowhere, nowhere), out).enterWhatIsMissing();

        assertThat(told.toString(StandardCharsets.UTF_8).lines())
                .hasSize(4)
                .allMatch(line -> line.contains("The first data is incomplete"));
    }

    @Test
    void oneLotIsWithinAYearAndOneFarBeyond() {
        Map<String, Object> contract =
                FirstData.contracts(LocalDate.of(2026, 11, 20)).getFirst().body();

        List<String> dates = ((List<?>) contract.get("shipments"))
                .stream()
                        .map(shipment -> ((Map<?, ?>) shipment).get("date").toString())
                        .toList();
        assertThat(dates).containsExactly("2026-08-20", "2025-03-20");
    }
}
