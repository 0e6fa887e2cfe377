package dev.aftersales.chassis.aggregate;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.aftersales.chassis.events.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The aggregates of one type. Every method that changes one writes its state, its outgoing events and the inbox guard in
 * <em>one</em> single-document write, and wakes the relay afterwards; a failure in between leaves the events in the
 * document, where the sweep finds them.
 *
 * <p>Writes are optimistic: they succeed only on the version that was read, and are decided anew when somebody else was
 * faster. The relay's own writes do not count as versions, because they do not touch the state.
 */
public final class Aggregates<S> {

    private static final Logger log = LoggerFactory.getLogger(Aggregates.class);

    /** More tries than any honest contention needs; a caller beyond it gets {@link Contention}. */
    private static final int TRIES = 50;

    /** Sources without a sequence of their own (partners) are guarded by their last event ids; this many are kept of each aggregate. */
    private static final int SEEN_IDS = 100;

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final AggregateType<S> type;
    private final MongoCollection<Document> collection;
    private final StateMapper states;
    private final OutboxWriter outbox;
    private final OutboxWake wake;

    Aggregates(
            AggregateType<S> type,
            MongoCollection<Document> collection,
            StateMapper states,
            OutboxWriter outbox,
            OutboxWake wake) {
        this.type = type;
        this.collection = collection;
        this.states = states;
        this.outbox = outbox;
        this.wake = wake;
    }

    /** The aggregate of this id. */
    public Optional<Stored<S>> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(this::stored);
    }

    /**
     * Aggregates by their query fields.
     *
     * @param filter over the query fields, {@code vendor} and {@code _id} only
     * @param limit at most this many
     */
    public List<Stored<S>> query(Bson filter, Bson sort, int limit) {
        List<Stored<S>> found = new ArrayList<>();
        collection.find(filter).sort(sort).limit(limit).forEach(document -> found.add(stored(document)));
        return found;
    }

    /**
     * One property of the states of aggregates, and nothing else of them; those without it are left out.
     *
     * @param filter over the query fields, {@code vendor} and {@code _id} only
     * @param limit of so many aggregates at most
     */
    public <P> List<P> parts(Bson filter, Bson sort, int limit, String property, Class<P> type) {
        List<P> parts = new ArrayList<>();
        collection
                .find(filter)
                .sort(sort)
                .projection(fields(include("state." + property), excludeId()))
                .limit(limit)
                .forEach(document -> {
                    Document part = document.get("state", Document.class).get(property, Document.class);
                    if (part != null) {
                        parts.add(states.toState(part, type));
                    }
                });
        return parts;
    }

    /**
     * The values of a query field, each once, in their order. Each call reads so many keys of an index at most, so a walk
     * goes on after the last value until there is none.
     *
     * @param filter over the query fields, {@code vendor} and {@code _id} only
     * @param field that holds strings, one in each aggregate; its index begins with what the filter names
     * @param after only values beyond it; the empty string for the first
     */
    public List<String> values(Bson filter, String field, String after, int limit) {
        Set<String> values = new LinkedHashSet<>();
        collection
                .find(and(filter, gt(field, after)))
                .sort(ascending(field))
                .projection(fields(include(field), excludeId()))
                .limit(limit)
                .forEach(document -> values.add(document.getString(field)));
        return List.copyOf(values);
    }

    /**
     * The ids of aggregates by their query fields, in their order. Reads keys of an index and no state.
     *
     * @param filter over the query fields and {@code vendor} only; there is an index of these and {@code _id}
     * @param after only ids beyond it; the empty string for the first
     * @param limit at most this many
     */
    public List<String> ids(Bson filter, String after, int limit) {
        List<String> ids = new ArrayList<>();
        collection
                .find(and(filter, gt("_id", after)))
                .sort(ascending("_id"))
                .projection(include("_id"))
                .limit(limit)
                .forEach(document -> ids.add(document.getString("_id")));
        return ids;
    }

    /**
     * Which aggregates are due by a query field that holds an instant, in due order. Reads keys of an index and no state.
     *
     * @param field that holds an instant; there is an index of it and {@code _id}
     * @param until the last instant
     * @param after only those behind it; absent for the very first
     * @param limit at most this many
     */
    public List<Due> due(String field, Instant until, @Nullable Due after, int limit) {
        Bson by = lte(field, Date.from(until));
        if (after != null) {
            Date at = Date.from(after.at());
            by = and(gte(field, at), by, or(gt(field, at), gt("_id", after.id())));
        }
        List<Due> due = new ArrayList<>();
        collection
                .find(by)
                .sort(ascending(field, "_id"))
                .projection(include(field))
                .limit(limit)
                .forEach(document -> due.add(new Due(document.getDate(field).toInstant(), document.getString("_id"))));
        return due;
    }

    /** How many aggregates match a filter over the query fields; at most {@code limit} are counted. */
    public long count(Bson filter, int limit) {
        return collection.countDocuments(filter, new com.mongodb.client.model.CountOptions().limit(limit));
    }

    /**
     * Writes many aggregates of a type that tells no events, each new or anew: repeating it changes nothing.
     *
     * @param states by id
     */
    public void keepAll(Map<String, S> states) {
        if (states.isEmpty()) {
            return;
        }
        List<UpdateOneModel<Document>> writes = new ArrayList<>(states.size());
        states.forEach((id, state) -> {
            Document set = new Document("vendor", type.vendor().apply(state))
                    .append("version", 1L)
                    .append("lastSequence", 0L)
                    .append("state", this.states.toDocument(state));
            queryFields(state).forEach((field, value) -> {
                if (value != null) {
                    set.append(field, value);
                }
            });
            writes.add(new UpdateOneModel<>(eq("_id", id), new Document("$set", set), UPSERT));
        });
        collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    /** Removes all that match a filter over the query fields, {@code vendor} and {@code _id}. */
    public void removeAll(Bson filter) {
        collection.deleteMany(filter);
    }

    /** Makes the aggregate unless it is there. */
    public Insertion<S> insert(String id, Change<S> first) {
        return insert(id, first, null);
    }

    /**
     * Makes many aggregates, each with its events and unless it is there, in one request to the store: they are single
     * writes still, of which some may be done when it fails.
     *
     * @param firsts by id
     * @return ids of those that were there, in no order
     */
    public Set<String> insertAll(Map<String, Change<S>> firsts) {
        Map<String, List<OutboxEntry>> entries = new LinkedHashMap<>();
        List<Document> documents = new ArrayList<>(firsts.size());
        firsts.forEach((id, first) -> {
            List<OutboxEntry> told = outbox.entries(type, id, 0, first.events(), null);
            entries.put(id, told);
            documents.add(document(id, first.state(), told));
        });
        if (documents.isEmpty()) {
            return Set.of();
        }
        Set<String> there = new HashSet<>();
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            e.getWriteErrors()
                    .forEach(error -> there.add(documents.get(error.getIndex()).getString("_id")));
        }
        firsts.forEach((id, first) -> {
            List<OutboxEntry> told = entries.getOrDefault(id, List.of());
            if (!told.isEmpty() && !there.contains(id)) {
                wake(id, type.vendor().apply(first.state()), () -> told);
            }
        });
        return there;
    }

    /**
     * Makes the aggregate in answer to an event.
     *
     * @return {@link Reacted#APPLIED}, or {@link Reacted#REPEATED} when it was there already
     */
    public Reacted create(Received<?> cause, String id, Supplier<Change<S>> first) {
        // Reading first keeps a replay of a whole topic from building every aggregate anew just to be refused.
        if (collection.find(eq("_id", id)).projection(new Document("_id", 1)).first() != null) {
            return Reacted.REPEATED;
        }
        return switch (insert(id, first.get(), cause)) {
            case Insertion.Inserted<S> inserted -> Reacted.APPLIED;
            case Insertion.AlreadyThere<S> there -> Reacted.REPEATED;
        };
    }

    /**
     * Decides a command on the aggregate as it stands, again whenever somebody else changed it in between.
     *
     * @return the decision's result, or empty when there is no such aggregate
     */
    public <R> Optional<R> decide(String id, Function<Stored<S>, Decision<S, R>> decision) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Document before = collection.find(eq("_id", id)).first();
            if (before == null) {
                return Optional.empty();
            }
            switch (decision.apply(stored(before))) {
                case Decision.Refuse<S, R> refused -> {
                    return Optional.of(refused.result());
                }
                case Decision.Commit<S, R> commit -> {
                    if (write(before, new Change<>(commit.state(), commit.events()), null, commit.at())) {
                        return Optional.of(commit.result());
                    }
                }
            }
        }
        throw new Contention(type.collection(), id);
    }

    /** Lets the aggregate react to an event, once: the guard stands in the filter and in the write of the change. */
    public Reacted react(Received<?> cause, String id, Function<Stored<S>, Change<S>> reaction) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Document before = collection.find(eq("_id", id)).first();
            if (before == null) {
                return Reacted.MISSING;
            }
            if (Guard.of(cause).hasSeen(before)) {
                return Reacted.REPEATED;
            }
            if (write(before, reaction.apply(stored(before)), cause, null)) {
                return Reacted.APPLIED;
            }
        }
        throw new Contention(type.collection(), id);
    }

    private Insertion<S> insert(String id, Change<S> first, @Nullable Received<?> cause) {
        String vendor = type.vendor().apply(first.state());
        List<OutboxEntry> entries = outbox.entries(type, id, 0, first.events(), null);
        Document document = document(id, first.state(), entries);
        if (cause != null) {
            Guard.of(cause).markIn(document);
        }
        try {
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            Document there = collection.find(eq("_id", id)).first();
            if (there == null) {
                // Another unique index refused it: that is the caller's to handle.
                throw e;
            }
            return new Insertion.AlreadyThere<>(stored(there));
        }
        if (!entries.isEmpty()) {
            wake(id, vendor, () -> entries);
        }
        return new Insertion.Inserted<>(new Stored<>(id, vendor, 1L, first.state(), entries.size()));
    }

    /** The document of an aggregate that is new. */
    private Document document(String id, S state, List<OutboxEntry> entries) {
        Document document = new Document("_id", id)
                .append("vendor", type.vendor().apply(state))
                .append("version", 1L)
                .append("lastSequence", (long) entries.size())
                .append("state", states.toDocument(state));
        queryFields(state).forEach((field, value) -> {
            if (value != null) {
                document.append(field, value);
            }
        });
        document.append("outbox", entries.stream().map(OutboxEntry::toDocument).toList());
        if (!entries.isEmpty()) {
            document.append("pendingSince", Date.from(entries.getFirst().committedAt()));
        }
        return document;
    }

    private boolean write(Document before, Change<S> change, @Nullable Received<?> cause, @Nullable Instant at) {
        String id = before.getString("_id");
        long version = number(before, "version");
        long lastSequence = number(before, "lastSequence");
        List<OutboxEntry> entries = outbox.entries(type, id, lastSequence, change.events(), at);

        Document set = new Document("state", states.toDocument(change.state()));
        Document unset = new Document();
        queryFields(change.state()).forEach((field, value) -> {
            if (value != null) {
                set.append(field, value);
            } else {
                unset.append(field, "");
            }
        });
        // Fields of the state before that the state after does not have any more.
        queryFields(stored(before).state()).keySet().stream()
                .filter(field -> !set.containsKey(field))
                .forEach(field -> unset.append(field, ""));

        Document update = new Document("$inc", new Document("version", 1L));
        Document push = new Document();
        List<Bson> filters = new ArrayList<>(List.of(eq("_id", id), eq("version", version)));
        if (!entries.isEmpty()) {
            set.append("lastSequence", lastSequence + entries.size());
            push.append(
                    "outbox",
                    new Document(
                            "$each",
                            entries.stream().map(OutboxEntry::toDocument).toList()));
            update.append(
                    "$min",
                    new Document("pendingSince", Date.from(entries.getFirst().committedAt())));
        }
        if (cause != null) {
            filters.add(Guard.of(cause).unseen());
            Guard.of(cause).mark(set, push, SEEN_IDS);
        }
        update.append("$set", set);
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        if (!push.isEmpty()) {
            update.append("$push", push);
        }
        Document after = collection.findOneAndUpdate(
                and(filters),
                update,
                new FindOneAndUpdateOptions()
                        .returnDocument(ReturnDocument.AFTER)
                        .projection(new Document("outbox", 1)));
        if (after == null) {
            return false;
        }
        if (!entries.isEmpty()) {
            wake(id, before.getString("vendor"), () -> pendingOf(after));
        }
        return true;
    }

    /** What is committed is done: a wake-up that fails must not tell the caller otherwise. The sweep comes by later. */
    private void wake(String id, String vendor, Supplier<List<OutboxEntry>> pending) {
        try {
            wake.committed(type, id, vendor, pending.get());
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("collection", type.collection())
                    .addKeyValue("aggregate", id)
                    .setCause(e)
                    .log("The relay could not be woken for committed events; the sweep tries them");
        }
    }

    private Map<String, @Nullable Object> queryFields(S state) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        type.indexed().apply(state).forEach((field, value) -> {
            if (AggregateType.RESERVED.contains(field)) {
                throw new IllegalStateException(type.collection() + " may not use the field " + field);
            }
            fields.put(field, value instanceof Instant instant ? Date.from(instant) : value);
        });
        return fields;
    }

    private Stored<S> stored(Document document) {
        return new Stored<>(
                document.getString("_id"),
                document.getString("vendor"),
                number(document, "version"),
                states.toState(document.get("state", Document.class), type.stateType()),
                number(document, "lastSequence"));
    }

    /** The pending events of a document, oldest first. */
    public static List<OutboxEntry> pendingOf(Document document) {
        return document.getList("outbox", Document.class, List.of()).stream()
                .map(OutboxEntry::of)
                .toList();
    }

    private static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }
}
