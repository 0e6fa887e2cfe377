package dev.aftersales.claims.units;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.contracts.SalesContract;
import dev.aftersales.claims.contracts.StoredContracts;
import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.events.units.UnitRecorded;
import dev.aftersales.contracts.events.units.UnitRemoved;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What {@code units} says of contracts that are entered. */
@ServiceIT
class UnitsToldIT {

    private static final String RECORDED = EventTypes.typeOf(UnitRecorded.class);
    private static final String REMOVED = EventTypes.typeOf(UnitRemoved.class);

    @LocalServerPort
    int port;

    @Autowired
    Contracts contracts;

    @Autowired
    UnitRecords records;

    @Autowired
    TellUnits tellUnits;

    @Autowired
    AggregatesFactory factory;

    @Autowired
    MongoDatabase database;

    private final String key = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private Api viktor;

    @BeforeEach
    void connect() {
        viktor = Api.at(port).as(People.VIKTOR);
    }

    @Test
    void aContractTellsOfItsUnitsOnce() {
        // When
        enter("C-" + key, "nordwind", unit("A", "L1"), unit("B", null));
        enter("C-" + key, "nordwind", unit("A", "L1"), unit("B", null));
        awaitTold("C-" + key);

        // Then
        Message first = about("A").getFirst();
        assertThat(first.key()).isEqualTo("exporter/A-" + key);
        assertThat(first.type()).isEqualTo(RECORDED);
        assertThat(first.header("ce_sequence")).isEqualTo("1");
        assertThat(first.<String>at("$.lot")).isEqualTo("L1");
        assertThat(first.<String>at("$.contractNumber")).isEqualTo("C-" + key);
        assertThat(first.<String>at("$.organisation")).isEqualTo("nordwind");
        assertThat(about("A")).hasSize(1);
        assertThat(about("B")).singleElement().satisfies(unit -> assertThat(unit.text())
                .doesNotContain("lot"));
    }

    @Test
    void aContractThatIsEnteredAnewTellsWhatIsOtherwise() {
        // Given
        enter("C-" + key, "nordwind", unit("A", "L1"), unit("B", "L1"), unit("C", "L1"));
        awaitTold("C-" + key);

        // When
        enter("C-" + key, "nordwind", unit("A", "L1"), unit("B", "L2"), unit("C", "L1"));
        awaitTold("C-" + key);
        enter("C-" + key, "nordwind", unit("A", "L1"), unit("B", "L2"));
        awaitTold("C-" + key);

        // Then
        assertThat(about("A")).hasSize(1);
        assertThat(about("B")).extracting(unit -> unit.<String>at("$.lot")).containsExactly("L1", "L2");
        assertThat(about("C")).extracting(Message::type).containsExactly(RECORDED, REMOVED);
        assertThat(about("C").getLast().<String>at("$.contractNumber")).isEqualTo("C-" + key);
    }

    /** Both entries before any of them is told, so that the first comes upon the second. */
    @Test
    void aUnitThatMovesStandsUnderTheContractThatHasIt() {
        // Given
        enter("C-" + key, "nordwind", unit("A", "L1"), unit("B", "L1"));
        awaitTold("C-" + key);

        // When
        enter("C-" + key, "nordwind", unit("B", "L1"));
        enter("D-" + key, "pacific", unit("A", "L1"));
        awaitTold("C-" + key);
        awaitTold("D-" + key);

        // Then
        Message last = about("A").getLast();
        assertThat(last.type()).isEqualTo(RECORDED);
        assertThat(last.<String>at("$.contractNumber")).isEqualTo("D-" + key);
        assertThat(last.<String>at("$.organisation")).isEqualTo("pacific");
        assertThat(about("B")).hasSize(1);
        assertThat(about("A"))
                .extracting(unit -> Integer.parseInt(unit.header("ce_sequence")))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aContractOfBeforeTellsOnce() {
        // Given
        StoredContracts before = new StoredContracts(factory);
        before.keepOfBefore("P-" + key, LocalDate.parse("2025-03-14"), 2, 1);
        awaitTold("P-" + key);

        // When: entered with one unit more, and found as a contract of before again
        before.keepOfBefore("P-" + key, LocalDate.parse("2025-03-14"), 3, 2);
        database.getCollection("contracts").updateOne(eq("_id", "exporter/P-" + key), unset("unitsTold"));
        awaitTold("P-" + key);

        // Then
        List<Message> told = once(Topics.read("units").stream()
                .filter(unit -> unit.text().contains("P-" + key))
                .toList());
        assertThat(told).extracting(Message::key).hasSize(3).doesNotHaveDuplicates();
    }

    /** An instance that was frozen comes back and believes that it has told everything. */
    @Test
    void whatCameSinceStaysToBeTold() {
        // Given
        enter("C-" + key, "nordwind", unit("A", "L1"));
        SalesContract before = contracts.find("exporter", "C-" + key).orElseThrow();
        awaitTold("C-" + key);

        // When
        enter("C-" + key, "nordwind", unit("A", "L2"));
        contracts.unitsTold(before);
        awaitTold("C-" + key);

        // Then
        assertThat(about("A")).extracting(unit -> unit.<String>at("$.lot")).containsExactly("L1", "L2");
    }

    /** Two instances at once, of which neither knows of the other. */
    @Test
    void tellsOnceThoughTwoTellAtATime() {
        // Given
        String units =
                IntStream.range(0, 300).mapToObj(i -> unit("N" + i, "L1")).collect(Collectors.joining(","));

        // When
        enter("C-" + key, "nordwind", units);
        Thread other = Thread.ofVirtual().start(() -> new TellUnits(contracts, records, () -> 0).run());
        new TellUnits(contracts, records, () -> 0).run();
        await().until(() -> !other.isAlive());
        awaitTold("C-" + key);

        // Then
        assertThat(awaitUnits("N", 300)).extracting(Message::key).doesNotHaveDuplicates();
    }

    @Test
    void aContractThatCannotBeReadHoldsUpNoOther() {
        // Given: first in the order, and of a form that nobody knows
        enter("A-" + key, "nordwind", unit("A", "L1"));
        Document kept = database.getCollection("contracts")
                .find(eq("_id", "exporter/A-" + key))
                .first();
        database.getCollection("contracts")
                .updateOne(eq("_id", "exporter/A-" + key), combine(set("state.shipments", "none"), unset("unitsTold")));
        try {
            // When
            enter("B-" + key, "nordwind", unit("B", "L1"));
            awaitTold("B-" + key);

            // Then
            assertThat(about("B")).hasSize(1);
            assertThat(isTold("A-" + key)).isFalse();
        } finally {
            database.getCollection("contracts").replaceOne(eq("_id", "exporter/A-" + key), kept);
        }
    }

    @Test
    void tellsOfAsManyUnitsAsAContractMayHave() {
        // Given
        String units =
                IntStream.range(0, 10_000).mapToObj(i -> unit("M" + i, "L1")).collect(Collectors.joining(","));

        // When
        enter("C-" + key, "nordwind", units);
        await().atMost(Duration.ofSeconds(120)).until(() -> isTold("C-" + key));

        // Then
        assertThat(awaitUnits("M", 10_000))
                .hasSize(10_000)
                .extracting(unit -> unit.header("ce_sequence"))
                .containsOnly("1");
    }

    @Test
    void whatItSaysIsWhatTheContractOfTheEventsPromises() {
        // Given
        enter("C-" + key, "nordwind", unit("A", "L1"), unit("B", "L1"));
        awaitTold("C-" + key);
        enter("C-" + key, "nordwind", unit("A", null));
        awaitTold("C-" + key);

        // Then
        assertThat(about("A")).hasSize(2);
        about("A").forEach(ContractCheck::keepsItsContract);
        about("B").forEach(ContractCheck::keepsItsContract);
    }

    @Test
    void showsTheLotOfAUnitAndRefusesWhatIsNone() {
        // Given
        enter("C-" + key, "nordwind", unit("A", " Lot 7/26"));

        // When
        Answer shown = viktor.get("/api/v1/units/A-" + key);

        // Then
        assertThat(shown.<String>at("$.productionLot")).isEqualTo("LOT 7/26");
        for (String bad : List.of(" ", "", "L\\n1", "L".repeat(65), "\\u0000")) {
            Answer refused = viktor.put("/api/v1/contracts/E-" + key, contract("nordwind", unit("X", bad)));
            assertThat(refused.status()).as("lot '%s': %s", bad, refused).isEqualTo(400);
            assertThat(refused.<String>at("$.errors[0].field")).isEqualTo("shipments[0].units[0].productionLot");
        }
    }

    @Test
    void listsTheUnitsOfALotPageByPage() {
        // Given
        String lot = "LOT-" + key;
        enter(
                "C-" + key,
                "nordwind",
                unit("A", lot),
                unit("B", lot.toLowerCase(Locale.ROOT)),
                unit("C", "L1"),
                unit("E", lot));
        enter("D-" + key, "pacific", unit("D", lot));
        awaitTold("C-" + key);
        enter("C-" + key, "nordwind", unit("A", lot), unit("B", lot.toLowerCase(Locale.ROOT)), unit("C", "L1"));
        awaitTold("C-" + key);
        awaitTold("D-" + key);
        Api anna = Api.at(port).as(People.ANNA);

        // When
        Answer first = anna.get("/api/v1/units?model=X1&limit=2&lot=" + lot);
        Answer second = anna.get("/api/v1/units?model=X1&limit=2&lot=" + lot + "&cursor=" + first.at("$.next"));

        // Then
        assertThat(first.<List<String>>at("$.items[*].serial")).containsExactly("A-" + key, "B-" + key);
        assertThat(first.<String>at("$.items[0].contract")).isEqualTo("C-" + key);
        assertThat(first.<String>at("$.items[0].organisation")).isEqualTo("nordwind");
        assertThat(second.<List<String>>at("$.items[*].serial")).containsExactly("D-" + key);
        assertThat(second.<String>at("$.items[0].organisation")).isEqualTo("pacific");
        assertThat(second.text()).doesNotContain("next");
        assertThat(anna.get("/api/v1/units?model=X2&lot=" + lot).<List<?>>at("$.items"))
                .isEmpty();
        assertThat(anna.get("/api/v1/units?model=X1").<List<?>>at("$.items")).isNotEmpty();
    }

    @Test
    void refusesAListOfNoModel() {
        // Given
        Api anna = Api.at(port).as(People.ANNA);

        // When
        Answer none = anna.get("/api/v1/units");
        Answer cursor = anna.get("/api/v1/units?model=X1&cursor=%25%25");

        // Then
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.<String>at("$.errors[0].field")).isEqualTo("model");
        assertThat(cursor.status()).isEqualTo(400);
        assertThat(cursor.<String>at("$.type")).endsWith(":bad-cursor");
        assertThat(Api.at(port).as(People.MARIA).get("/api/v1/units?model=X1").status())
                .isEqualTo(403);
    }

    private void enter(String number, String organisation, String... units) {
        Answer answer = viktor.put("/api/v1/contracts/" + number, contract(organisation, String.join(",", units)));
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
    }

    private static String contract(String organisation, String units) {
        return """
                {"organisation":"%s","shipments":[
                  {"billOfLading":"BL-77","date":"2025-03-14","units":[%s]}]}""".formatted(organisation, units);
    }

    private String unit(String serial, String lot) {
        return """
                {"serial":"%s-%s","model":"X1","itemClass":"MAIN_UNIT"%s}""".formatted(serial, key, lot == null ? "" : ",\"productionLot\":\"" + lot + "\"");
    }

    /** Until the records have it; what they tell is with the broker soon after. */
    private void awaitTold(String number) {
        tellUnits.run();
        await().until(() -> isTold(number));
        await().until(() -> database.getCollection("units")
                        .countDocuments(and(gt("pendingSince", new Date(0)), eq("state.heard.contract", number)))
                == 0);
    }

    private boolean isTold(String number) {
        return database.getCollection("contracts")
                        .countDocuments(new Document("_id", "exporter/" + number).append("unitsTold", true))
                == 1;
    }

    private List<Message> about(String serial) {
        return once(Topics.about("exporter/" + serial + "-" + key, "units"));
    }

    /** Ten thousand at once are more than the relay keeps on their way; the sweep brings the others. */
    private List<Message> awaitUnits(String series, int many) {
        return await().atMost(Duration.ofSeconds(120))
                .until(() -> once(of(Topics.read("units"), series)), told -> told.size() >= many);
    }

    /** What the broker did not acknowledge in time comes again, under the same id. */
    private static List<Message> once(List<Message> told) {
        Map<String, Message> byId = new LinkedHashMap<>();
        told.forEach(message -> byId.putIfAbsent(message.headers().get("ce_id"), message));
        return List.copyOf(byId.values());
    }

    private List<Message> of(List<Message> all, String series) {
        return all.stream()
                .filter(unit -> unit.key() != null
                        && unit.key().startsWith("exporter/" + series)
                        && unit.key().endsWith(key))
                .toList();
    }
}
