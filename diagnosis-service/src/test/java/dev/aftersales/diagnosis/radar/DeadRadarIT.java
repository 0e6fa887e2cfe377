package dev.aftersales.diagnosis.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.chassis.events.EventCodec;
import dev.aftersales.chassis.events.TopicsReady;
import dev.aftersales.testing.ServiceIT;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.AfterEach;
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

    /** Each thread that ends is missed before the next one counts. */
    private static final Duration MISSED_AFTER = Duration.ofSeconds(1);

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

    /** A thread that ends says so to whoever waits; one of a test that is over must not. */
    private final List<RadarRunner> runners = new ArrayList<>();

    @AfterEach
    void stop() {
        runners.forEach(RadarRunner::stop);
    }

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

        await().dontCatchUncaughtExceptions()
                .atMost(FailingUnits.PATIENCE)
                .untilAsserted(() -> assertThat(liveness.health().getStatus()).isEqualTo(Status.DOWN));
    }

    @Test
    void staysUpWhenAThreadThatFailedIsReplaced() {
        RadarRunner runner = counting(() -> {
            throw new IllegalStateException("of the test");
        });
        HealthIndicator liveness = new RadarConfiguration().radarHealthIndicator(runner, letters);

        runner.start();

        await().dontCatchUncaughtExceptions().atMost(FailingUnits.PATIENCE).until(() -> failures.get() > 1);
        assertThat(liveness.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDownWhenThreadAfterThreadEndsAtOneRecord() {
        RadarRunner runner = counting(() -> {
            throw new IllegalStateException("of the test");
        });
        HealthIndicator liveness = new RadarConfiguration().radarHealthIndicator(runner, letters);

        runner.start();

        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(liveness.health().getStatus()).isEqualTo(Status.DOWN));
        assertThat(failures.get()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void staysUpHoweverManyThreadsEndByAnOutage() {
        RadarRunner runner = counting(() -> {
            throw new TimeoutException("of the test");
        });
        HealthIndicator liveness = new RadarConfiguration().radarHealthIndicator(runner, letters);

        runner.start();

        await().dontCatchUncaughtExceptions().atMost(Duration.ofMinutes(2)).until(() -> failures.get() > 7);
        assertThat(liveness.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDownAsLongAsTheBrokerRefusesItItsTopic() {
        AtomicBoolean refused = new AtomicBoolean(true);
        RadarRunner runner = counting(() -> {}, () -> refusing(Admin.create(kafka.buildAdminProperties()), refused));
        HealthIndicator liveness = new RadarConfiguration().radarHealthIndicator(runner, letters);

        runner.start();

        await().dontCatchUncaughtExceptions()
                .atMost(FailingUnits.PATIENCE)
                .untilAsserted(() -> assertThat(liveness.health().getStatus()).isEqualTo(Status.DOWN));
        refused.set(false);
        await().dontCatchUncaughtExceptions()
                .atMost(FailingUnits.PATIENCE)
                .untilAsserted(() -> assertThat(liveness.health().getStatus()).isEqualTo(Status.UP));
    }

    /** An admin who is not allowed to make topics, as long as that is so. */
    private static Admin refusing(Admin admin, AtomicBoolean refused) {
        return (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                    if (refused.get() && method.getName().equals("createTopics")) {
                        throw new TopicAuthorizationException(Set.of(RadarRedrive.TOPIC));
                    }
                    return method.invoke(admin, arguments);
                });
    }

    /** One that fails over each claim. */
    private RadarRunner counting(Runnable failure) {
        return counting(failure, () -> Admin.create(kafka.buildAdminProperties()));
    }

    private RadarRunner counting(Runnable failure, Supplier<Admin> admins) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("claims", Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .foreach((claim, event) -> {
                    failures.incrementAndGet();
                    failure.run();
                });
        Topology topology = builder.build();
        StreamsSettings streams = new StreamsSettings(
                kafka.buildStreamsProperties(),
                new RadarSettings(Duration.ofMillis(20), 1, 0, state, MISSED_AFTER, DataSize.ofMegabytes(8)),
                1);
        RadarRunner runner = new RadarRunner(
                grouping -> Counting.of(name, grouping, topology, streams, new SimpleMeterRegistry()),
                () -> new PolicyWatch(
                        new KafkaConsumer<>(
                                kafka.buildConsumerProperties(), new StringDeserializer(), new ByteArrayDeserializer()),
                        codec,
                        letters),
                admins,
                new FormerCountings(name),
                topicsReady,
                (short) 1);
        runners.add(runner);
        return runner;
    }
}
