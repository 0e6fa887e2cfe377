package dev.aftersales.diagnosis.radar;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What Kafka Streams is configured with. */
final class StreamsSettings {

    /**
     * At its start the library reads the tables one partition after the other, and the state as it opens it. What is asked of
     * the next is answered when the broker has done waiting for more of the one before: half a second each, by default, which
     * were twelve seconds of each start.
     */
    private static final int FETCH_WAIT_MILLIS = 50;

    private final Map<String, Object> kafka;
    private final RadarSettings radar;
    private final int replication;

    /**
     * @param kafka what every client of the service is configured with
     * @param replication of the topics that hold the state
     */
    StreamsSettings(Map<String, Object> kafka, RadarSettings radar, int replication) {
        this.kafka = kafka;
        this.radar = radar;
        this.replication = replication;
    }

    Properties of(String application) {
        Map<String, Object> all = new HashMap<>(kafka);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, radar.commitEvery().toMillis());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, radar.threads());
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, radar.standbys());
        all.put(StreamsConfig.STATE_DIR_CONFIG, radar.stateDirectory().toString());
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
        all.put(BoundedMemory.BYTES, radar.memory().toBytes());
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        int missedAfter = Math.toIntExact(radar.missedAfter().toMillis());
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), missedAfter);
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), missedAfter / 5);
        all.put(StreamsConfig.globalConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), FETCH_WAIT_MILLIS);
        all.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), FETCH_WAIT_MILLIS);
        // Nobody reads what is not committed, and a commit sends all at once: sooner, records would go one by one.
        all.put(
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
                radar.commitEvery().toMillis());
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }
}
