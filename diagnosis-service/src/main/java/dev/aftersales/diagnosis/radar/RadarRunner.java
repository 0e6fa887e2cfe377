package dev.aftersales.diagnosis.radar;

import dev.aftersales.chassis.events.TopicsReady;
import dev.aftersales.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the radar's topology as long as the service runs. */
final class RadarRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RadarRunner.class);

    /** As long as the listeners take. */
    private static final Duration STOP = Duration.ofSeconds(10);

    private static final List<Topic> TOPICS = List.of(
            Topic.CLAIMS,
            Topic.DIAGNOSIS,
            Topic.FAULT_CATALOGUE,
            Topic.UNITS,
            Topic.POLICIES,
            Topic.BATCH_ISSUES,
            Topic.BATCH_ALARMS,
            Topic.BATCH_GAUGES);

    private final String application;
    private final Topology topology;
    private final Map<String, Object> kafka;
    private final RadarSettings settings;
    private final int replication;
    private final TopicsReady topicsReady;

    private volatile boolean running;
    private @Nullable Thread starter;
    private volatile @Nullable KafkaStreams streams;

    /**
     * @param application names what was counted, and by which grouping
     * @param kafka what every client of the service is configured with
     * @param replication of the topics that hold the state
     */
    RadarRunner(
            String application,
            Topology topology,
            Map<String, Object> kafka,
            RadarSettings settings,
            int replication,
            TopicsReady topicsReady) {
        this.application = application;
        this.topology = topology;
        this.kafka = kafka;
        this.settings = settings;
        this.replication = replication;
        this.topicsReady = topicsReady;
    }

    /** Returns at once, as the listeners do: the service takes work while the broker is down. */
    @Override
    public void start() {
        running = true;
        starter = Thread.ofVirtual().name("radar-start").start(this::count);
    }

    private void count() {
        try {
            topicsReady.await(TOPICS);
        } catch (InterruptedException e) {
            return;
        }
        KafkaStreams started = new KafkaStreams(topology, properties());
        // Whatever ended a thread is tried again by the next: an outage ends, and what is nobody's outage is skipped
        // before it ends a thread.
        started.setUncaughtExceptionHandler(failure -> {
            log.atError().setCause(failure).log("A thread of the radar ended; another takes its place");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        synchronized (this) {
            if (!running) {
                return;
            }
            streams = started;
            started.start();
        }
    }

    private Properties properties() {
        Map<String, Object> all = new HashMap<>(kafka);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitEvery().toMillis());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        all.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
        all.put(BoundedMemory.BYTES, settings.memory().toBytes());
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
        // The library waits 100 ms for more to send; the commit comes sooner.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    /** Whether it counts, or is about to; a radar that is dead has its service restarted. */
    boolean isAlive() {
        KafkaStreams now = streams;
        return now == null || now.state().isRunningOrRebalancing() || now.state() == KafkaStreams.State.CREATED;
    }

    @Override
    public void stop() {
        KafkaStreams ended;
        synchronized (this) {
            running = false;
            ended = streams;
            streams = null;
        }
        Thread starting = starter;
        if (starting != null) {
            starting.interrupt();
        }
        if (ended != null) {
            ended.close(STOP);
        }
    }

    /** With the listeners. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
