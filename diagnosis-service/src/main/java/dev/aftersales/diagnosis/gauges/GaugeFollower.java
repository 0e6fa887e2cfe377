package dev.aftersales.diagnosis.gauges;

import dev.aftersales.chassis.events.EventCodec;
import dev.aftersales.chassis.events.TopicsReady;
import dev.aftersales.chassis.events.UnreadableEvent;
import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.radar.GroupGauged;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the streams of this instance hear every gauge, whichever instance keeps it: by an assignment of its own, from the end,
 * without a group. What it hears is the whole word on a group, so streams need not read it from the store.
 */
final class GaugeFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GaugeFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final GaugeStreams streams;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final TopicsReady topicsReady;
    private final EventCodec codec;

    private volatile boolean running;
    private @Nullable Thread thread;

    /** @param consumers of committed records, without a group, which refuse to go on where a record is missing */
    GaugeFollower(
            GaugeStreams streams,
            Supplier<Consumer<String, byte[]>> consumers,
            TopicsReady topicsReady,
            EventCodec codec) {
        this.streams = streams;
        this.consumers = consumers;
        this.topicsReady = topicsReady;
        this.codec = codec;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("gauge-follower").daemon(true).start(this::work);
    }

    private void work() {
        while (running) {
            try {
                topicsReady.await(List.of(Topic.BATCH_GAUGES));
                try (Consumer<String, byte[]> consumer = consumers.get()) {
                    follow(consumer);
                }
            } catch (InterruptedException | InterruptException | WakeupException e) {
                // The service stops.
                return;
            } catch (RuntimeException e) {
                // Whatever it was: nobody else would begin to follow again.
                log.atWarn().addKeyValue("reason", e.toString()).log("Gauges cannot be followed now; trying again");
                LockSupport.parkNanos(PAUSE.toNanos());
            } finally {
                streams.miss();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        // As declared: a broker that has just made the topic may not tell of its partitions yet.
        List<TopicPartition> all = IntStream.range(0, Topic.BATCH_GAUGES.partitions())
                .mapToObj(partition -> new TopicPartition(Topic.BATCH_GAUGES.topicName(), partition))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        // Only when it is known where each partition ends is nothing missed that is said from now on.
        all.forEach(consumer::position);
        streams.hear();
        while (running) {
            consumer.poll(POLL).forEach(this::heard);
        }
    }

    private void heard(ConsumerRecord<String, byte[]> said) {
        if (!EventTypes.typeOf(GroupGauged.class).equals(EventCodec.typeOf(said))) {
            return;
        }
        try {
            streams.tell(codec.decode(said, GroupGauged.class).data());
        } catch (UnreadableEvent e) {
            // Whoever keeps gauges has a dead letter of it.
            log.atDebug().addKeyValue("offset", said.offset()).log("a gauge cannot be read");
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread following = thread;
        if (following != null) {
            following.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** With the listeners. */
    @Override
    public int getPhase() {
        return 0;
    }
}
