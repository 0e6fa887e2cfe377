package dev.aftersales.diagnosis.radar;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aftersales.chassis.deadletters.DeadLetters;
import dev.aftersales.chassis.events.EventCodec;
import dev.aftersales.chassis.events.TopicsReady;
import dev.aftersales.contracts.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RadarSettings.class)
class RadarConfiguration {

    private static final String NAME = ".radar-";

    @Bean
    RadarRunner radarRunner(
            KafkaProperties kafka,
            RadarSettings settings,
            TopicsReady topicsReady,
            Clock businessClock,
            MeterRegistry meters,
            EventCodec codec,
            RadarLetters letters,
            @Value("${spring.application.name}") String serviceName,
            @Value("${aftersales.topics.replication:" + Topic.REPLICATION + "}") int replication) {
        // As events are told: what has no value is absent.
        JsonMapper json = JsonMapper.builder()
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        String prefix = serviceName + NAME;
        StreamsSettings streams = new StreamsSettings(kafka.buildStreamsProperties(), settings, replication);
        Function<Grouping, Counting> countings = grouping -> Counting.of(
                prefix + grouping.name(),
                grouping,
                RadarTopology.of(grouping, businessClock, StateStores.onDisk(json), new Intake(codec, letters)),
                streams,
                meters);
        Supplier<PolicyWatch> watches = () -> new PolicyWatch(consumer(kafka), codec, letters);
        Supplier<Admin> admins = () -> Admin.create(kafka.buildAdminProperties());
        return new RadarRunner(
                countings, watches, admins, new FormerCountings(prefix), topicsReady, (short) replication);
    }

    @Bean
    RadarLetters radarLetters(DeadLetters deadLetters, @Value("${spring.application.name}") String serviceName) {
        return new RadarLetters(deadLetters, serviceName + ".radar");
    }

    @Bean
    RadarRedrive radarRedrive(
            RadarLetters letters, EventCodec codec, Supplier<Producer<String, byte[]>> eventProducers) {
        return new RadarRedrive(letters.consumer(), codec, eventProducers);
    }

    private static Consumer<String, byte[]> consumer(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Part of liveness: a service whose radar has died looks well and raises no alarm, so it must be restarted. */
    @Bean
    HealthIndicator radarHealthIndicator(RadarRunner runner, RadarLetters letters) {
        return () -> (runner.isAlive() && !letters.areStuck() ? Health.up() : Health.down())
                .withDetail("counting", runner.applications())
                .build();
    }

    @Bean
    StreamsMeters streamsMeters() {
        return new StreamsMeters();
    }
}
