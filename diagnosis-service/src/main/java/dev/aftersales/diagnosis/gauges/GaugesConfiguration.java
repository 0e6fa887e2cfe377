package dev.aftersales.diagnosis.gauges;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.events.EventCodec;
import dev.aftersales.chassis.events.TopicsReady;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.contracts.events.radar.GroupGauged;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GaugeSettings.class)
class GaugesConfiguration {

    private static final Duration FORGOTTEN_EVERY = Duration.ofMinutes(1);

    @Bean
    Aggregates<GroupGauged> radarGroups(AggregatesFactory factory) {
        return factory.of(GroupGauges.TYPE);
    }

    @Bean
    GaugeFollower gaugeFollower(
            GaugeStreams streams, KafkaProperties kafka, TopicsReady topicsReady, EventCodec codec) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return new GaugeFollower(
                streams,
                () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                topicsReady,
                codec);
    }

    @Bean
    LeasedSweep emptyGroupsSweep(
            GroupGauges groups,
            Clock businessClock,
            MongoDatabase database,
            @Qualifier("machineClock") Clock machineClock) {
        return new LeasedSweep(
                        "radar-groups",
                        FORGOTTEN_EVERY,
                        () -> groups.forget(businessClock.instant()),
                        database,
                        machineClock)
                .dueByBusinessTime();
    }
}
