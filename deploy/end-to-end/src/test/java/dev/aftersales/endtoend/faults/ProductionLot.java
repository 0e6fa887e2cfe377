package dev.aftersales.endtoend.faults;

import static org.awaitility.Awaitility.await;

import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Units of one production lot, all sold to one customer under one contract, and what the batch radar makes of them.
 *
 * @param name of the lot and of the contract
 */
record ProductionLot(Gateway gateway, String name) {

    /** Of the seeded vendor's distributor. */
    static final String CUSTOMER = "chen";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final byte[] PHOTO = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /**
     * Enters the contract, and returns when every unit is told with its lot: one that fails before counts among those whose
     * lot nobody knows.
     */
    static ProductionLot entered(Gateway gateway, String name, int units) {
        ProductionLot lot = new ProductionLot(gateway, name);
        succeeded(gateway.put(
                "viktor",
                "/api/v1/contracts/" + name,
                Map.of(
                        "organisation",
                        "pacific",
                        "shipments",
                        List.of(Map.of(
                                "billOfLading",
                                "BL-" + name,
                                "date",
                                LocalDate.now(ZoneOffset.UTC).minusMonths(2).toString(),
                                "units",
                                lot.serials(1, units).stream()
                                        .map(serial -> Map.of(
                                                "serial",
                                                serial,
                                                "model",
                                                "PX-200",
                                                "itemClass",
                                                "MAIN_UNIT",
                                                "productionLot",
                                                name))
                                        .toList())))));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> lot.sold() == units);
        return lot;
    }

    private int sold() {
        int sold = 0;
        String cursor = "";
        do {
            JsonNode page =
                    succeeded(gateway.get("viktor", "/api/v1/units?model=PX-200&limit=200&lot=" + name + cursor));
            sold += page.path("items").size();
            cursor = page.path("next").asString("");
            cursor = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        } while (!cursor.isEmpty());
        return sold;
    }

    private List<String> serials(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(unit -> String.format(Locale.ROOT, "%s-%05d", name, unit))
                .toList();
    }

    /** One claim of these units; answers when it was submitted. */
    Instant claim(int from, int count) {
        String photo = succeeded(gateway.upload(CUSTOMER, "/api/v1/evidence", "unit.png", PHOTO))
                .path("id")
                .asString();
        JsonNode claimed = succeeded(gateway.postOnce(
                CUSTOMER,
                "/api/v1/claims",
                UUID.randomUUID().toString(),
                Map.of(
                        "contractNumber",
                        name,
                        "model",
                        "PX-200",
                        "serials",
                        serials(from, count),
                        // In no catalogue: nothing is reserved or sent, and the code is its own family.
                        "faultCode",
                        "X-700",
                        "description",
                        "no output",
                        "evidenceIds",
                        List.of(photo))));
        return Instant.parse(claimed.path("submittedAt").asString());
    }

    /** Waits until the radar shows so many. */
    void awaitCounted(int units) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> gateway.get("viktor", "/api/v1/batch-radar?lot=" + name)
                                .body()
                                .path("items")
                                .path(0)
                                .path("units")
                                .asInt()
                        == units);
    }

    /** Its batch issue, once it has so many units; there is never another. */
    JsonNode awaitIssue(int units) {
        JsonNode issue = await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        this::issues,
                        issues -> issues.size() == 1
                                && issues.getFirst().path("units").asInt() == units)
                .getFirst();
        return succeeded(
                gateway.get("viktor", "/api/v1/batch-issues/" + issue.path("id").asString()));
    }

    List<JsonNode> issues() {
        return named(gateway, name);
    }

    /** The issues of units of that lot; of those whose lot nobody knows, by an empty name. */
    static List<JsonNode> named(Gateway gateway, String name) {
        JsonNode listed = succeeded(gateway.get("viktor", "/api/v1/batch-issues?limit=100"));
        return StreamSupport.stream(listed.path("items").spliterator(), false)
                .filter(issue -> name.equals(issue.path("group").path("lot").asString("")))
                .toList();
    }

    private static JsonNode succeeded(Answer answer) {
        if (!answer.succeeded()) {
            throw new IllegalStateException("the gateway answered " + answer);
        }
        return answer.body();
    }
}
