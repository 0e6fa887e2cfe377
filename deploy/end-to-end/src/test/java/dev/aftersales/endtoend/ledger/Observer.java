package dev.aftersales.endtoend.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dev.aftersales.local.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Looks at everything that a suite holds. */
public final class Observer implements AutoCloseable {

    /** Where aggregates stand whose events go out, by database. */
    private static final Map<String, List<String>> TELLING = Map.of(
            "aftersales-claims", List.of("claims", "customers", "batch-notices"),
            "aftersales-diagnosis", List.of("cases", "batch-issues"),
            "aftersales-logistics", List.of("orders"),
            "aftersales-notifications", List.of("notifications"));

    /** On which topic they tell. The compacted one of the customers forgets, so its count says nothing. */
    private static final Map<String, String> TOPICS = Map.of(
            "claims", "claims",
            "cases", "diagnosis",
            "batch-issues", "batch-issues",
            "batch-notices", "batch-notices",
            "orders", "logistics",
            "notifications", "notifications");

    /** Read in pages, because one reply of the embedded store is not split. */
    private static final int PAGE = 500;

    private final MongoClient store;
    private final Topics topics;
    private final Path mails;

    /**
     * @param mails the directory with a directory for each mailbox
     */
    public Observer(Suite.Running suite, Path mails) {
        this.store = MongoClients.create("mongodb://127.0.0.1:" + suite.ports().store());
        this.topics = new Topics("127.0.0.1:" + suite.ports().broker());
        this.mails = mails;
    }

    /** What still moves, in words; empty when the suite is quiet: outboxes empty, lag 0, no letter or step open. */
    public List<String> unrest() {
        List<String> moving = new ArrayList<>();
        TELLING.forEach((database, collections) -> collections.forEach(collection -> {
            long pending = count(database, collection, Filters.exists("pendingSince"));
            if (pending > 0) {
                moving.add(pending + " " + collection + " have events to tell");
            }
        }));
        // Letters wait for a contact, which is on its way, or for a team's mailbox, which comes when somebody enters
        // it.
        long letters =
                count("aftersales-notifications", "notifications", Filters.in("state.kind", "Pending", "Sending"))
                        + count("aftersales-notifications", "notifications", Filters.exists("waitingForVersion"));
        if (letters > 0) {
            moving.add(letters + " letters wait");
        }
        long issues = count("aftersales-claims", "batch-issues", Filters.exists("dueAt"));
        if (issues > 0) {
            moving.add(issues + " batch issues have customers looked for");
        }
        long steps = count("aftersales-logistics", "orders", Filters.exists("stepDue"));
        if (steps > 0) {
            moving.add(steps + " orders owe a step");
        }
        long receipts = count("aftersales-logistics", "receipts", Filters.exists("countDue"));
        if (receipts > 0) {
            moving.add(receipts + " receipts are not counted");
        }
        long marks = count("aftersales-logistics", "stock", Filters.exists("wakeDue"));
        if (marks > 0) {
            moving.add(marks + " parts have come for orders that wait");
        }
        topics.lag().forEach((group, lag) -> moving.add(group + " lags by " + lag));
        return moving;
    }

    /** Records that lie in dead letters unsettled, by the service's name at the gateway; services without are left out. */
    public Map<String, Long> deadLetters() {
        Map<String, Long> dead = new HashMap<>();
        for (String database : TELLING.keySet()) {
            long open = count(database, "deadLetters", Filters.eq("open", true));
            if (open > 0) {
                dead.put(database.substring("aftersales-".length()), open);
            }
        }
        return dead;
    }

    /** Everything, as it stands now. */
    public Sighting look() {
        List<Sighting.Claim> claims = new ArrayList<>();
        each(
                "aftersales-claims",
                "claims",
                List.of("serials", "claimState", "state.acknowledgedAt"),
                found -> claims.add(new Sighting.Claim(
                        found.getString("_id"),
                        Set.copyOf(found.getList("serials", String.class)),
                        found.getString("claimState"),
                        found.getEmbedded(List.of("state"), new Document()).get("acknowledgedAt") != null)));
        Map<String, String> cases = new HashMap<>();
        each(
                "aftersales-diagnosis",
                "cases",
                List.of("stage"),
                found -> cases.put(found.getString("_id"), found.getString("stage")));
        List<Sighting.Shipment> shipments = new ArrayList<>();
        Map<String, Long> departed = new HashMap<>();
        each("aftersales-logistics", "orders", List.of("state.vendor", "state.shipments"), found -> {
            Document order = found.get("state", Document.class);
            for (Document shipment : order.getList("shipments", Document.class)) {
                String stage = shipment.get("stage", Document.class).getString("kind");
                shipments.add(new Sighting.Shipment(
                        shipment.getString("id"),
                        found.getString("_id"),
                        shipment.getList("lines", Document.class).stream()
                                .map(line -> line.getInteger("line"))
                                .toList(),
                        stage));
                if (Set.of("Dispatched", "Delivered").contains(stage)) {
                    shipment.getList("parts", Document.class)
                            .forEach(part -> departed.merge(
                                    order.getString("vendor") + "/" + part.getString("part"),
                                    number(part, "quantity"),
                                    Long::sum));
                }
            }
        });
        Map<String, Long> received = new HashMap<>();
        each("aftersales-logistics", "receipts", List.of("state.vendor", "state.part", "state.quantity"), found -> {
            Document receipt = found.get("state", Document.class);
            received.merge(
                    receipt.getString("vendor") + "/" + receipt.getString("part"),
                    number(receipt, "quantity"),
                    Long::sum);
        });
        List<Sighting.Reservation> reservations = new ArrayList<>();
        List<Sighting.StockLevel> stock = new ArrayList<>();
        each("aftersales-logistics", "stock", List.of("part", "onHand", "available", "reservations"), found -> {
            List<Document> held = found.getList("reservations", Document.class, List.of());
            held.forEach(one -> reservations.add(new Sighting.Reservation(
                    one.getString("id"), one.getString("order"), found.getString("part"), number(one, "quantity"))));
            stock.add(new Sighting.StockLevel(
                    found.getString("part"),
                    number(found, "onHand"),
                    number(found, "available"),
                    held.stream().mapToLong(one -> number(one, "quantity")).sum(),
                    received.getOrDefault(found.getString("_id"), 0L),
                    departed.getOrDefault(found.getString("_id"), 0L)));
        });
        List<Sighting.Notification> notifications = new ArrayList<>();
        each("aftersales-notifications", "notifications", List.of("state.kind", "state.letter"), found -> {
            Document state = found.get("state", Document.class);
            Document letter = state.get("letter", Document.class);
            Document news = letter.get("news", Document.class);
            String claim = letter.getString("claim");
            notifications.add(new Sighting.Notification(
                    found.getString("_id"),
                    claim == null ? news.getString("batchIssue") : claim,
                    news.getString("kind"),
                    state.getString("kind"),
                    letter.getString("team")));
        });
        Map<String, Long> told = new HashMap<>();
        TOPICS.forEach((collection, topic) -> each(
                databaseOf(collection),
                collection,
                List.of("lastSequence"),
                found -> told.put(
                        topic + "/" + found.getString("_id"),
                        found.get("lastSequence", Number.class).longValue())));
        return new Sighting(
                claims,
                cases,
                shipments,
                reservations,
                stock,
                notifications,
                Mailboxes.in(mails),
                told,
                topics.everything());
    }

    private static long number(Document found, String field) {
        return found.get(field, Number.class).longValue();
    }

    private static String databaseOf(String collection) {
        return TELLING.entrySet().stream()
                .filter(telling -> telling.getValue().contains(collection))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private long count(String database, String collection, org.bson.conversions.Bson filter) {
        return store.getDatabase(database).getCollection(collection).countDocuments(filter);
    }

    private void each(
            String database, String collection, List<String> fields, java.util.function.Consumer<Document> seen) {
        String after = "";
        while (true) {
            List<Document> page = store.getDatabase(database)
                    .getCollection(collection)
                    .find(Filters.gt("_id", after.isEmpty() ? "" : after))
                    .projection(Projections.include(fields))
                    .sort(new Document("_id", 1))
                    .limit(PAGE)
                    .into(new ArrayList<>());
            page.forEach(seen);
            if (page.size() < PAGE) {
                return;
            }
            after = page.getLast().getString("_id");
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
