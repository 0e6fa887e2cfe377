package dev.aftersales.failpoints;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * {@code outbox-in-a-second-write}: an aggregate is written without the events that its change tells; they follow in a
 * second write, so that a crash in between loses them.
 */
final class SecondWrite implements Interception {

    private final long delayMillis;
    private final Journal journal;

    private SecondWrite(long delayMillis, Journal journal) {
        this.delayMillis = delayMillis;
        this.journal = journal;
    }

    static List<Failpoint> of(Spec spec, Journal journal) {
        return List.of(new Failpoint(
                Target.of("dev.aftersales.chassis.aggregate.AggregatesFactory", "collectionOf", 1),
                new SecondWrite(spec.number("delay", 20), journal),
                journal));
    }

    @Override
    public @Nullable Object returned(@Nullable Object collection) {
        return collection == null
                ? null
                : Substitute.of("com.mongodb.client.MongoCollection", collection, new Split(collection));
    }

    private final class Split extends Substitute {

        private final Object collection;

        Split(Object collection) {
            super(collection);
            this.collection = collection;
        }

        @Override
        @Nullable
        Object called(Method method, @Nullable Object[] arguments) {
            if (method.getName().equals("insertOne")
                    && arguments.length == 1
                    && arguments[0] instanceof Map<?, ?> document
                    && document.containsKey("pendingSince")) {
                return insert(method, document);
            }
            if (method.getName().equals("findOneAndUpdate")
                    && arguments.length == 3
                    && arguments[1] instanceof Map<?, ?> update
                    && update.containsKey("$min")) {
                return change(method, update, arguments);
            }
            return pass(method, arguments);
        }

        private @Nullable Object insert(Method method, Map<?, ?> document) {
            Map<Object, Object> silent = copy(document);
            silent.put("outbox", List.of());
            silent.put("lastSequence", 0L);
            silent.remove("pendingSince");
            Object result = pass(method, silent);
            Object id = part(document, "_id");
            wait(id, part(document, "outbox"));
            Map<Object, Object> events = like(document, "$push", like(document, "outbox", each(document)));
            events.put("$min", like(document, "pendingSince", part(document, "pendingSince")));
            events.put("$set", like(document, "lastSequence", part(document, "lastSequence")));
            Foreign.callAs(
                    method.getDeclaringClass(), collection, "findOneAndUpdate", like(document, "_id", id), events);
            return result;
        }

        private Map<Object, Object> each(Map<?, ?> document) {
            return like(document, "$each", part(document, "outbox"));
        }

        private @Nullable Object change(Method method, Map<?, ?> update, @Nullable Object[] arguments) {
            Map<?, ?> set = (Map<?, ?>) part(update, "$set");
            Map<?, ?> push = (Map<?, ?>) part(update, "$push");
            Map<Object, Object> silent = copy(update);
            silent.remove("$min");
            silent.put("$set", without(set, "lastSequence"));
            Map<Object, Object> otherPushes = without(push, "outbox");
            if (otherPushes.isEmpty()) {
                silent.remove("$push");
            } else {
                silent.put("$push", otherPushes);
            }
            Object after = pass(method, arguments[0], silent, arguments[2]);
            if (!(after instanceof Map<?, ?> written)) {
                return after;
            }
            Object id = part(written, "_id");
            Object told = part((Map<?, ?>) part(push, "outbox"), "$each");
            wait(id, told);
            Map<Object, Object> events = like(update, "$push", like(update, "outbox", part(push, "outbox")));
            events.put("$min", part(update, "$min"));
            events.put("$set", like(update, "lastSequence", part(set, "lastSequence")));
            return pass(method, like(update, "_id", id), events, arguments[2]);
        }

        private void wait(Object id, Object events) {
            journal.hit("aggregate", id, "events", ((Collection<?>) events).size());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delayMillis));
        }
    }

    private static Object part(Map<?, ?> document, String field) {
        Object value = document.get(field);
        if (value == null) {
            throw new IllegalStateException("an aggregate's write has no " + field);
        }
        return value;
    }

    private static Map<Object, Object> without(Map<?, ?> document, String field) {
        Map<Object, Object> rest = copy(document);
        rest.remove(field);
        return rest;
    }

    /** Another document of the same class with that one field. */
    private static Map<Object, Object> like(Map<?, ?> document, String field, Object value) {
        Map<Object, Object> other = copy(document);
        other.clear();
        other.put(field, value);
        return other;
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> copy(Map<?, ?> document) {
        try {
            return (Map<Object, Object>)
                    document.getClass().getConstructor(Map.class).newInstance(document);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
