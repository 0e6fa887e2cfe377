package dev.aftersales.chassis.events;

import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What the service hears, by event type. */
public final class Reactions {

    private final EventCodec codec;
    private final MeterRegistry meters;
    private final Map<String, Reaction<?>> byType = new HashMap<>();
    private final Set<String> facts = new TreeSet<>();
    private final Set<Topic> topics = new TreeSet<>();

    public Reactions(List<Reaction<?>> reactions, EventCodec codec, MeterRegistry meters) {
        this.codec = codec;
        this.meters = meters;
        for (Reaction<?> reaction : reactions) {
            String type = EventTypes.typeOf(reaction.event());
            if (byType.put(type, reaction) != null) {
                throw new IllegalStateException("two reactions hear " + type);
            }
            facts.add(factOf(type));
            topics.add(EventTypes.topicOf(reaction.event()));
        }
    }

    /** The topics that carry what is heard. */
    public Set<Topic> topics() {
        return topics;
    }

    /**
     * Whether the record concerns this service: it is of a fact that is heard, in whatever version, or it is not an event
     * at all and so nobody else's either.
     */
    boolean concern(ConsumerRecord<String, byte[]> received) {
        String type = EventCodec.typeOf(received);
        return type == null || facts.contains(factOf(type));
    }

    /**
     * Reacts to a record that concerns this service.
     *
     * @throws UnreadableEvent when it is no event, or one of a version that is not known here
     * @throws VirtualMachineError when the process is no longer sound; the listener must die of it, so that liveness
     *     tells and the process is started anew
     */
    public void handle(ConsumerRecord<String, byte[]> received) {
        String type = EventCodec.typeOf(received);
        if (type == null) {
            throw new UnreadableEvent("the record is no CloudEvent in binary mode");
        }
        Reaction<?> reaction = byType.get(type);
        if (reaction == null) {
            throw new UnreadableEvent("the version of " + type + " is not known here");
        }
        Timer.Sample started = Timer.start(meters);
        try {
            react(reaction, received);
        } catch (Error e) {
            if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
                // Out of memory is a state of this process and no fault of the record that happened to be in hand.
                throw e;
            }
            throw new HandlerFailed(e);
        } finally {
            started.stop(Timer.builder("aftersales.reaction")
                    .description("Time of a reaction to an event")
                    .tag("type", type)
                    .publishPercentileHistogram()
                    .register(meters));
        }
    }

    private <E extends Event> void react(Reaction<E> reaction, ConsumerRecord<String, byte[]> received) {
        reaction.react(codec.decode(received, reaction.event()));
    }

    private static String factOf(@Nullable String type) {
        if (type == null) {
            return "";
        }
        int version = type.lastIndexOf(".v");
        return version < 0 ? type : type.substring(0, version);
    }
}
