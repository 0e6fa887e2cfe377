package dev.aftersales.logistics.emergencies;

import static dev.aftersales.logistics.Claim.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.logistics.BatchIssue;
import dev.aftersales.logistics.Carrier;
import dev.aftersales.logistics.Claim;
import dev.aftersales.logistics.Warehouse;
import dev.aftersales.logistics.stock.Departure;
import dev.aftersales.logistics.stock.Goods;
import dev.aftersales.logistics.stock.Reserves;
import dev.aftersales.logistics.stock.Stock;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class EmergenciesIT {

    private static final String VENDOR = "exporter";

    @LocalServerPort
    int port;

    @Autowired
    Emergencies emergencies;

    @Autowired
    Reserves reserves;

    @Autowired
    Stock stock;

    @Autowired
    StockAssessment assessment;

    @Autowired
    Clock clock;

    Warehouse warehouse;
    BatchIssue issue;

    @BeforeEach
    void connect() {
        warehouse = Warehouse.at(port);
        issue = BatchIssue.fresh();
    }

    @Test
    void saysOnceWhatIsFreeOfThePartsThatAreWanted() {
        String part = warehouse.stocked(25);

        issue.wants(2, part, 40).wants(2, part, 40).wants(1, part, 7).wants(3, part, 41);

        issue.tells("assessed 25/40, assessed 25/41").forEach(ContractCheck::keepsItsContract);
        assertThat(free(part)).isEqualTo(25);
    }

    @Test
    void saysThatNothingIsFreeOfAPartThatNeverCameIn() {
        issue.wants(1, Claim.freshPart(), 40);

        issue.tells("assessed 0/40");
    }

    @Test
    void reservesForThePlanFirstAndTakesWhatIsShortAsGoodsArrive() {
        // Given
        String part = warehouse.stocked(25);
        Claim other = Claim.fresh();

        // When
        issue.reserves(2, part, 40).reserves(2, part, 40);

        // Then: nobody else gets any, however long he waits
        issue.tells("reserved 25/40").forEach(ContractCheck::keepsItsContract);
        other.authorised(1, line(1, part, 1)).tells("backordered S1");
        warehouse.receives(part, 10);
        issue.tells("reserved 25/40, reserved 35/40");
        assertThat(other.told()).isEqualTo("backordered S1");
        warehouse.receives(part, 10);
        issue.tells("reserved 25/40, reserved 35/40, reserved 40/40");
        other.tells("backordered S1, reserved S1, released S1");
        assertThat(free(part)).isEqualTo(4);
    }

    @Test
    void letsOrdersOfItsClaimsDrawAndFreesTheRestWhenItIsResolved() {
        // Given
        String part = warehouse.stocked(5);
        Claim its = Claim.fresh();
        Claim other = Claim.fresh();
        issue.grew(2, its).reserves(3, part, 5).tells("reserved 5/5");

        // When
        its.authorised(1, line(1, part, 2)).tells("reserved S1, released S1");
        other.authorised(1, line(1, part, 3)).tells("backordered S1");
        issue.tells("reserved 5/5, reserved 5/5 served 2").forEach(ContractCheck::keepsItsContract);
        assertThat(reservation("reserved")).containsExactly(3);
        assertThat(reservation("served")).containsExactly(2);
        issue.resolved(4).resolved(4).reserves(3, part, 5);

        // Then
        other.tells("backordered S1, reserved S1, released S1");
        assertThat(free(part)).isZero();
        assertThat(issue.told()).isEqualTo("reserved 5/5, reserved 5/5 served 2");
    }

    /** The order waited before its claim came to the issue. */
    @Test
    void servesAnOrderThatWaitedWhenItsClaimComesToTheIssue() {
        String part = warehouse.stocked(5);
        issue.reserves(2, part, 5).tells("reserved 5/5");
        Claim its = Claim.fresh().authorised(1, line(1, part, 2));
        its.tells("backordered S1");

        issue.grew(3, its).shrank(2, its);

        its.tells("backordered S1, reserved S1, released S1");
    }

    @Test
    void followsWhatTheIssueWantsByNow() {
        String part = warehouse.stocked(25);
        issue.reserves(2, part, 10).tells("reserved 10/10");

        issue.wants(3, part, 20).wants(4, part, 5);

        issue.tells("reserved 10/10, assessed 15/20, reserved 20/20, assessed 5/5, reserved 5/5");
        assertThat(free(part)).isEqualTo(20);
    }

    /** All its units belong elsewhere by now: nobody waits for parts that are kept for none of them. */
    @Test
    void letsGoOfAllPartsWhenNoneIsWantedAnyMore() {
        // Given
        String part = warehouse.stocked(6);
        Claim its = Claim.fresh();
        issue.grew(1, its).reserves(2, part, 10).tells("reserved 6/10");
        its.authorised(1, line(1, part, 2)).tells("reserved S1, released S1");
        Claim other = Claim.fresh().authorised(1, line(1, part, 3));
        other.tells("backordered S1");

        // When
        issue.shrank(3, its).wantsNothing(4).wantsNothing(4).wants(3, part, 10);

        // Then
        other.tells("backordered S1, reserved S1, released S1");
        Awaitility.await().untilAsserted(() -> assertThat(free(part)).isEqualTo(1));
        assertThat(issue.told()).contains("assessed nothing").endsWith("reserved 0/0");
        Topics.about(issue.id(), "emergency-supplies").forEach(ContractCheck::keepsItsContract);
    }

    @Test
    void reservesNothingForUnitsThatAreServed() {
        // Given: of 6 units, 4 have got their parts; a line that is not in the issue wants parts of its own
        String part = warehouse.stocked(10);
        Claim its = Claim.fresh().authorised(1, line(1, part, 4), line(2, part, 2));
        its.tells("reserved S1, released S1");
        issue.grew(1, its).grew(1, its).wants(2, part, 6);
        issue.tells("assessed 4/6 served 4").forEach(ContractCheck::keepsItsContract);

        // When
        issue.reserves(3, part, 6).reserves(3, part, 6);

        // Then
        issue.tells("assessed 4/6 served 4, reserved 6/6 served 4");
        assertThat(free(part)).isEqualTo(2);
        Claim other = Claim.fresh().authorised(1, line(1, part, 2));
        other.tells("reserved S1, released S1");
    }

    /** Other issues wait on the same thread. */
    @Test
    void leavesTheCountOfManyClaimsToTheSweepAndReservesByTheLastCount() {
        // Given: of 6 units, 4 have got their parts, and there are 200 claims more
        String part = warehouse.stocked(10);
        Claim its = Claim.fresh().authorised(1, line(1, part, 4));
        its.tells("reserved S1, released S1");
        issue.grew(
                1,
                Stream.concat(Stream.of(its), Stream.generate(Claim::fresh).limit(200))
                        .toArray(Claim[]::new));

        // When
        issue.wants(2, part, 6).wants(2, part, 6).wants(1, part, 7);

        // Then
        List<Message> told = issue.tells("assessed 6/6, assessed 6/6 served 4");
        told.forEach(ContractCheck::keepsItsContract);
        assertThat(told.getFirst().text()).as("nobody has counted").doesNotContain("served");
        issue.reserves(3, part, 6);
        issue.tells("assessed 6/6, assessed 6/6 served 4, reserved 6/6 served 4");
        assertThat(free(part)).isEqualTo(4);
    }

    /** The count of a large issue takes longer than its next growth. */
    @Test
    void countsOnceHoweverOftenWhatIsWantedChangesMeanwhile() {
        // Given
        String part = warehouse.stocked(25);
        issue.wants(1, part, 40).tells("assessed 25/40");
        owesAStep(part, 41);
        AtomicInteger counts = new AtomicInteger();
        SupplyEmergency supply = counting(() -> wants(part, 41 + counts.incrementAndGet()), part, 4);

        // When
        supply.proceed(issue.id());

        // Then
        assertThat(counts).hasValue(1);
        Emergency settled = emergency();
        assertThat(settled.wanted(part)).isEqualTo(42);
        assertThat(settled.served(part)).isEqualTo(4);
        assertThat(settled.stepDue()).isNull();
    }

    @Test
    void countsOnceMoreWhatWasServedWhileItCountedAlsoWhereWhatIsWantedChanged() {
        // Given
        String part = warehouse.stocked(25);
        issue.wants(1, part, 40).tells("assessed 25/40");
        owesAStep(part, 41);
        SupplyEmergency supply = counting(
                () -> {
                    wants(part, 42);
                    emergencies.decide(
                            issue.id(),
                            emergency -> Decision.commit(emergency.owingCount("mark", clock.instant()), true));
                },
                part,
                4);

        // When
        supply.proceed(issue.id());

        // Then
        assertThat(emergency().stepDue()).isNotNull();
        Awaitility.await().until(() -> emergency().stepDue() == null);
        assertThat(emergency().served(part)).as("as the sweep counts").isZero();
    }

    /** Or the draft of a plan would never know that nothing is. */
    @Test
    void saysThatNothingIsServedOnceThatIsCounted() {
        String part = warehouse.stocked(10);
        issue.grew(1, Stream.generate(Claim::fresh).limit(201).toArray(Claim[]::new));

        issue.wants(2, part, 6).wants(2, part, 6);

        List<Message> told = issue.tells("assessed 10/6, assessed 10/6");
        told.forEach(ContractCheck::keepsItsContract);
        assertThat(told.getFirst().text()).as("nobody has counted").doesNotContain("served");
        assertThat(told.getLast().<Integer>at("$.parts[0].served")).isZero();
        String another = warehouse.stocked(3);
        issue.wants(3, part, 7).wants(4, another, 2);
        told = issue.tells("assessed 10/6, assessed 10/6, assessed 10/7, assessed 3/2, assessed 3/2");
        assertThat(told.get(2).<Integer>at("$.parts[0].served"))
                .as("as it was counted last")
                .isZero();
        assertThat(told.get(3).text()).as("nobody has counted these").doesNotContain("served");
        assertThat(told.get(4).<Integer>at("$.parts[0].served")).isZero();
    }

    /** The draft of a plan shows it. */
    @Test
    void saysAnewWhatIsServedWhenItsClaimsAreServedOrLinkedOrGoLater() {
        String part = warehouse.stocked(10);
        Claim first = Claim.fresh();
        Claim second = Claim.fresh().authorised(1, line(1, part, 1));
        second.tells("reserved S1, released S1");

        issue.grew(2, first).wants(1, part, 6);
        issue.tells("assessed 9/6");
        first.authorised(1, line(1, part, 2)).authorised(1, line(1, part, 2));
        issue.tells("assessed 9/6, assessed 7/6 served 2");
        issue.grew(3, second).grew(3, second);
        issue.tells("assessed 9/6, assessed 7/6 served 2, assessed 7/6 served 3");
        issue.shrank(4, first).grew(2, first);

        issue.tells("assessed 9/6, assessed 7/6 served 2, assessed 7/6 served 3, assessed 7/6 served 1");
    }

    /** It was served before its claim was known to be of the issue. */
    @Test
    void givesBackWhatItReservedForUnitsThatTurnOutToBeServed() {
        String part = warehouse.stocked(10);
        Claim served = Claim.fresh().authorised(1, line(1, part, 4));
        served.tells("reserved S1, released S1");
        issue.reserves(2, part, 6).tells("reserved 6/6");
        assertThat(free(part)).isZero();

        issue.grew(3, served);

        Awaitility.await().untilAsserted(() -> assertThat(free(part)).isEqualTo(4));
        issue.tells("reserved 6/6, reserved 6/6 served 4");
    }

    /** What orders drew for lines that have left the issue serves none of those that stay. */
    @Test
    void reservesAnewWhatWasDrawnForUnitsThatLeftTheIssue() {
        // Given
        String part = warehouse.stocked(10);
        Claim leaves = Claim.fresh();
        Claim stays = Claim.fresh();
        issue.grew(1, leaves, stays).reserves(2, part, 6).tells("reserved 6/6");
        leaves.authorised(1, line(1, part, 3)).tells("reserved S1, released S1");
        stays.authorised(1, line(1, part, 1)).tells("reserved S1, released S1");
        Awaitility.await().untilAsserted(() -> assertThat(reservation("served")).containsExactly(4));

        // When
        issue.shrank(3, leaves).shrank(3, leaves).grew(1, leaves);

        // Then
        Awaitility.await().untilAsserted(() -> assertThat(reservation("served")).containsExactly(1));
        assertThat(reservation("reserved")).containsExactly(5);
        assertThat(free(part)).isEqualTo(1);
    }

    /** As after a crash between what the plan orders and what stock does. */
    @Test
    void finishesWhatACrashLeftHalfDone() {
        String part = warehouse.stocked(5);
        issue.wants(1, part, 5).tells("assessed 5/5");

        Instant longAgo = Instant.now().minusSeconds(60);
        emergencies.decide(issue.id(), emergency -> Decision.commit(emergency.planned(null, null, longAgo), true));

        issue.tells("assessed 5/5, reserved 5/5");
    }

    @Test
    void neverReservesMoreThanThereIsHoweverManyWantItAtOnce() {
        String part = warehouse.stocked(100);

        List<Long> held = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> reserves.want(VENDOR, part, "r-" + i, 30, true).held()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(held.stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
        assertThat(free(part)).isZero();
    }

    /** As by a process that was frozen while it reserved, and goes on after the issue was resolved. */
    @Test
    void doesNotBringBackAReserveThatHasEnded() {
        String part = warehouse.stocked(5);
        reserves.want(VENDOR, part, issue.id(), 5, true);
        reserves.end(VENDOR, part, issue.id());
        reserves.end(VENDOR, part, issue.id());

        assertThat(reserves.want(VENDOR, part, issue.id(), 5, true).held()).isZero();
        assertThat(free(part)).isEqualTo(5);
    }

    @Test
    void drawsOnceForAReservation() {
        String part = warehouse.stocked(5);
        reserves.want(VENDOR, part, issue.id(), 3, true);
        PartQuantity four = new PartQuantity(part, 4);

        assertThat(reserves.draw(VENDOR, four, "s-1", "clm", List.of(issue.id()), false))
                .isFalse();
        assertThat(reserves.draw(VENDOR, four, "s-1", "clm", List.of(issue.id()), true))
                .isTrue();
        assertThat(reserves.draw(VENDOR, four, "s-1", "clm", List.of(issue.id()), true))
                .isTrue();
        assertThat(free(part)).isEqualTo(1);
        assertThat(reserves.want(VENDOR, part, issue.id(), 3, true).reserved()).isEqualTo(3);
    }

    @Test
    void neitherReservesNorShipsHeldLotsUntilTheIssueIsResolved() {
        // Given
        String model = issue.model();
        warehouse.receivesLot(model, 3, "2603");
        warehouse.receivesLot(model, 2, "2604.a");

        // When
        issue.stopsShipping(2, "2603").stopsShipping(2, "2603");

        // Then
        ContractCheck.keepsItsContract(issue.tells("held").getFirst());
        Claim first = Claim.fresh().authorised(1, line(1, model, 2));
        first.tells("reserved S1, released S1");
        Claim second = Claim.fresh().authorised(1, line(1, model, 1));
        second.tells("backordered S1");
        warehouse.receivesLot(model, 1, "2603");
        assertThat(second.told()).isEqualTo("backordered S1");
        assertThat(refused(first, "lot-not-told", "")).contains(issue.id()).contains("of which lot");
        assertThat(refused(first, "lot-not-told", lot(model, "2604.a", 1))).contains("2 pieces");
        assertThat(refused(first, "shipping-held", lot(model, "2604.a", 1) + "," + lot(model, "2603", 1)))
                .contains(issue.id())
                .contains("2603");
        assertThat(confirm(first, lot(model, "2604.a", 3)).status()).isEqualTo(422);
        assertThat(confirm(first, lot(model, "2604.a", 2)).status()).isEqualTo(200);
        issue.resolved(3);
        second.tells("backordered S1, reserved S1, released S1");
        assertThat(confirm(second, lot(model, "2603", 1)).status()).isEqualTo(200);
    }

    /** The lot is typed at each receipt, at each parcel and in the plan. */
    @Test
    void reservesNoHeldLotForOrdersHoweverItsCapitalsAreWritten() {
        // Given
        String model = issue.model();
        warehouse.receivesLot(model, 3, "px200-lc");
        warehouse.receivesLot(model, 2, "PX200-LC");
        warehouse.receivesLot(model, 1, "PX200-LH");
        PartQuantity four = new PartQuantity(model, 4);
        stock.hold(VENDOR, four, "r-1", "clm");
        stock.take(VENDOR, new Departure(four, List.of(new Goods(4, "PX200-Lc"))), "r-1");

        // When
        issue.stopsShipping(2, "Px200-LC", "px200-LC").tells("held");

        // Then: of five, four have left
        assertThat(reserves.onHand(VENDOR, model, List.of("Px200-LC", "px200-LC")))
                .isEqualTo(1);
        Awaitility.await().untilAsserted(() -> assertThat(free(model)).isEqualTo(1));
        Claim.fresh().authorised(1, line(1, model, 2)).tells("backordered S1");
    }

    @Test
    void holdsAllStockOfTheModelWhereThePlanNamesNoLot() {
        warehouse.receives(issue.model(), 3);
        Claim packed = Claim.fresh().authorised(1, line(1, issue.model(), 1));
        packed.tells("reserved S1, released S1");

        issue.stopsShipping(2).tells("held");

        assertThat(refused(packed, "shipping-held", lot(issue.model(), "9", 1))).contains("all stock");
        Claim.fresh().authorised(1, line(1, issue.model(), 1)).tells("backordered S1");
    }

    /** Units lie in stock under their model, and whoever books them in may have written it otherwise. */
    @Test
    void holdsUnitsInStockInWhateverLettersTheirModelIsWritten() {
        String part = issue.model().toLowerCase(Locale.ROOT);
        warehouse.receives(part, 3);
        Claim packed = Claim.fresh().authorised(1, line(1, part, 1));
        packed.tells("reserved S1, released S1");

        issue.stopsShipping(2).tells("held");

        assertThat(refused(packed, "shipping-held", lot(part, "9", 1))).contains("all stock");
    }

    @Test
    void holdsNothingByAPlanThatDoesNotStopShipping() {
        warehouse.receives(issue.model(), 3);

        issue.reserves(2, Claim.freshPart(), 1).tells("reserved 0/1");

        Claim claim = Claim.fresh().authorised(1, line(1, issue.model(), 1));
        claim.tells("reserved S1, released S1");
        assertThat(confirm(claim, "").status()).isEqualTo(200);
    }

    @Test
    void showsHoldsAndReservationsOfTheVendorUntilTheIssueIsResolved() {
        String part = warehouse.stocked(2);
        issue.reserves(2, part, 3).tells("reserved 2/3");
        BatchIssue held = BatchIssue.fresh().stopsShipping(2, "2603");
        held.tells("held");
        Api viktor = Api.at(port).as(People.VIKTOR);
        Api vera = Api.at(port).as(People.VERA);

        String reservations = "/api/v1/emergency-reservations?limit=200";
        String holds = "/api/v1/shipping-holds?limit=200";
        assertThat(ids(viktor.get(reservations))).contains(issue.id());
        assertThat(ids(viktor.get(holds))).contains(held.id()).doesNotContain(issue.id());
        assertThat(ids(vera.get(reservations))).doesNotContain(issue.id());
        assertThat(ids(vera.get(holds))).doesNotContain(held.id());
        issue.resolved(3);
        held.resolved(3);
        BatchIssue last = BatchIssue.fresh().stopsShipping(2, "1");
        last.tells("held");
        Awaitility.await()
                .untilAsserted(() -> assertThat(ids(viktor.get(holds))).doesNotContain(held.id()));
        Awaitility.await()
                .untilAsserted(() -> assertThat(ids(viktor.get(reservations))).doesNotContain(issue.id()));
    }

    @Test
    void letsGoOfWhatIsReservedAndHeldAlsoWhenThereIsFoundToBeNoBatchIssue() {
        // Given
        String part = warehouse.stocked(5);
        issue.reserves(2, part, 5).tells("reserved 5/5");
        BatchIssue held = BatchIssue.fresh().stopsShipping(2, "2603");
        held.tells("held");

        // When
        issue.isNone(3).isNone(3);
        held.isNone(3);

        // Then
        Api viktor = Api.at(port).as(People.VIKTOR);
        Awaitility.await().untilAsserted(() -> {
            assertThat(ids(viktor.get("/api/v1/shipping-holds?limit=200"))).doesNotContain(held.id());
            assertThat(ids(viktor.get("/api/v1/emergency-reservations?limit=200")))
                    .doesNotContain(issue.id());
            assertThat(free(part)).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shipping-holds?model=PX-200", "emergency-reservations?part=FAN-12"})
    void refusesAFilterThatItDoesNotKnowInsteadOfListingEverything(String list) {
        Answer refused = Api.at(port).as(People.VIKTOR).get("/api/v1/" + list);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.<List<String>>at("$.errors[0].known")).containsExactly("vendor", "cursor", "limit");
    }

    /** One that does what it is told to while it counts. */
    private SupplyEmergency counting(Runnable meanwhile, String part, int served) {
        ServedParts counts = new ServedParts() {
            @Override
            public Map<String, Integer> of(String vendor, String issue) {
                meanwhile.run();
                return Map.of(part, served);
            }

            @Override
            public Optional<Map<String, Integer>> ofFew(String vendor, String issue) {
                return Optional.empty();
            }
        };
        return new SupplyEmergency(emergencies, reserves, counts, assessment, clock);
    }

    /** The sweep waits a little before it does it itself. */
    private void owesAStep(String part, int quantity) {
        Awaitility.await().until(() -> emergency().stepDue() == null);
        wants(part, quantity);
    }

    private void wants(String part, int quantity) {
        emergencies.decide(
                issue.id(),
                emergency -> Decision.commit(
                        emergency.wanting(List.of(new PartQuantity(part, quantity)), clock.instant()), true));
    }

    private Emergency emergency() {
        return emergencies.find(issue.id()).orElseThrow();
    }

    private List<Integer> reservation(String field) {
        return Api.at(port)
                .as(People.VIKTOR)
                .get("/api/v1/emergency-reservations?limit=200")
                .at("$.items[?(@.batchIssue=='" + issue.id() + "')].parts[*]." + field);
    }

    private static List<String> ids(Answer page) {
        return page.at("$.items[*].batchIssue");
    }

    private long free(String part) {
        return reserves.free(VENDOR, part);
    }

    private String refused(Claim claim, String type, String lots) {
        Answer answer = confirm(claim, lots);
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:" + type);
        assertThat(answer.<String>at("$.batchIssue")).isEqualTo(issue.id());
        return answer.at("$.detail");
    }

    private Answer confirm(Claim claim, String lots) {
        return warehouse
                .api()
                .post(
                        "/api/v1/shipments/" + claim.shipment(1) + "/confirmation",
                        "{\"carrier\":\"%s\",\"trackingNumber\":\"%s\",\"lots\":[%s]}"
                                .formatted(Carrier.ONE.partner(), Carrier.freshNumber(), lots));
    }

    private static String lot(String part, String lot, int quantity) {
        return "{\"part\":\"%s\",\"lot\":\"%s\",\"quantity\":%d}".formatted(part, lot, quantity);
    }
}
