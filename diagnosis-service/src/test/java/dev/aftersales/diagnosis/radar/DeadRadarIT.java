package dev.aftersales.diagnosis.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.chassis.events.EventCodec;
import dev.aftersales.chassis.events.TopicsReady;
import dev.aftersales.testing.ServiceIT;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.util.unit.DataSize;

/** What liveness says of a radar, whose part in it {@link RadarIT} looks at, when a thread of it fails. */
@ServiceIT
class DeadRadarIT {

    private final String name = "dead-radar-" + UUID.randomUUID();
    private final AtomicInteger failures = new AtomicInteger();

    @Autowired
    KafkaProperties kafka;

    @Autowired
    TopicsReady topicsReady;

    @Autowired
    EventCodec codec;

    @Autowired
    RadarLetters letters;

    @TempDir
    Path state;

    @BeforeEach
    void somebodyClaims() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        FailingUnits.fresh()
                .policy(1, now.minus(Duration.ofDays(60)), FailingUnits.PER_CUSTOMER)
                .claimed("S-1", now);
    }

    @Test
    void isDownWhenItsProcessIsNoLongerSound() {
        RadarRunner runner = counting(() -> {
            throw new OutOfMemoryError("of the test");
        });
        HealthIndicator liveness = new RadarConfiguration().radarHealthIndicator(runner, letters);
        assertThat(liveness.health().getStatus()).isEqualTo(Status.UP);

        runner.start();

        await().atMost(FailingUnits.PATIENCE)
                .untilAsserted(() -> assertThat(liveness.health().getStatus()).isEqualTo(Status.DOWN));
        runner.stop();
    }

    @Test
    void staysUpWhenAThreadThatFailedIsReplaced() {
        RadarRunner runner = counting(() -> {
            throw new IllegalStateException("of the test");
        });
        HealthIndicator liveness = new RadarConfiguration().radarHealthIndicator(runner, letters);

        runner.start();

        await().atMost(FailingUnits.PATIENCE).until(() -> failures.get() > 1);
        assertThat(liveness.health().getStatus()).isEqualTo(Status.UP);
        runner.stop();
    }

    /** One that fails over each claim. */
    private RadarRunner counting(Runnable failure) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("claims", Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .foreach((claim, event) -> {
                    failures.incrementAndGet();
                    failure.run();
                });
        Topology topology = builder.build();
        StreamsSettings streams = new StreamsSettings(
                kafka.buildStreamsProperties(),
                new RadarSettings(Duration.ofMillis(20), 1, 0, state, DataSize.ofMegabytes(8)),
                1);
        return new RadarRunner(
                grouping -> Counting.of(name, grouping, topology, streams, new SimpleMeterRegistry()),
                () -> new PolicyWatch(
                        new KafkaConsumer<>(
                                kafka.buildConsumerProperties(), new StringDeserializer(), new ByteArrayDeserializer()),
                        codec,
                        letters),
                () -> Admin.create(kafka.buildAdminProperties()),
                new FormerCountings(name),
                topicsReady,
                (short) 1);
    }
}
