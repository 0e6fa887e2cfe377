package dev.aftersales.chassis.aggregate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes the {@link Aggregates} of a service, with the indexes of their collections, and knows them all. */
public final class AggregatesFactory {

    private final MongoDatabase database;
    private final StateMapper states;
    private final OutboxWriter outbox;
    private final OutboxWake wake;
    private final List<AggregateType<?>> types = new CopyOnWriteArrayList<>();

    public AggregatesFactory(
            MongoDatabase database,
            StateMapper states,
            Clock businessClock,
            JsonMapper events,
            Supplier<@Nullable String> traceParent,
            OutboxWake wake) {
        this.database = database;
        this.states = states;
        this.outbox = new OutboxWriter(businessClock, events, traceParent);
        this.wake = wake;
    }

    /** The aggregates of a type. Indexes are made when the service starts, by {@link #createIndexes()}. */
    public <S> Aggregates<S> of(AggregateType<S> type) {
        types.add(type);
        return new Aggregates<>(type, collectionOf(type), states, outbox, wake);
    }

    /** Every type made so far. */
    public List<AggregateType<?>> types() {
        return List.copyOf(types);
    }

    /** The collection behind a type. */
    public MongoCollection<Document> collectionOf(AggregateType<?> type) {
        return database.getCollection(type.collection());
    }

    /** Makes every index that is missing; repeatable. */
    public void createIndexes() {
        for (AggregateType<?> type : types) {
            MongoCollection<Document> collection = collectionOf(type);
            type.indexes().forEach(collection::createIndex);
            if (type.topic() != null) {
                // Sparse: a document without pending events costs the sweep nothing.
                collection.createIndex(Indexes.ascending("pendingSince"), new IndexOptions().sparse(true));
            }
        }
    }
}
