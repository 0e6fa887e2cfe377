package dev.aftersales.chassis.time;

import dev.aftersales.contracts.events.clock.ClockAdvanced;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets this instance follow the clock of the suite, and says how far it does: at once whenever it moved, and every
 * {@link #STATE_EVERY} of machine time. Reads the topic from its beginning at every start, since nobody else remembers.
 */
public final class ClockFollower implements AutoCloseable {

    /** An instance that is alive is heard of this often. */
    static final Duration STATE_EVERY = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(ClockFollower.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final ClockTopics topics;
    private final String service;
    private final String instance;
    private final Clock machineClock;
    private final BusinessClock businessClock;
    private final CompletableFuture<BusinessClock> following = new CompletableFuture<>();
    private final Thread thread;

    /** While it reads; only {@link Consumer#wakeup} may be called from elsewhere. */
    private volatile @Nullable Consumer<String, byte[]> reading;

    private volatile boolean closed;

    /** Begins to follow, as soon as the broker answers. */
    ClockFollower(ClockTopics topics, String service, Clock machineClock) {
        this.topics = topics;
        this.service = service;
        this.instance = service + "-" + UUID.randomUUID().toString().substring(0, 8);
        this.machineClock = machineClock;
        this.businessClock = new BusinessClock(machineClock);
        this.thread = Thread.ofPlatform().name("business-clock").daemon(true).start(this::work);
    }

    /** The name that this process goes by among the followers; another one after each start. */
    public String instance() {
        return instance;
    }

    /** Returns when all that was said of business time before is heeded; waits for the broker as long as it takes. */
    BusinessClock awaitFollowing() {
        // The thread that asks is another, because a context whose main thread merely waits can still be closed.
        return following.join();
    }

    private void work() {
        while (!closed) {
            try {
                topics.ensure();
                try (Consumer<String, byte[]> consumer = topics.consumer();
                        Producer<String, byte[]> producer = topics.producer()) {
                    reading = consumer;
                    follow(consumer, producer);
                    takeBack(producer);
                } finally {
                    reading = null;
                }
            } catch (WakeupException e) {
                // Closed while the broker was asked where the topic ends.
            } catch (InterruptedException e) {
                return;
            } catch (TimeoutException | RuntimeException | Error e) {
                // An Error too: an instance that no longer follows would live in a time of its own.
                log.atWarn()
                        .addKeyValue("reason", e.toString())
                        .log("The clock of the suite cannot be followed now; trying again");
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer, Producer<String, byte[]> producer) {
        consumer.assign(List.of(ClockTopics.CLOCK_PARTITION));
        consumer.seekToBeginning(List.of(ClockTopics.CLOCK_PARTITION));
        long end = Objects.requireNonNull(
                consumer.endOffsets(List.of(ClockTopics.CLOCK_PARTITION)).get(ClockTopics.CLOCK_PARTITION));
        long nextStatement = System.nanoTime();
        while (!closed) {
            boolean moved = heed(poll(consumer, nextStatement));
            if (consumer.position(ClockTopics.CLOCK_PARTITION) < end) {
                continue;
            }
            if (moved || System.nanoTime() - nextStatement >= 0) {
                state(producer);
                nextStatement = System.nanoTime() + STATE_EVERY.toNanos();
            }
            following.complete(businessClock);
        }
    }

    private ConsumerRecords<String, byte[]> poll(Consumer<String, byte[]> consumer, long nextStatement) {
        try {
            return consumer.poll(
                    Duration.ofNanos(Math.max(TimeUnit.MILLISECONDS.toNanos(20), nextStatement - System.nanoTime())));
        } catch (WakeupException e) {
            return ConsumerRecords.empty();
        }
    }

    private boolean heed(ConsumerRecords<String, byte[]> told) {
        boolean moved = false;
        for (ConsumerRecord<String, byte[]> advance : told) {
            moved |= heed(advance);
        }
        return moved;
    }

    private boolean heed(ConsumerRecord<String, byte[]> advance) {
        if (advance.value() == null) {
            return false;
        }
        try {
            Duration offset =
                    JSON.readValue(advance.value(), ClockAdvanced.class).offset();
            boolean moved = businessClock.forwardTo(offset);
            if (moved) {
                log.atInfo().addKeyValue("offset", offset).log("Business time was moved forward");
            }
            return moved;
        } catch (JacksonException e) {
            log.atError()
                    .addKeyValue("offset", advance.offset())
                    .setCause(e)
                    .log("A record of the clock cannot be read; it is passed over");
            return false;
        }
    }

    private void state(Producer<String, byte[]> producer) {
        Statement statement = new Statement(service, businessClock.offset(), Instant.now(machineClock));
        // Whether it arrives is told by the followers' list; the next one follows soon.
        producer.send(new ProducerRecord<>(ClockTopics.FOLLOWERS, instance, statement.toBytes()));
    }

    /** Nobody needs to wait for an instance that says it goes. */
    private void takeBack(Producer<String, byte[]> producer) {
        producer.send(new ProducerRecord<>(ClockTopics.FOLLOWERS, instance, null));
        producer.close(FAREWELL);
    }

    /** Follows no more, and says so. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        Consumer<String, byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.join(FAREWELL.multipliedBy(2));
    }
}
