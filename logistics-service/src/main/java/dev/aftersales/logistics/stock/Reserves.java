package dev.aftersales.logistics.stock;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.aftersales.contracts.events.PartQuantity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pieces of a part that are kept for somebody before it is known for which order. A reserve states how many it wants, takes
 * what is free, and more as goods come in; orders draw from it. It stands in the document of the part, and each change of
 * one is one write on the numbers that were read, so that repeating it changes nothing.
 *
 * <p>Always {@code available = onHand - sum of the reservations - sum of what reserves hold}.
 */
@Component
public class Reserves {

    /** More tries than any honest contention needs. */
    private static final int TRIES = 50;

    /** A reserve that has ended must not come back by a process that was frozen; so many of a part are remembered. */
    private static final PushOptions REMEMBERED = new PushOptions().slice(-256);

    private static final String RESERVES = "reserves";
    private static final String ENDED = "endedReserves";
    private static final String VERSION = "reserveVersion";

    private final MongoCollection<Document> parts;
    private final Clock clock;

    Reserves(MongoDatabase database, Clock clock) {
        this.parts = database.getCollection("stock");
        this.clock = clock;
    }

    /**
     * A reserve of one part.
     *
     * @param wanted pieces in all
     * @param held pieces that it holds
     * @param served pieces that those for whom it is have, drawn from it or not, as was counted last, and drawn since. What
     *     was drawn is no measure of it: lines draw that leave later, and other lines of the same orders, and those who stay
     *     want their parts all the same
     * @param first whether what is short goes before all orders
     */
    public record Reserve(String id, long wanted, long held, long served, boolean first) {

        /** What it has had of what it wants. */
        public long reserved() {
            return held + served;
        }

        private boolean isShort() {
            return reserved() < wanted;
        }

        private Reserve drawing(long pieces) {
            return new Reserve(id, wanted, held - pieces, served + pieces, first);
        }

        private Document toDocument() {
            return new Document("id", id)
                    .append("wanted", wanted)
                    .append("held", held)
                    .append("served", served)
                    .append("first", first);
        }

        private static Reserve of(Document stored) {
            return new Reserve(
                    stored.getString("id"),
                    number(stored, "wanted"),
                    number(stored, "held"),
                    // What was written before anything but draws was counted has these only.
                    number(stored, stored.containsKey("served") ? "served" : "drawn"),
                    stored.getBoolean("first", false));
        }
    }

    /**
     * Lets a reserve want so many, and takes for it what is free of that; what it holds beyond it goes back. Nothing becomes
     * of one that has ended.
     *
     * @param first whether no order may take anything as long as it is short
     */
    public Reserve want(String vendor, String part, String id, long wanted, boolean first) {
        return want(vendor, part, new Reserve(id, wanted, 0, 0, first), Reserve::served);
    }

    /**
     * The same for a reserve that goes before all orders, some of whose claims were served without it: it takes nothing for
     * these once more.
     *
     * @param served pieces that they have by now, those that were drawn among them
     */
    public Reserve want(String vendor, String part, String id, long wanted, int served) {
        return want(vendor, part, new Reserve(id, wanted, 0, 0, true), known -> (long) served);
    }

    /**
     * The same where it was not counted anew what they have.
     *
     * @param served pieces that they had when they were counted last; orders may have drawn since
     */
    public Reserve wantAtLeast(String vendor, String part, String id, long wanted, int served) {
        return want(
                vendor, part, new Reserve(id, wanted, 0, 0, true), known -> Math.max(known.served(), (long) served));
    }

    private Reserve want(String vendor, String part, Reserve fresh, Function<Reserve, Long> served) {
        String id = fresh.id();
        return change(vendor, part, stock -> {
            if (stock.ended(id)) {
                return new Outcome<>(fresh, null);
            }
            Reserve known = stock.reserve(id).orElse(fresh);
            Reserve asked = new Reserve(id, fresh.wanted(), 0, served.apply(known), fresh.first());
            long target = Math.max(0, asked.wanted() - asked.served());
            long held = Math.min(target, known.held() + Math.max(0, stock.available()));
            Reserve now = new Reserve(id, asked.wanted(), held, asked.served(), asked.first());
            return new Outcome<>(now, stock.reserve(id).filter(now::equals).isPresent() ? null : stock.with(now));
        });
    }

    /**
     * Holds so many of a part for an order, out of reserves that it may draw from.
     *
     * @param reservation its id, the same at every try
     * @param ids of the reserves
     * @param free whether it may take what is free, too, where they are not enough
     * @return whether they are held for it, now or since earlier; also when they have left since
     */
    public boolean draw(
            String vendor, PartQuantity part, String reservation, String order, List<String> ids, boolean free) {
        return change(vendor, part.part(), stock -> {
            if (stock.knows(reservation)) {
                return new Outcome<>(true, null);
            }
            PartStock now = stock;
            long open = part.quantity();
            for (String id : ids) {
                Optional<Reserve> reserve = now.reserve(id);
                long pieces = Math.min(open, reserve.map(Reserve::held).orElse(0L));
                if (pieces > 0) {
                    now = now.with(reserve.orElseThrow().drawing(pieces));
                    open -= pieces;
                }
            }
            boolean enough =
                    now != stock && (open == 0 || free && !stock.hasShort() && now.available() >= part.quantity());
            return enough
                    ? new Outcome<>(true, now.reserving(part.quantity(), reservation, order))
                    : new Outcome<>(false, null);
        });
    }

    /** Ends a reserve for good: what it holds is free. */
    public void end(String vendor, String part, String id) {
        change(
                vendor,
                part,
                stock -> stock.ended(id) ? new Outcome<>(true, null) : new Outcome<>(true, stock.without(id)));
    }

    /** Ids of the reserves that hold pieces of the part. */
    public List<String> holding(String vendor, String part) {
        Document found = parts.find(of(vendor, part)).first();
        return found == null
                ? List.of()
                : new PartStock(found)
                        .reserves().stream()
                                .filter(reserve -> reserve.held() > 0)
                                .map(Reserve::id)
                                .toList();
    }

    /** Pieces on the shelf that are held for nobody. */
    public long free(String vendor, String part) {
        Document found = parts.find(of(vendor, part)).first();
        return found == null ? 0 : Math.max(0, new PartStock(found).available());
    }

    /**
     * Pieces of the part that came in with one of these lots and have not left, however capitals of a lot were written when
     * they came in and when they left.
     *
     * @param lots none for all pieces, with a lot or without
     */
    public long onHand(String vendor, String part, List<String> lots) {
        Document found = parts.find(of(vendor, part)).first();
        if (found == null) {
            return 0;
        }
        if (lots.isEmpty()) {
            return number(found, "onHand");
        }
        Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        lots.forEach(lot -> keys.add(Lots.key(lot)));
        Map<String, Long> pieces = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Document byLot = found.get(Lots.FIELD, new Document());
        byLot.keySet().stream().filter(keys::contains).forEach(lot -> pieces.merge(lot, number(byLot, lot), Long::sum));
        return pieces.values().stream().mapToLong(count -> Math.max(0, count)).sum();
    }

    private record Outcome<R>(R result, @Nullable PartStock changed) {}

    private <R> R change(String vendor, String part, Function<PartStock, Outcome<R>> decision) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Document found = parts.find(of(vendor, part)).first();
            if (found == null) {
                // A reserve may want what never came in.
                parts.updateOne(
                        of(vendor, part),
                        Updates.combine(
                                Updates.setOnInsert("vendor", vendor),
                                Updates.setOnInsert("part", part),
                                Updates.setOnInsert("onHand", 0L),
                                Updates.setOnInsert("available", 0L)),
                        new UpdateOptions().upsert(true));
                continue;
            }
            Outcome<R> outcome = decision.apply(new PartStock(found));
            PartStock changed = outcome.changed();
            if (changed == null || written(found, changed)) {
                return outcome.result();
            }
        }
        throw new IllegalStateException("too many change the stock of one part at once");
    }

    private boolean written(Document before, PartStock after) {
        Object version = before.get(VERSION);
        Bson asRead = and(
                eq("_id", before.getString("_id")),
                eq("available", before.get("available")),
                version == null ? exists(VERSION, false) : eq(VERSION, version));
        Document reservation = after.reservation;
        Bson unheld = reservation == null ? asRead : and(asRead, Stock.unknown(reservation.getString("id")));
        List<Bson> updates = new ArrayList<>(List.of(
                Updates.set(
                        RESERVES,
                        after.reserves().stream().map(Reserve::toDocument).toList()),
                Updates.set(Stock.SHORT_RESERVE, after.hasShort()),
                Updates.set("available", after.available()),
                Updates.inc(VERSION, 1L)));
        if (reservation != null) {
            updates.add(Updates.push("reservations", reservation));
        } else {
            // Who waits may be served now: out of the reserve, or by what went back.
            updates.add(Updates.set("wakeDue", clock.instant()));
            updates.add(Updates.set("wakeToken", UUID.randomUUID().toString()));
        }
        if (after.end != null) {
            updates.add(Updates.pushEach(ENDED, List.of(after.end), REMEMBERED));
        }
        return parts.updateOne(unheld, Updates.combine(updates)).getModifiedCount() == 1;
    }

    /** The document of a part as far as reserves are concerned. */
    private static final class PartStock {

        private final Document found;
        private final List<Reserve> reserves;
        private final long available;
        private @Nullable Document reservation;
        private @Nullable String end;

        PartStock(Document found) {
            this(
                    found,
                    found.getList(RESERVES, Document.class, List.of()).stream()
                            .map(Reserve::of)
                            .toList(),
                    number(found, "available"));
        }

        private PartStock(Document found, List<Reserve> reserves, long available) {
            this.found = found;
            this.reserves = reserves;
            this.available = available;
        }

        List<Reserve> reserves() {
            return reserves;
        }

        long available() {
            return available;
        }

        Optional<Reserve> reserve(String id) {
            return reserves.stream().filter(reserve -> reserve.id().equals(id)).findFirst();
        }

        boolean ended(String id) {
            return found.getList(ENDED, String.class, List.of()).contains(id);
        }

        boolean knows(String reservation) {
            return found.getList("left", String.class, List.of()).contains(reservation)
                    || found.getList("reservations", Document.class, List.of()).stream()
                            .anyMatch(held -> held.getString("id").equals(reservation));
        }

        boolean hasShort() {
            return reserves.stream().anyMatch(reserve -> reserve.first() && reserve.isShort());
        }

        PartStock with(Reserve changed) {
            List<Reserve> now = new ArrayList<>(reserves);
            now.removeIf(reserve -> reserve.id().equals(changed.id()));
            now.add(changed);
            long before = reserve(changed.id()).map(Reserve::held).orElse(0L);
            return new PartStock(found, now, available + before - changed.held());
        }

        PartStock reserving(long pieces, String id, String order) {
            PartStock now = new PartStock(found, reserves, available - pieces);
            now.reservation = new Document("id", id).append("quantity", pieces).append("order", order);
            return now;
        }

        PartStock without(String id) {
            List<Reserve> others = reserves.stream()
                    .filter(reserve -> !reserve.id().equals(id))
                    .toList();
            PartStock now = new PartStock(
                    found, others, available + reserve(id).map(Reserve::held).orElse(0L));
            now.end = id;
            return now;
        }
    }

    private static Bson of(String vendor, String part) {
        return eq("_id", vendor + "/" + part);
    }

    private static long number(Document found, String field) {
        return found.get(field, Number.class).longValue();
    }
}
