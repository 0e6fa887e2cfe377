package dev.aftersales.testing.bad.claims.domain;

import org.apache.kafka.common.TopicPartition;

class EngineWithBroker {
    TopicPartition partition = new TopicPartition("claims", 0);
}
