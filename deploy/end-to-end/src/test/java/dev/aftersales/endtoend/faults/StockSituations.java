package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.endtoend.ledger.Goods;
import dev.aftersales.failpoints.StockStep;
import dev.aftersales.failpoints.StockStep.Situation;
import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** What customers, warehouse and carrier do so that a step of a stock reservation is reached: once for each step. */
final class StockSituations {

    private static final String CUSTOMER = "nordwind";
    private static final String CLERK = "wang";
    private static final String CARRIER = "carrier-one";

    /** Of this part there is nothing until the end. */
    private static final String SCARCE = "SCARCE-1";

    /** The first and one more who is still to be served. */
    private static final int WAITING = 2;

    private final Stage stage;
    private final Gateway gateway;
    private final Deque<Goods.Unit> served;
    private final Deque<Goods.Unit> unserved;
    private final int scarce;
    private final Set<String> unanswered = new HashSet<>();

    /** Enters the goods for these steps, and has customers wait for what is to come in. */
    StockSituations(Stage stage, List<StockStep> steps) {
        this.stage = stage;
        this.gateway = new Gateway(stage.suite().url("gateway"), stage.suite().url("issuer"));
        this.served = new ArrayDeque<>(stage.goods().enter(CUSTOMER, count(steps, Situation.IN_STOCK)));
        this.scarce = count(steps, Situation.OUT_OF_STOCK);
        this.unserved =
                new ArrayDeque<>(scarce == 0 ? List.of() : stage.goods().enterWithoutStock(CUSTOMER, scarce, SCARCE));
        for (StockStep step : steps) {
            if (step.situation() == Situation.RESTOCK) {
                claim(stage.goods().enterWithoutStock(CUSTOMER, WAITING, awaitedPart(step)));
            }
        }
        stage.awaitQuiet();
    }

    private static int count(List<StockStep> steps, Situation situation) {
        return (int)
                steps.stream().filter(step -> step.situation() == situation).count();
    }

    /** Returns when all was done that leads to the step; what became of it is not waited for. */
    void bringAbout(StockStep step) {
        switch (step.situation()) {
            case IN_STOCK -> claim(next(served));
            case OUT_OF_STOCK -> claim(next(unserved));
            case RESTOCK -> {
                if (!receive(awaitedPart(step), WAITING)) {
                    unanswered.add(awaitedPart(step));
                }
            }
            case DISPATCH -> dispatch();
            case LATE_DUPLICATE -> throw new IllegalArgumentException(step + " cannot be brought about");
        }
    }

    /** The clerk whose booking was not answered sends it again, until it is. */
    void insist() {
        for (String part : List.copyOf(unanswered)) {
            await().atMost(Duration.ofMinutes(2)).alias("receipt of " + part).until(() -> receive(part, WAITING));
            unanswered.remove(part);
        }
    }

    /** Everybody who still waits can be served. */
    void deliverWhatIsWaitedFor() {
        if (scarce > 0) {
            await().atMost(Duration.ofMinutes(2)).until(() -> receive(SCARCE, scarce));
        }
    }

    private static List<Goods.Unit> next(Queue<Goods.Unit> units) {
        return List.of(units.remove());
    }

    private void claim(List<Goods.Unit> units) {
        stage.load().start(units, units.size());
        assertThat(stage.load().awaitOutcomes(Duration.ofMinutes(2)))
                .as("customers know the outcome")
                .isTrue();
    }

    private static String awaitedPart(StockStep step) {
        return "AWAITED-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Says whether the warehouse was answered; the reference is the same each time. */
    private boolean receive(String part, int quantity) {
        try {
            return gateway.post(
                            CLERK,
                            "/api/v1/stock/" + part + "/receipts",
                            Map.of("quantity", quantity, "reference", "delivery-of-" + part))
                    .succeeded();
        } catch (UncheckedIOException unanswered) {
            return false;
        }
    }

    /** The warehouse packs the oldest shipment of its pick list, and the carrier takes it. */
    private void dispatch() {
        Answer released = gateway.get(CLERK, "/api/v1/shipments?state=RELEASED&limit=1");
        String shipment = released.body().at("/items/0/id").asString();
        String tracking = "CR-" + shipment.replaceAll("[^A-Za-z0-9-]", "-");
        expectSuccess(gateway.post(
                CLERK,
                "/api/v1/shipments/" + shipment + "/confirmation",
                Map.of("carrier", CARRIER, "trackingNumber", tracking)));
        String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        expectSuccess(gateway.partnerEvent(
                CARRIER,
                Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        tracking + "-accepted",
                        "source",
                        "/partners/" + CARRIER,
                        "type",
                        "partners.carrier-accepted.v1",
                        "subject",
                        tracking,
                        "time",
                        now,
                        "datacontenttype",
                        "application/json",
                        "data",
                        Map.of("trackingNumber", tracking, "scannedAt", now))));
    }

    private static void expectSuccess(Answer answer) {
        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
    }
}
