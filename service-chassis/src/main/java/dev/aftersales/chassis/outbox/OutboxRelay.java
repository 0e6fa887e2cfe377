package dev.aftersales.chassis.outbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.OutboxEntry;
import dev.aftersales.chassis.aggregate.OutboxWake;
import dev.aftersales.chassis.events.EventCodec;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings committed events to the broker. A commit wakes it at once with the aggregate's whole pending prefix; aggregates
 * are pipelined, within one there is one unacknowledged send.
 *
 * <p>A send that fails gives the lane up: the events are still in their document, and the {@link OutboxSweep} starts over
 * with the oldest. So an event may be sent twice, always under the same id, and first occurrences keep their order.
 */
public final class OutboxRelay implements OutboxWake, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    /** How long a stop waits for events that are on their way. */
    private static final Duration DRAIN = Duration.ofSeconds(3);

    private final Supplier<Producer<String, byte[]>> producers;
    private final OutboxMarker marker;
    private final EventCodec codec;
    private final OutboxSettings settings;
    private final Clock machineClock;
    private final Timer relayed;
    private final Counter failed;
    private final Map<Lane.Key, Lane> lanes = new ConcurrentHashMap<>();

    /**
     * What the broker lately acknowledged. A commit reads the outbox just before the mark empties it, and may wake the
     * relay just after the lane is gone; without this it would be told twice.
     */
    private final Cache<Lane.Key, Long> told = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    /** Aggregates whose oldest event the broker refused for that event's own reason, until the sweep asks. */
    private final Cache<Lane.Key, Boolean> refused = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private final BlockingQueue<Lane> ready = new LinkedBlockingQueue<>();
    private volatile boolean running;
    private @Nullable Thread driver;
    private volatile @Nullable Producer<String, byte[]> producer;
    private volatile boolean spent;

    /** @param producers makes a new producer each time, which then is the relay's own to close */
    public OutboxRelay(
            Supplier<Producer<String, byte[]>> producers,
            OutboxMarker marker,
            EventCodec codec,
            OutboxSettings settings,
            Clock machineClock,
            MeterRegistry meters) {
        this.producers = producers;
        this.marker = marker;
        this.codec = codec;
        this.settings = settings;
        this.machineClock = machineClock;
        this.relayed = Timer.builder("aftersales.outbox.relay")
                .description("From the commit of an event to the broker's acknowledgment")
                .publishPercentileHistogram()
                .register(meters);
        this.failed = Counter.builder("aftersales.outbox.failed")
                .description("Sends that the broker did not acknowledge")
                .register(meters);
        meters.gaugeMapSize("aftersales.outbox.lanes", List.of(), lanes);
    }

    @Override
    public void committed(AggregateType<?> type, String id, String vendor, List<OutboxEntry> pending) {
        if (!running || pending.isEmpty()) {
            return;
        }
        Lane.Key key = new Lane.Key(type.collection(), id);
        if (lanes.size() >= settings.lanes() && !lanes.containsKey(key)) {
            return;
        }
        // Inside compute, so that a lane is never forgotten between being found and being offered to.
        lanes.compute(key, (k, known) -> {
            Lane lane = known == null ? new Lane(key, type, vendor, told.get(key, none -> 0L)) : known;
            if (lane.offer(pending)) {
                ready.add(lane);
            } else if (lane.idle()) {
                // The broker has it all; only the mark was late, or was lost.
                marker.mark(lane);
            }
            return lane;
        });
    }

    /** How many aggregates have events on their way; 0 when quiet. */
    public int lanes() {
        return lanes.size();
    }

    /**
     * Whether the broker refused this aggregate's oldest event for the event's own reason since this was last asked. It
     * is tried again, but must not stand in the way of others.
     */
    boolean takeRefused(AggregateType<?> type, String id) {
        return refused.asMap().remove(new Lane.Key(type.collection(), id)) != null;
    }

    @Override
    public void start() {
        running = true;
        driver = Thread.ofPlatform().name("outbox-relay").start(this::drive);
        marker.start(this::marked);
    }

    /** Lets what is on its way arrive first, for as long as a living broker needs; the rest is left to the next start. */
    @Override
    public void stop() {
        Instant enough = Instant.now(machineClock).plus(DRAIN);
        while (!lanes.isEmpty() && Instant.now(machineClock).isBefore(enough)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        running = false;
        Thread thread = driver;
        if (thread != null) {
            thread.interrupt();
            joinQuietly(thread);
        }
        Producer<String, byte[]> open = producer;
        if (open != null) {
            open.close(Duration.ofSeconds(5));
            producer = null;
        }
        marker.stop();
        lanes.clear();
        ready.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and the listeners, whose commits it serves; stopped after them. */
    @Override
    public int getPhase() {
        return -1000;
    }

    private void drive() {
        while (running) {
            try {
                send(ready.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void send(Lane lane) {
        OutboxEntry entry = lane.next();
        if (entry == null) {
            return;
        }
        try {
            ProducerRecord<String, byte[]> event =
                    codec.encode(lane.type(), lane.key().id(), lane.vendor(), entry);
            Producer<String, byte[]> open = openProducer();
            open.send(event, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged(lane, entry);
                } else {
                    giveUp(lane, entry, failure);
                }
            });
        } catch (RuntimeException | Error e) {
            // An Error too: without its driver the relay would take commits and never tell one.
            giveUp(lane, entry, e);
        }
    }

    /** The producer in use, or a new one where that one can send no more. Called by the driver only. */
    private Producer<String, byte[]> openProducer() {
        Producer<String, byte[]> open = producer;
        if (open != null && spent) {
            producer = null;
            open.close(Duration.ZERO);
            open = null;
        }
        if (open == null) {
            open = producers.get();
            spent = false;
            producer = open;
        }
        return open;
    }

    private void acknowledged(Lane lane, OutboxEntry entry) {
        relayed.record(Duration.between(entry.committedAt(), Instant.now(machineClock)));
        if (lane.acknowledged(entry)) {
            ready.add(lane);
        } else {
            marker.mark(lane);
        }
    }

    private void giveUp(Lane lane, OutboxEntry entry, Throwable failure) {
        failed.increment();
        if (mayHaveSpentTheProducer(failure)) {
            spent = true;
        }
        if (isTheEventsOwn(failure)) {
            refused.put(lane.key(), true);
        }
        if (lane.lastAcknowledged() > 0) {
            marker.mark(lane);
        }
        lanes.remove(lane.key(), lane);
        log.atWarn()
                .addKeyValue("event", entry.id())
                .addKeyValue("reason", failure.getClass().getSimpleName())
                .log("Event not acknowledged by the broker; the sweep will send it again");
    }

    /**
     * After some failures (a refused producer id, a lost sequence, a close) a producer refuses everything for ever. Which
     * they are differs by version, so any that is neither passing nor the record's own counts.
     */
    private static boolean mayHaveSpentTheProducer(Throwable failure) {
        return (failure instanceof KafkaException || failure instanceof IllegalStateException)
                && !(failure instanceof RetriableException || isTheEventsOwn(failure));
    }

    private static boolean isTheEventsOwn(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof SerializationException
                || failure instanceof InvalidRecordException;
    }

    private void marked(Lane lane) {
        lanes.computeIfPresent(lane.key(), (key, current) -> {
            if (current != lane || !lane.idle()) {
                return current;
            }
            told.put(key, lane.lastAcknowledged());
            return null;
        });
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
