package dev.aftersales.chassis.deadletters;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.not;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.aftersales.chassis.deadletters.DeadLetter.Status;
import dev.aftersales.chassis.events.Reactions;
import dev.aftersales.chassis.events.UnreadableEvent;
import dev.aftersales.chassis.store.Outages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Redrives and skips dead letters, one or many, and lets those that are parked behind them follow in order.
 *
 * <p>Who acts on a letter takes it in hand first, with the write that notes the act; nobody else may act on it until that
 * is over or, should the process die, half a minute later. An outage in the middle leaves the letter as dead as it was.
 * That an event takes effect once does not rest on any of this but on the guard of the aggregate that reacts.
 *
 * <p>Nothing is redriven by itself, so a redrive cannot loop: a parked record that fails when its turn comes is dead and
 * waits for a person, and one that failed {@value #MOST_REDRIVES} redrives is tried again only where a person insists.
 */
public final class Settlements {

    /** Redrives of one letter that may fail before a further one has to be forced. */
    static final int MOST_REDRIVES = 3;

    /** Letters that one order may settle at most. */
    static final int CAP = 200;

    private static final Logger log = LoggerFactory.getLogger(Settlements.class);

    /** Parked records that follow at once; those beyond are taken by the sweep, so that an order has an end. */
    private static final int FOLLOWING = 500;

    private static final int MOST_COUNTED = 1000;
    private static final Duration IN_HAND = Duration.ofSeconds(30);

    /** An order that takes longer stops between two letters; whoever gave it is still there to read the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final DeadLetters deadLetters;
    private final MongoCollection<Document> letters;
    private final Reactions reactions;
    private final Map<String, RedriveTarget> targets;
    private final Clock machineClock;

    /** @param targets consumers beside the reactions */
    public Settlements(
            DeadLetters deadLetters, Reactions reactions, Collection<RedriveTarget> targets, Clock machineClock) {
        this.deadLetters = deadLetters;
        this.letters = deadLetters.collection();
        this.reactions = reactions;
        this.targets = targets.stream().collect(Collectors.toMap(RedriveTarget::consumer, Function.identity()));
        this.machineClock = machineClock;
    }

    /** What a person wants done, and why. */
    record Order(String person, Act act, @Nullable String reason) {}

    /** What may be done with a dead letter. */
    enum Act {
        REDRIVE("redrive"),
        FORCED_REDRIVE("forced redrive"),
        SKIP("skip");

        private final String words;

        Act(String words) {
            this.words = words;
        }
    }

    /** Carries an order out on one letter, and lets what is parked behind it follow; empty when there is no such letter. */
    Optional<Outcome> settle(String id, Order order) {
        Document letter = letters.find(eq("_id", id)).first();
        if (letter == null) {
            return Optional.empty();
        }
        Outcome hindrance = hindrance(letter, order.act());
        return Optional.of(hindrance != null ? hindrance : take(letter, order));
    }

    private @Nullable Outcome hindrance(Document letter, Act act) {
        DeadLetter view = LetterDocument.view(letter);
        if (view.status() != Status.DEAD) {
            return new Outcome.NotDead(view);
        }
        String lane = letter.getString("lane");
        Document first = lane == null ? letter : deadLetters.head(lane);
        if (first != null && !first.getString("_id").equals(view.id())) {
            return new Outcome.NotFirst(view, first.getString("_id"));
        }
        return act == Act.REDRIVE && view.redrives() >= MOST_REDRIVES ? new Outcome.TooOften(view) : null;
    }

    private Outcome take(Document letter, Order order) {
        String id = letter.getString("_id");
        String hand = UUID.randomUUID().toString();
        Date now = now();
        Document taken = letters.findOneAndUpdate(
                and(eq("_id", id), eq("status", Status.DEAD.name()), not(gte("inHandUntil", now))),
                Updates.combine(
                        Updates.push("acts", act(order.person(), order.act().words, order.reason(), now, null)),
                        Updates.set("inHandOf", hand),
                        Updates.set("inHandUntil", Date.from(now.toInstant().plus(IN_HAND)))),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (taken == null) {
            return passed(id);
        }
        int place = taken.getList("acts", Document.class).size() - 1;
        Bson mine = and(eq("_id", id), eq("open", true), eq("inHandOf", hand));
        String outcome = "acts." + place + ".outcome";
        if (order.act() == Act.SKIP) {
            return letters.updateOne(mine, closing(Status.SKIPPED, Updates.set(outcome, "skipped")))
                                    .getMatchedCount()
                            == 0
                    ? passed(id)
                    : followed(letter, order.person());
        }
        try {
            handle(letter);
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                letGo(mine, outcome, e);
                throw e;
            }
            letters.updateOne(
                    mine,
                    Updates.combine(
                            Updates.set("reason", Reason.of(e)),
                            Updates.set(outcome, "failed again: " + Reason.of(e)),
                            Updates.inc("attempts", 1),
                            Updates.inc("redrives", 1),
                            Updates.unset("inHandOf"),
                            Updates.unset("inHandUntil")));
            return new Outcome.FailedAgain(LetterDocument.view(reload(id)));
        }
        return letters.updateOne(mine, closing(Status.HANDLED, Updates.set(outcome, "handled")))
                                .getMatchedCount()
                        == 0
                ? passed(id)
                : followed(letter, order.person());
    }

    private void handle(Document letter) {
        if (LetterDocument.leavesValueOut(letter)) {
            throw UnreadableEvent.tooLarge(letter.getInteger("bytes"));
        }
        RedriveTarget target = targets.get(letter.getString("consumer"));
        if (target == null) {
            reactions.handle(LetterDocument.recordOf(letter));
        } else {
            target.redrive(LetterDocument.recordOf(letter));
        }
    }

    /** Somebody else was faster. */
    private Outcome passed(String id) {
        Document letter = reload(id);
        Date until = letter.getDate("inHandUntil");
        return until != null && letter.getString("status").equals(Status.DEAD.name())
                ? new Outcome.InHand(LetterDocument.view(letter), until.toInstant())
                : new Outcome.NotDead(LetterDocument.view(letter));
    }

    private void letGo(Bson mine, String outcome, RuntimeException outage) {
        try {
            letters.updateOne(
                    mine,
                    Updates.combine(
                            Updates.set(outcome, "broken off by an outage"),
                            Updates.unset("inHandOf"),
                            Updates.unset("inHandUntil")));
        } catch (RuntimeException e) {
            // It is the store that is out; the letter comes out of hand when its time is over.
            outage.addSuppressed(e);
        }
    }

    private Outcome followed(Document letter, String person) {
        String id = letter.getString("_id");
        String lane = letter.getString("lane");
        int unparked = lane == null ? 0 : drain(lane, person, "after " + id);
        long parked = lane == null
                ? 0
                : letters.countDocuments(
                        and(eq("lane", lane), eq("open", true)), new CountOptions().limit(MOST_COUNTED));
        return new Outcome.Done(LetterDocument.view(reload(id)), unparked, parked);
    }

    /** Handles the parked records at the head of a lane, in order, until one fails, none is left, or it is enough. */
    private int drain(String lane, String person, String reason) {
        for (int count = 0; count < FOLLOWING; count++) {
            Document next = deadLetters.head(lane);
            if (next == null
                    || !next.getString("status").equals(Status.PARKED.name())
                    || !handledInTurn(next, person, reason)) {
                return count;
            }
        }
        return FOLLOWING;
    }

    private boolean handledInTurn(Document parked, String person, String reason) {
        // Two may do this at once; the guard of the aggregate sees to it that one takes effect, and one is noted.
        Bson still = and(eq("_id", parked.getString("_id")), eq("status", Status.PARKED.name()));
        try {
            handle(parked);
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            String failure = Reason.of(e);
            letters.updateOne(
                    still,
                    Updates.combine(
                            Updates.set("status", Status.DEAD.name()),
                            Updates.set("reason", failure),
                            Updates.inc("attempts", 1),
                            Updates.push("acts", act(person, "follow", reason, now(), "failed: " + failure))));
            return false;
        }
        letters.updateOne(
                still, closing(Status.HANDLED, Updates.push("acts", act(person, "follow", reason, now(), "handled"))));
        return true;
    }

    /**
     * One letter of an order on many.
     *
     * @param key the aggregate
     * @param outcome in upper case, one word each; {@code WOULD_BE_TRIED} and {@code WOULD_BE_SKIPPED} in a dry run
     * @param reason why it failed, or of which letter it has to wait
     * @param unparked how many parked ones followed
     * @param parked how many wait behind it
     */
    record Item(
            String id,
            @Nullable String key,
            String outcome,
            @Nullable String reason,
            int unparked,
            long parked) {}

    /**
     * What came of an order on many letters, in the order in which they were taken.
     *
     * @param refused letters that match and failed too many redrives to be redriven with others; at most 1,000 are counted
     * @param more whether there may be more that match: the order was capped, or took too long
     */
    record Many(boolean dryRun, List<Item> items, long refused, boolean more) {}

    /**
     * Carries an order out on letters that match, oldest first; within an aggregate that is in order, because a letter
     * that is not the first of its lane is left alone.
     *
     * @param limit at most this many, itself at most {@value #CAP}
     * @param dryRun changes nothing and says what would be taken
     */
    Many settleMany(LetterFilter filter, Order order, int limit, boolean dryRun) {
        boolean skip = order.act() == Act.SKIP;
        Bson meant = skip ? filter.among(Status.DEAD) : filter.among(Status.DEAD, not(gte("redrives", MOST_REDRIVES)));
        List<Document> taken = letters.find(meant)
                .projection(Projections.include("lane", "key", "offset"))
                .sort(Sorts.ascending("buriedAt", "_id"))
                .limit(limit)
                .into(new ArrayList<>());
        long refused = skip
                ? 0
                : letters.countDocuments(
                        filter.among(Status.DEAD, gte("redrives", MOST_REDRIVES)),
                        new CountOptions().limit(MOST_COUNTED));
        Instant enough = Instant.now(machineClock).plus(PATIENCE);
        List<Item> items = new ArrayList<>();
        for (Document letter : taken) {
            if (Instant.now(machineClock).isAfter(enough)) {
                break;
            }
            items.add(dryRun ? planned(letter, skip) : item(letter, settle(letter.getString("_id"), order)));
        }
        return new Many(dryRun, items, refused, taken.size() == limit || items.size() < taken.size());
    }

    private Item planned(Document letter, boolean skip) {
        String lane = letter.getString("lane");
        String id = letter.getString("_id");
        Document first = lane == null ? null : deadLetters.head(lane);
        String outcome = skip ? "WOULD_BE_SKIPPED" : "WOULD_BE_TRIED";
        String reason = null;
        if (first != null && !first.getString("_id").equals(id)) {
            outcome = "NOT_FIRST";
            reason = "waits for " + first.getString("_id");
        }
        return left(letter, outcome, reason);
    }

    /** A letter that this order settled nothing about, and how many still wait behind it. */
    private Item left(Document letter, String outcome, @Nullable String reason) {
        String lane = letter.getString("lane");
        long parked = lane == null
                ? 0
                : letters.countDocuments(
                        and(eq("lane", lane), eq("open", true), gt("offset", letter.getLong("offset"))),
                        new CountOptions().limit(MOST_COUNTED));
        return new Item(letter.getString("_id"), letter.getString("key"), outcome, reason, 0, parked);
    }

    private Item item(Document letter, Optional<Outcome> settled) {
        String id = letter.getString("_id");
        String key = letter.getString("key");
        return switch (settled.orElseThrow(() -> new IllegalStateException(id + " is gone"))) {
            case Outcome.Done done ->
                new Item(id, key, done.letter().status().name(), null, done.unparked(), done.parked());
            case Outcome.FailedAgain failed ->
                left(letter, "FAILED_AGAIN", failed.letter().reason());
            case Outcome.NotDead other ->
                left(letter, "NOT_DEAD", "is " + other.letter().status());
            case Outcome.NotFirst other -> left(letter, "NOT_FIRST", "waits for " + other.first());
            case Outcome.InHand other -> left(letter, "IN_HAND", "until " + other.until());
            case Outcome.TooOften other -> left(letter, "TOO_OFTEN", null);
        };
    }

    /** The record itself, for a person who says why; noted on the letter before it is shown. */
    Optional<Document> disclose(String id, String person, String reason) {
        Document letter = letters.findOneAndUpdate(
                eq("_id", id), Updates.push("acts", act(person, "disclose", reason, now(), "disclosed")));
        return Optional.ofNullable(letter);
    }

    /** Drains lanes that were left with parked records only: one was parked while the last before it was settled. */
    void drainOrphans() {
        Set<String> lanes = new LinkedHashSet<>();
        List<String> looked = new ArrayList<>();
        for (Document parked : letters.find(eq("status", Status.PARKED.name()))
                .projection(Projections.include("lane"))
                .sort(Sorts.ascending("lookedAt"))
                .limit(100)) {
            looked.add(parked.getString("_id"));
            lanes.add(parked.getString("lane"));
        }
        if (looked.isEmpty()) {
            return;
        }
        letters.updateMany(in("_id", looked), Updates.set("lookedAt", now()));
        for (String lane : lanes) {
            try {
                drain(lane, "nobody", "nothing is dead before it any more");
            } catch (RuntimeException e) {
                if (Outages.isOutage(e)) {
                    throw e;
                }
                log.atError().addKeyValue("lane", lane).setCause(e).log("Parked records could not be followed up");
            }
        }
    }

    private static Bson closing(Status status, Bson noted) {
        return Updates.combine(
                Updates.set("status", status.name()),
                Updates.unset("open"),
                Updates.unset("inHandOf"),
                Updates.unset("inHandUntil"),
                noted);
    }

    private static Document act(
            String person, String what, @Nullable String reason, Date at, @Nullable String outcome) {
        return new Document("person", person)
                .append("what", what)
                .append("reason", reason)
                .append("at", at)
                .append("outcome", outcome);
    }

    private Document reload(String id) {
        Document letter = letters.find(eq("_id", id)).first();
        if (letter == null) {
            throw new IllegalStateException("dead letters are never deleted, yet " + id + " is gone");
        }
        return letter;
    }

    private Date now() {
        return Date.from(Instant.now(machineClock));
    }
}
