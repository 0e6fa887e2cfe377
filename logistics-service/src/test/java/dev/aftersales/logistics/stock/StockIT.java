package dev.aftersales.logistics.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.logistics.Claim;
import dev.aftersales.logistics.Warehouse;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class StockIT {

    private static final String VENDOR = "exporter";
    private static final int THREADS = 8;

    @LocalServerPort
    int port;

    @Autowired
    Stock stock;

    @Autowired
    Reserves reserves;

    @Autowired
    Aggregates<Receipt> receipts;

    Warehouse warehouse;

    @BeforeEach
    void connect() {
        warehouse = Warehouse.at(port);
    }

    @Test
    void makesAPartThatIsNew() {
        Answer answer = warehouse.book(Claim.freshPart(), 4, "GR-1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<Integer>at("$.stock.onHand")).isEqualTo(4);
        assertThat(answer.<Integer>at("$.stock.available")).isEqualTo(4);
    }

    @Test
    void countsAReferenceOnce() {
        String part = Claim.freshPart();
        Answer first = warehouse.book(part, 4, "GR-1");

        Answer again = warehouse.book(part, 4, "GR-1");

        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void countsAReferenceOnceAlsoWhenItComesManyTimesAtOnce() throws Exception {
        String part = Claim.freshPart();

        List<Answer> answers = atOnce(i -> warehouse.book(part, 4, "GR-" + i % 2));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(stock.level(VENDOR, part)).isEqualTo(new StockLevel(part, 8, 8));
    }

    @Test
    void refusesAReferenceThatStandsForAnotherQuantity() {
        String part = Claim.freshPart();
        warehouse.book(part, 4, "GR-1");

        Answer other = warehouse.book(part, 5, "GR-1");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.<String>at("$.type")).isEqualTo("urn:aftersales:problem:reference-in-use");
    }

    @Test
    void refusesAReceiptOfNothing() {
        Answer answer = warehouse.book(Claim.freshPart(), 0, "GR-1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.<List<String>>at("$.errors[*].field")).containsExactly("quantity");
    }

    @Test
    void keepsTheStockOfVendorsApart() {
        String part = warehouse.stocked(4);
        Api walt = Api.at(port).as(People.WALT);

        new Warehouse(walt).receives(part, 1);

        assertThat(stock.level(VENDOR, part).onHand()).isEqualTo(4);
        assertThat(stock.level("agency", part).onHand()).isEqualTo(1);
    }

    @Test
    void listsPartsPageByPage() {
        String prefix = "A-" + Claim.freshPart();
        IntStream.rangeClosed(1, 3).forEach(i -> warehouse.receives(prefix + i, i));

        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = warehouse.api().get("/api/v1/stock?limit=2" + cursor);
            listed.addAll(page.at("$.items[*].part"));
            cursor = page.text().contains("\"next\"") ? "&cursor=" + page.at("$.next") : null;
        } while (cursor != null);

        assertThat(listed).isSorted().doesNotHaveDuplicates().contains(prefix + 1, prefix + 2, prefix + 3);
    }

    @Test
    void givesTheLastPieceToOneOfManyAtOnce() throws Exception {
        String part = warehouse.stocked(1);

        List<Boolean> held = atOnce(i -> stock.hold(VENDOR, new PartQuantity(part, 1), "r-" + part + i, "claim"));

        assertThat(held).containsOnlyOnce(true);
        assertThat(stock.level(VENDOR, part)).isEqualTo(new StockLevel(part, 1, 0));
    }

    @Test
    void holdsOnceForOneReservationHoweverManyAskAtOnce() throws Exception {
        PartQuantity two = new PartQuantity(warehouse.stocked(9), 2);

        List<Boolean> held = atOnce(i -> stock.hold(VENDOR, two, "r-1", "claim"));

        assertThat(held).containsOnly(true);
        assertThat(stock.level(VENDOR, two.part()).available()).isEqualTo(7);
    }

    @Test
    void takesOnceHoweverOftenItIsTold() throws Exception {
        PartQuantity two = new PartQuantity(warehouse.stocked(9), 2);
        stock.hold(VENDOR, two, "r-1", "claim");

        atOnce(i -> {
            stock.take(VENDOR, new Departure(two, List.of()), "r-1");
            return i;
        });

        assertThat(stock.level(VENDOR, two.part())).isEqualTo(new StockLevel(two.part(), 7, 7));
    }

    @Test
    void holdsNothingMoreForAReservationThatHasLeft() {
        PartQuantity two = new PartQuantity(warehouse.stocked(9), 2);
        stock.hold(VENDOR, two, "r-1", "claim");
        stock.take(VENDOR, new Departure(two, List.of()), "r-1");

        assertThat(stock.hold(VENDOR, two, "r-1", "claim")).isTrue();

        assertThat(stock.level(VENDOR, two.part())).isEqualTo(new StockLevel(two.part(), 7, 7));
    }

    @Test
    void countsAReceiptThatACrashLeftUncounted() {
        Receipt receipt = halfDone();
        receipts.insert(receipt.id(), Change.of(receipt));

        awaitCounted(receipt);
    }

    @Test
    void countsAReceiptOnceWhenACrashFellBeforeItWasMarked() {
        Receipt receipt = halfDone();
        receipts.insert(receipt.id(), Change.of(receipt));
        stock.receive(VENDOR, receipt.part(), new Goods(receipt.quantity(), null), receipt.reference());

        awaitCounted(receipt);
    }

    private void awaitCounted(Receipt receipt) {
        Awaitility.await()
                .until(() -> receipts.find(receipt.id()).orElseThrow().state().counted());
        assertThat(stock.level(VENDOR, receipt.part())).isEqualTo(new StockLevel(receipt.part(), 4, 4));
    }

    /** As in the moment between a receipt and the reserve that waits for it. */
    @Test
    void givesOrdersNothingWhileAReserveIsShortThatGoesFirst() {
        String part = warehouse.stocked(2);
        PartQuantity one = new PartQuantity(part, 1);
        reserves.want(VENDOR, part, "bat-1", 5, true);
        stock.receive(VENDOR, part, new Goods(4, null), "GR-1");

        assertThat(stock.hold(VENDOR, one, "r-1", "clm-1")).isFalse();
        assertThat(reserves.want(VENDOR, part, "bat-1", 5, true).held()).isEqualTo(5);
        assertThat(stock.hold(VENDOR, one, "r-1", "clm-1")).isTrue();
        assertThat(stock.hold(VENDOR, one, "r-2", "clm-2")).isFalse();
        assertThat(stock.level(VENDOR, part)).isEqualTo(new StockLevel(part, 6, 0));
    }

    @Test
    void countsPiecesByLotUntilTheyLeave() {
        String part = Claim.freshPart();
        PartQuantity two = new PartQuantity(part, 2);
        stock.receive(VENDOR, part, new Goods(3, "26.03"), "GR-1");
        stock.receive(VENDOR, part, new Goods(3, "26.03"), "GR-1");
        stock.receive(VENDOR, part, new Goods(2, null), "GR-2");
        stock.hold(VENDOR, two, "r-1", "clm-1");

        stock.take(VENDOR, new Departure(two, List.of(new Goods(2, "26.03"))), "r-1");
        stock.take(VENDOR, new Departure(two, List.of(new Goods(2, "26.03"))), "r-1");

        assertThat(reserves.onHand(VENDOR, part, List.of("26.03"))).isEqualTo(1);
        assertThat(reserves.onHand(VENDOR, part, List.of("26"))).isZero();
        assertThat(reserves.onHand(VENDOR, part, List.of())).isEqualTo(3);
    }

    private static Receipt halfDone() {
        return new Receipt(
                VENDOR,
                Claim.freshPart(),
                4,
                null,
                "GR-1",
                "wang",
                Instant.now().minusSeconds(60),
                false);
    }

    private interface Numbered<T> {
        T call(int number) throws Exception;
    }

    private static <T> List<T> atOnce(Numbered<T> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Stream<Callable<T>> calls = IntStream.range(0, THREADS).mapToObj(i -> () -> call.call(i));
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls.toList())) {
                results.add(result.get());
            }
            return results;
        }
    }
}
