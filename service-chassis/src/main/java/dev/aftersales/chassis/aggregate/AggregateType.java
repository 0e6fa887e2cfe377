package dev.aftersales.chassis.aggregate;

import dev.aftersales.contracts.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of aggregate is kept.
 *
 * <p>The state itself is opaque to queries. What a query needs is copied out of it into fields of the document by
 * {@code indexed}, so that the fields a collection is searched by stand in one place beside its indexes.
 *
 * @param collection in the service's database
 * @param stateType the state: a record, or a sealed interface of records
 * @param topic that carries the aggregate's events; absent when it tells none
 * @param vendor the tenant of a state
 * @param indexed the query fields of a state: strings, numbers, booleans, instants, and lists of these; a null or
 *     missing value leaves the field out of the document
 * @param indexes to create; each starts with the vendor unless ids or a sweep use it
 */
public record AggregateType<S>(
        String collection,
        Class<S> stateType,
        @Nullable Topic topic,
        Function<S, String> vendor,
        Function<S, Map<String, @Nullable Object>> indexed,
        List<Bson> indexes) {

    /** Fields that the chassis itself keeps; no query field may take their names. */
    static final Set<String> RESERVED =
            Set.of("_id", "vendor", "version", "state", "seen", "seenIds", "outbox", "lastSequence", "pendingSince");

    public AggregateType {
        indexes = List.copyOf(indexes);
    }

    /** A type without events and query fields, to be completed by the methods below. */
    public static <S> AggregateType<S> of(String collection, Class<S> stateType, Function<S, String> vendor) {
        return new AggregateType<>(collection, stateType, null, vendor, state -> Map.of(), List.of());
    }

    /** The same, telling its events on this topic. */
    public AggregateType<S> tellingOn(Topic topic) {
        return new AggregateType<>(collection, stateType, topic, vendor, indexed, indexes);
    }

    /** The same, with these query fields. */
    public AggregateType<S> indexedBy(Function<S, Map<String, @Nullable Object>> fields) {
        return new AggregateType<>(collection, stateType, topic, vendor, fields, indexes);
    }

    /** The same, with one index more. */
    public AggregateType<S> withIndex(Bson index) {
        List<Bson> more = new ArrayList<>(indexes);
        more.add(index);
        return new AggregateType<>(collection, stateType, topic, vendor, indexed, more);
    }
}
