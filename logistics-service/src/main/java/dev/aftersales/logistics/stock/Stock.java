package dev.aftersales.logistics.stock;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.aftersales.contracts.events.PartQuantity;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One document for each part of a vendor. Every change is one atomic write on it that carries its own guard: repeating
 * it changes nothing. Always {@code available = onHand - sum of the reservations}.
 */
@Component
public class Stock {

    /**
     * How many departures and receipts of a part its document remembers, so that a process that was frozen in the middle
     * of one cannot repeat it. Behind this guard stand the order and the receipt, which never forget.
     */
    private static final PushOptions REMEMBERED = new PushOptions().slice(-256);

    /** Whether a reserve is short that goes before all orders. */
    static final String SHORT_RESERVE = "shortReserve";

    private static final Bson LEVEL = Projections.include("part", "onHand", "available");

    private final MongoCollection<Document> parts;
    private final Clock clock;

    Stock(MongoDatabase database, Clock clock) {
        this.parts = database.getCollection("stock");
        this.clock = clock;
    }

    /** Makes the indexes that are missing. */
    void createIndexes() {
        parts.createIndex(Indexes.ascending("vendor", "part"), new IndexOptions().unique(true));
        parts.createIndex(Indexes.ascending("wakeDue"), new IndexOptions().sparse(true));
    }

    /**
     * Holds so many of a part.
     *
     * @param reservation its id, the same at every try
     * @return whether they are held for it, now or since earlier; also when they have left since
     */
    public boolean hold(String vendor, PartQuantity part, String reservation, String order) {
        Document entry = new Document("id", reservation)
                .append("quantity", (long) part.quantity())
                .append("order", order);
        Bson free = and(
                of(vendor, part.part()),
                gte("available", (long) part.quantity()),
                ne(SHORT_RESERVE, true),
                unknown(reservation));
        boolean held = changed(
                free,
                Updates.combine(
                        Updates.inc("available", (long) -part.quantity()), Updates.push("reservations", entry)));
        return held || holds(vendor, part.part(), reservation);
    }

    /** Whether the reservation is held, or was until its parts left. */
    public boolean holds(String vendor, String part, String reservation) {
        Bson known = and(of(vendor, part), or(eq("reservations.id", reservation), eq("left", reservation)));
        return parts.find(known).projection(Projections.include("_id")).first() != null;
    }

    /** The reserved parts have left the house. */
    public void take(String vendor, Departure departure, String reservation) {
        PartQuantity part = departure.part();
        List<Bson> updates = new ArrayList<>(List.of(
                Updates.inc("onHand", (long) -part.quantity()),
                Updates.pull("reservations", new Document("id", reservation)),
                Updates.pushEach("left", List.of(reservation), REMEMBERED)));
        departure.lots().stream()
                .filter(goods -> goods.lot() != null)
                .collect(Collectors.groupingBy(
                        goods -> Lots.field(Objects.requireNonNull(goods.lot())),
                        Collectors.summingLong(Goods::quantity)))
                .forEach((lot, pieces) -> updates.add(Updates.inc(lot, -pieces)));
        changed(
                and(of(vendor, part.part()), eq("reservations.id", reservation), ne("left", reservation)),
                Updates.combine(updates));
    }

    /** Neither is the reservation held, nor has it left. */
    static Bson unknown(String reservation) {
        return and(ne("reservations.id", reservation), ne("left", reservation));
    }

    /**
     * Ends a reservation whose parts stay in the house.
     *
     * @return whether there was one
     */
    public boolean giveBack(String vendor, PartQuantity part, String reservation) {
        return changed(
                and(of(vendor, part.part()), eq("reservations.id", reservation)),
                Updates.combine(
                        Updates.inc("available", (long) part.quantity()),
                        Updates.pull("reservations", new Document("id", reservation)),
                        markToWake()));
    }

    /** Counts what came in, once for each reference; makes the part when it is new. */
    void receive(String vendor, String part, Goods goods, String reference) {
        String lot = goods.lot();
        Bson uncounted = and(of(vendor, part), ne("received", reference));
        List<Bson> updates = new ArrayList<>(List.of(
                Updates.inc("onHand", (long) goods.quantity()),
                Updates.inc("available", (long) goods.quantity()),
                Updates.pushEach("received", List.of(reference), REMEMBERED),
                markToWake()));
        if (lot != null) {
            updates.add(Updates.inc(Lots.field(lot), (long) goods.quantity()));
        }
        Bson counted = Updates.combine(updates);
        try {
            parts.updateOne(
                    uncounted,
                    Updates.combine(Updates.setOnInsert("vendor", vendor), Updates.setOnInsert("part", part), counted),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Either the reference is counted already, or another receipt has just made the part.
            changed(uncounted, counted);
        }
    }

    StockLevel level(String vendor, String part) {
        Document found = parts.find(of(vendor, part)).projection(LEVEL).first();
        if (found == null) {
            throw new IllegalStateException("a part that came in has stock");
        }
        return levelOf(found);
    }

    /** A vendor's parts, in the order of their numbers. */
    List<StockLevel> list(String vendor, @Nullable String after, int limit) {
        Bson filter = after == null ? eq("vendor", vendor) : and(eq("vendor", vendor), gt("part", after));
        List<StockLevel> levels = new ArrayList<>();
        parts.find(filter)
                .projection(LEVEL)
                .sort(Sorts.ascending("part"))
                .limit(limit)
                .forEach(found -> levels.add(levelOf(found)));
        return levels;
    }

    /** More of a part became available, and those who wait for it may not have been served. */
    record WakeMark(String vendor, String part, String token) {}

    Optional<WakeMark> wakeMark(String vendor, String part) {
        return marks(and(of(vendor, part), exists("wakeToken")), 1).stream().findFirst();
    }

    List<WakeMark> wakeMarks(Instant before, int limit) {
        return marks(lt("wakeDue", before), limit);
    }

    /** They were served; a mark that was set anew in between stays. */
    void woken(WakeMark mark) {
        changed(
                and(of(mark.vendor(), mark.part()), eq("wakeToken", mark.token())),
                Updates.combine(Updates.unset("wakeToken"), Updates.unset("wakeDue")));
    }

    private List<WakeMark> marks(Bson filter, int limit) {
        List<WakeMark> marks = new ArrayList<>();
        parts.find(filter)
                .projection(Projections.include("vendor", "part", "wakeToken"))
                .sort(Sorts.ascending("wakeDue"))
                .limit(limit)
                .forEach(found -> marks.add(new WakeMark(
                        found.getString("vendor"), found.getString("part"), found.getString("wakeToken"))));
        return marks;
    }

    private Bson markToWake() {
        return Updates.combine(
                Updates.set("wakeDue", clock.instant()),
                Updates.set("wakeToken", UUID.randomUUID().toString()));
    }

    private boolean changed(Bson filter, Bson update) {
        return parts.updateOne(filter, update).getModifiedCount() == 1;
    }

    private static Bson of(String vendor, String part) {
        return eq("_id", vendor + "/" + part);
    }

    private static StockLevel levelOf(Document found) {
        return new StockLevel(found.getString("part"), number(found, "onHand"), number(found, "available"));
    }

    private static long number(Document found, String field) {
        return found.get(field, Number.class).longValue();
    }
}
