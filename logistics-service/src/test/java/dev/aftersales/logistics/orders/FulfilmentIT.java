package dev.aftersales.logistics.orders;

import static dev.aftersales.logistics.Claim.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.logistics.Carrier;
import dev.aftersales.logistics.Claim;
import dev.aftersales.logistics.Warehouse;
import dev.aftersales.logistics.orders.Fulfilment.Settled;
import dev.aftersales.logistics.stock.Departure;
import dev.aftersales.logistics.stock.Stock;
import dev.aftersales.testing.ServiceIT;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Crashes are made by writing what a process had written when it died; the running sweep then finishes it. */
@ServiceIT
class FulfilmentIT {

    private static final String VENDOR = "exporter";
    private static final String RELEASED = "reserved S1, released S1";
    private static final Instant LONG_AGO = Instant.parse("2026-11-01T08:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Aggregates<ServiceOrder> aggregates;

    @Autowired
    Orders orders;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    Stock stock;

    @Autowired
    MongoDatabase database;

    Warehouse warehouse;
    Claim claim;

    @BeforeEach
    void connect() {
        warehouse = Warehouse.at(port);
        claim = Claim.fresh();
    }

    @Test
    void releasesAnOrderThatACrashLeftRequested() {
        String part = warehouse.stocked(3);

        crashedAt(new ShipmentStage.Requested(), part);

        claim.tells(RELEASED);
        assertStock(part, 3, 2);
    }

    @Test
    void reservesNothingTwiceWhenACrashFellBetweenTwoParts() {
        String first = warehouse.stocked(3);
        String second = warehouse.stocked(3);
        hold(first);

        crashedAt(new ShipmentStage.Requested(), first, second);

        claim.tells(RELEASED);
        assertStock(first, 3, 2);
        assertStock(second, 3, 2);
    }

    @Test
    void reservesNothingTwiceWhenACrashFellBeforeTheOrderWasTold() {
        String part = warehouse.stocked(3);
        hold(part);

        crashedAt(new ShipmentStage.Requested(), part);

        claim.tells(RELEASED);
        assertStock(part, 3, 2);
    }

    @Test
    void wakesAnOrderWhoseWaitWasUnknownWhenThePartsCameIn() {
        String part = warehouse.stocked(3);

        crashedAt(new ShipmentStage.Backordered(List.of(new PartQuantity(part, 1)), false), part);

        claim.tells(RELEASED);
        assertStock(part, 3, 2);
    }

    @Test
    void wakesWaitingOrdersWhenACrashFellAfterTheReceipt() {
        String part = warehouse.stocked(3);
        crashedAt(new ShipmentStage.Backordered(List.of(new PartQuantity(part, 1)), true), part);

        database.getCollection("stock")
                .updateOne(
                        Filters.eq("_id", VENDOR + "/" + part),
                        Updates.combine(Updates.set("wakeDue", LONG_AGO), Updates.set("wakeToken", "token")));

        claim.tells(RELEASED);
        assertStock(part, 3, 2);
    }

    @Test
    void takesThePartsFromStockWhenACrashFellAfterTheDispatch() {
        String part = warehouse.stocked(3);
        hold(part);

        crashedAt(dispatched(), part);

        awaitTaken();
        assertStock(part, 2, 2);
    }

    @Test
    void takesThePartsOnceWhenACrashFellBeforeTheOrderWasTold() {
        String part = warehouse.stocked(3);
        hold(part);
        stock.take(VENDOR, new Departure(new PartQuantity(part, 1), List.of()), claim.shipment(1));

        crashedAt(dispatched(), part);

        awaitTaken();
        assertStock(part, 2, 2);
    }

    @Test
    void leaksNothingWhenAFrozenProcessReservesAfterThePartsLeft() {
        String part = warehouse.stocked(3);
        ServiceOrder frozen = order(new ShipmentStage.Requested(), part);
        hold(part);
        crashedAt(dispatched(), part);
        awaitTaken();
        // So many parts have left since that stock has forgotten this reservation.
        database.getCollection("stock")
                .updateOne(Filters.eq("_id", VENDOR + "/" + part), Updates.set("left", List.of()));
        Shipment late = frozen.shipments().getFirst();

        List<PartQuantity> missing = fulfilment.hold(frozen, late);
        assertStock(part, 2, 1);
        Settled settled = fulfilment.settle(frozen, late, missing, false);

        assertThat(settled).isEqualTo(Settled.LEFT);
        assertStock(part, 2, 2);
    }

    @Test
    void keepsTheReservationWhenAFrozenProcessFindsTheOrderReleased() {
        String part = warehouse.stocked(3);
        ServiceOrder frozen = order(new ShipmentStage.Requested(), part);
        crashedAt(new ShipmentStage.Requested(), part);
        claim.tells(RELEASED);
        Shipment late = frozen.shipments().getFirst();

        Settled settled = fulfilment.settle(frozen, late, fulfilment.hold(frozen, late), false);

        assertThat(settled).isEqualTo(Settled.ELSEWHERE);
        assertStock(part, 3, 2);
    }

    @Test
    void asksStockAgainWhenAnAnswerIsOlderThanTheWait() {
        String part = warehouse.stocked(3);
        ServiceOrder frozen = order(new ShipmentStage.Requested(), part);
        Shipment late = frozen.shipments().getFirst();
        aggregates.insert(
                claim.id(),
                Change.of(order(
                        new ShipmentStage.Backordered(List.of(new PartQuantity(part, 1)), false),
                        Instant.now(),
                        part)));

        Settled settled = fulfilment.settle(frozen, late, List.of(new PartQuantity(part, 1)), false);

        assertThat(settled).isEqualTo(Settled.ANSWER_TOO_OLD);
        claim.tells(RELEASED);
    }

    @Test
    void releasesOnceHoweverManyFinishAtOnce() throws Exception {
        String part = warehouse.stocked(3);
        aggregates.insert(claim.id(), Change.of(order(new ShipmentStage.Requested(), Instant.now(), part)));

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 8).forEach(i -> threads.submit(() -> fulfilment.proceed(claim.id())));
        }

        claim.tells(RELEASED);
        assertThat(aggregates.find(claim.id()).orElseThrow().lastSequence()).isEqualTo(2);
        assertStock(part, 3, 2);
    }

    @Test
    void releasesABackorderWhenThePartsComeIn() {
        String here = warehouse.stocked(1);
        String missing = Claim.freshPart();
        claim.authorised(2, line(1, here, 1), line(2, missing, 2));
        claim.tells("backordered S1");
        // What was there stays held.
        assertStock(here, 1, 0);

        warehouse.receives(missing, 1);
        warehouse.receives(missing, 1);

        claim.tells("backordered S1, " + RELEASED);
        assertStock(missing, 2, 0);
    }

    @Test
    void servesTheLongestWaitingFirst() {
        String part = Claim.freshPart();
        List<Claim> claims = Stream.generate(Claim::fresh).limit(3).toList();
        // The second of them is the oldest.
        List.of(2, 1, 3).forEach(age -> {
            Claim one = claims.get(age - 1);
            one.authorised(2, LONG_AGO.plusSeconds(age), line(1, part, 1));
            one.tells("backordered S1");
        });

        warehouse.receives(part, 2);

        claims.get(0).tells("backordered S1, " + RELEASED);
        claims.get(1).tells("backordered S1, " + RELEASED);
        assertThat(claims.get(2).told()).isEqualTo("backordered S1");
        assertStock(part, 2, 0);
    }

    @Test
    void servesEverybodyOfALongQueue() {
        String part = Claim.freshPart();
        List<Claim> claims = Stream.generate(Claim::fresh).limit(60).toList();
        claims.forEach(one -> {
            claim = one;
            crashedAt(new ShipmentStage.Backordered(List.of(new PartQuantity(part, 1)), true), part);
        });

        warehouse.receives(part, 60);

        Awaitility.await()
                .until(() -> claims.stream().allMatch(one -> one.told().equals(RELEASED)));
        assertStock(part, 60, 0);
    }

    @Test
    void letsNoNewcomerPassWhoWaitsForMore() {
        String part = Claim.freshPart();
        claim.authorised(2, LONG_AGO, line(1, part, 2));
        claim.tells("backordered S1");
        warehouse.receives(part, 1);

        Claim newcomer = Claim.fresh().authorised(2, LONG_AGO.plusSeconds(1), line(1, part, 1));

        newcomer.tells("backordered S1");
        warehouse.receives(part, 1);
        claim.tells("backordered S1, " + RELEASED);
        assertThat(newcomer.told()).isEqualTo("backordered S1");
        warehouse.receives(part, 1);
        newcomer.tells("backordered S1, " + RELEASED);
        assertStock(part, 3, 0);
    }

    @Test
    void sendsNoMoreThanThereIsToManyAtOnce() {
        String part = warehouse.stocked(3);
        List<Claim> claims = Stream.generate(Claim::fresh).limit(8).toList();

        claims.forEach(one -> one.authorised(2, line(1, part, 1)));

        Awaitility.await()
                .until(() -> claims.stream().noneMatch(one -> one.told().isEmpty()));
        assertThat(claims).filteredOn(one -> one.told().equals(RELEASED)).hasSize(3);
        assertThat(claims)
                .filteredOn(one -> one.told().equals("backordered S1"))
                .hasSize(5);
        assertStock(part, 3, 0);
    }

    private void crashedAt(ShipmentStage stage, String... parts) {
        aggregates.insert(claim.id(), Change.of(order(stage, parts)));
    }

    private ServiceOrder order(ShipmentStage stage, String... parts) {
        return order(stage, LONG_AGO, parts);
    }

    private ServiceOrder order(ShipmentStage stage, Instant changedAt, String... parts) {
        Shipment shipment = new Shipment(
                claim.shipment(1),
                List.of(new ShipmentLine(1, "WP4-1", "WP-400", List.of())),
                Stream.of(parts).map(part -> new PartQuantity(part, 1)).toList(),
                stage,
                changedAt,
                false);
        return new ServiceOrder(
                claim.id(), VENDOR, new CustomerRef("cus-1", 1), LONG_AGO, List.of(shipment), List.of());
    }

    private static ShipmentStage dispatched() {
        return new ShipmentStage.Dispatched(
                new Carriage("carrier-one", Carrier.freshNumber(), "wang", LONG_AGO), LONG_AGO);
    }

    private void hold(String part) {
        stock.hold(VENDOR, new PartQuantity(part, 1), claim.shipment(1), claim.id());
    }

    private void awaitTaken() {
        Awaitility.await().until(() -> orders.find(claim.id())
                .orElseThrow()
                .shipments()
                .getFirst()
                .stockTaken());
    }

    /** Also that the sum is right: what is not available is reserved. */
    private void assertStock(String part, long onHand, long available) {
        Document found = Objects.requireNonNull(database.getCollection("stock")
                .find(Filters.eq("_id", VENDOR + "/" + part))
                .first());
        assertThat(found.getLong("onHand")).as("on hand").isEqualTo(onHand);
        assertThat(found.getLong("available")).as("available").isEqualTo(available);
        assertThat(found.getList("reservations", Document.class, List.of()).stream()
                        .mapToLong(reservation -> reservation.getLong("quantity"))
                        .sum())
                .as("reserved")
                .isEqualTo(onHand - available);
    }
}
