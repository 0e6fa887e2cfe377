package dev.aftersales.testing;

import org.apache.kafka.common.utils.AppInfoParser;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;

/** A running broker and how to end it. */
record Broker(String bootstrapServers, String description, Runnable stop) {

    /** So that a test may have a dead member missed sooner than the 6 seconds that a broker takes at least. */
    private static final String MIN_SESSION_MILLIS = "500";

    static Broker start() {
        return Docker.isAvailable() ? inContainer() : embedded();
    }

    private static Broker inContainer() {
        // The broker of the same version as the client that the suite is built with.
        String image = "apache/kafka:" + AppInfoParser.getVersion();
        KafkaContainer container = new KafkaContainer(image)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", MIN_SESSION_MILLIS);
        container.start();
        return new Broker(container.getBootstrapServers(), "container " + image, container::stop);
    }

    private static Broker embedded() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        // A topic that nobody declared is a mistake that production would show; so do the tests.
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("group.min.session.timeout.ms", MIN_SESSION_MILLIS);
        broker.brokerProperty("offsets.topic.num.partitions", "2");
        broker.brokerProperty("offsets.topic.replication.factor", "1");
        broker.brokerProperty("transaction.state.log.num.partitions", "2");
        broker.brokerProperty("transaction.state.log.replication.factor", "1");
        broker.brokerProperty("transaction.state.log.min.isr", "1");
        broker.afterPropertiesSet();
        String servers = broker.getBrokersAsString();
        return new Broker(servers, "embedded Kafka " + AppInfoParser.getVersion() + " on " + servers, broker::destroy);
    }
}
