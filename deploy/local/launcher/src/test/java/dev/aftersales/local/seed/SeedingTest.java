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
import java.util.function.Function;
import java.util.stream.Collectors;
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
                    .startsWith(
                            "PUT /api/v1/contracts/NW-2026-0117 Bearer viktor",
                            "PUT /api/v1/contracts/PA-2026-0042 Bearer viktor",
                            "PUT /api/v1/agreements/SA-2026-0008 Bearer viktor",
                            "PUT /api/v1/fault-catalogue/E-104 Bearer petra",
                            "PUT /api/v1/fault-catalogue/E-110 Bearer petra",
                            "PUT /api/v1/tariffs/standard Bearer felix",
                            "POST /api/v1/stock/FAN-12/receipts Bearer wang",
                            "POST /api/v1/stock/PSU-24/receipts Bearer wang",
                            "PUT /api/v1/customers/me Bearer maria",
                            "PUT /api/v1/customers/me Bearer chen",
                            "PUT /api/v1/team-mailboxes/agent Bearer viktor",
                            "PUT /api/v1/team-mailboxes/technician Bearer viktor",
                            "PUT /api/v1/team-mailboxes/warehouse Bearer viktor",
                            "PUT /api/v1/team-mailboxes/account-manager Bearer viktor",
                            "PUT /api/v1/team-mailboxes/vendor-ops Bearer viktor",
                            "PUT /api/v1/team-mailboxes/policy-admin Bearer viktor",
                            "PUT /api/v1/contracts/HL-2026-0031 Bearer shen")
                    .contains(
                            "PUT /api/v1/tariffs/standard Bearer qiu",
                            "PUT /api/v1/fault-catalogue/H-310 Bearer pia",
                            "POST /api/v1/stock/SCR-10/receipts Bearer leon",
                            "PUT /api/v1/agreements/MY-2026-0002 Bearer yara",
                            "PUT /api/v1/customers/me Bearer paul",
                            "PUT /api/v1/team-mailboxes/agent Bearer yara");
            assertThat(gateway.changes())
                    .anyMatch(change -> change.startsWith("PUT /api/v1/team-mailboxes/vendor-ops Bearer shen")
                            && change.contains("operations@shops.example"));
        }
        assertThat(told.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void leavesAloneWhatIsThere() throws Exception {
        try (RecordingGateway gateway = new RecordingGateway()
                .answering("/api/v1/fault-catalogue", items("code", FirstData::faults, FirstData.Entry::key))
                .answering("/api/v1/stock", items("part", FirstData::receipts, FirstData.Receipt::part))
                .answering("/api/v1/tariffs/standard", "{}")
                .answering(
                        "/api/v1/team-mailboxes",
                        TeamMailbox.ALL.stream()
                                .map(mailbox -> "{\"role\":\"" + mailbox.role() + "\",\"version\":1}")
                                .collect(Collectors.joining(",", "{\"items\":[", "]}")))
                .answering("/api/v1/customers/me", "{\"name\":\"M\",\"address\":{\"city\":\"Oslo\"}}")) {
            for (FirstData data : FirstData.ofToday()) {
                data.contracts().forEach(contract -> gateway.answering("/api/v1/contracts/" + contract.key(), "{}"));
                data.agreements()
                        .forEach(agreement -> gateway.answering("/api/v1/agreements/" + agreement.key(), "{}"));
            }

            new Seeding(gateway.client(), out).enterWhatIsMissing();

            assertThat(gateway.changes()).isEmpty();
        }
    }

    @Test
    void entersAMailboxForARoleThatHasNone() throws Exception {
        try (RecordingGateway gateway = new RecordingGateway()
                .answering(
                        "/api/v1/team-mailboxes",
                        "{\"items\":[{\"role\":\"agent\",\"version\":2},{\"role\":\"warehouse\",\"version\":0}]}")) {
            new Seeding(gateway.client(), out).enterWhatIsMissing();

            assertThat(gateway.changes())
                    .anyMatch(change -> change.startsWith("PUT /api/v1/team-mailboxes/warehouse"))
                    .noneMatch(change -> change.startsWith("PUT /api/v1/team-mailboxes/agent"));
        }
    }

    private static <T> String items(String field, Function<FirstData, List<T>> of, Function<T, String> name) {
        return FirstData.ofToday().stream()
                .flatMap(data -> of.apply(data).stream())
                .map(entry -> "{\"" + field + "\":\"" + name.apply(entry) + "\"}")
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
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
                .hasSize(30)
                .allMatch(line -> line.contains("The first data is incomplete"));
    }

    @Test
    void oneLotIsWithinAYearAndOneFarBeyond() {
        Map<String, Object> contract =
                Exporter.data(LocalDate.of(2026, 11, 20)).contracts().getFirst().body();

        List<String> dates = ((List<?>) contract.get("shipments"))
                .stream()
                        .map(shipment -> ((Map<?, ?>) shipment).get("date").toString())
                        .toList();
        assertThat(dates).containsExactly("2026-08-20", "2025-03-20");
    }
}
