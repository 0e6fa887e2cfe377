package dev.aftersales.diagnosis.radar;

import dev.aftersales.chassis.events.EventCodec;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.chassis.events.UnreadableEvent;
import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.events.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the radar hears of a topic, and what each event means to it. A record that means nothing to it because of what it
 * holds must be found here: what is counted further on has been read already.
 *
 * @param <T> what is understood
 */
final class Heard<T> {

    /** Nothing that was sold is older. */
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final Map<String, BiFunction<EventCodec, ConsumerRecord<String, byte[]>, T>> meanings = new HashMap<>();
    private final Set<String> facts = new HashSet<>();

    /**
     * The same, which also hears that type.
     *
     * @param meaning throws {@link NullPointerException} naming what is missing, and {@link IllegalArgumentException} naming
     *     what is illegal, neither quoting any data
     */
    <E extends Event> Heard<T> as(Class<E> type, Function<E, T> meaning) {
        return hearing(type, said -> meaning.apply(said.data()));
    }

    /** The same, of an event that also means something by when it was said, in business time. */
    <E extends Event> Heard<T> as(Class<E> type, BiFunction<E, Instant, T> meaning) {
        return hearing(type, said -> meaning.apply(said.data(), reckonable(said.time(), "time")));
    }

    private <E extends Event> Heard<T> hearing(Class<E> type, Function<Received<E>, T> meaning) {
        meanings.put(EventTypes.typeOf(type), (codec, received) -> meant(meaning, codec.decode(received, type)));
        facts.add(factOf(EventTypes.typeOf(type)));
        return this;
    }

    /** An instant with which windows can be reckoned. */
    static Instant reckonable(Instant instant, String name) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException(name);
        }
        return instant;
    }

    /** Whether the record is of a fact that is heard, in whatever version, or no event at all. */
    boolean concerns(ConsumerRecord<String, byte[]> received) {
        String type = EventCodec.typeOf(received);
        return type == null || facts.contains(factOf(type));
    }

    /** @throws UnreadableEvent if it holds no event that is understood */
    T read(EventCodec codec, ConsumerRecord<String, byte[]> received) {
        String type = EventCodec.typeOf(received);
        if (type == null) {
            throw new UnreadableEvent("the record is no CloudEvent in binary mode");
        }
        BiFunction<EventCodec, ConsumerRecord<String, byte[]>, T> meaning = meanings.get(type);
        if (meaning == null) {
            throw new UnreadableEvent("the version of " + type + " is not known here");
        }
        return meaning.apply(codec, received);
    }

    private static <E, T> T meant(Function<E, T> meaning, E said) {
        try {
            return meaning.apply(said);
        } catch (NullPointerException e) {
            throw new UnreadableEvent("a required property is missing: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("an illegal value: " + e.getMessage());
        }
    }

    private static String factOf(String type) {
        int version = type.lastIndexOf(".v");
        return version < 0 ? type : type.substring(0, version);
    }
}
