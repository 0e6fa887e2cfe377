package dev.aftersales.chassis.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.chassis.sample.Sample;
import dev.aftersales.contracts.Topic;
import dev.aftersales.testing.Infrastructure;
import dev.aftersales.testing.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The group commits nothing but what a test commits for it, whichever instance would have. */
class BacklogIT {

    private static final Topic TOPIC = Topic.POLICY_NOTICES;
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final BacklogSettings LONG = new BacklogSettings(Duration.ofMinutes(1));
    private static final String HELD = "aftersales.backlog.held";
    private static final String PASSED = "aftersales.backlog.passed";

    private final String service = Sample.freshId();
    private final SimpleMeterRegistry meters = meters();
    private final Admin admin = Admin.create(broker());
    private Backlog backlog;

    @BeforeEach
    void everythingIsHeard() throws Exception {
        Topics.ensure(TOPIC.topicName());
        backlog = backlog(LONG.patience(), meters);
        said("first");
        commit(ends());
    }

    @AfterEach
    void close() {
        backlog.close();
        admin.close();
    }

    @Test
    void isHeardUntilThePresentWhereEverythingIsCommitted() {
        assertThat(backlog.heardUntil(NOW)).contains(NOW);
        assertThat(held()).isZero();
    }

    @Test
    void isNotHeardWhileARecordOfBeforeIsNotCommitted() throws Exception {
        assertThat(backlog.heardUntil(NOW)).contains(NOW);

        said("second");
        Optional<Instant> before = backlog.heardUntil(NOW.plusSeconds(1));
        double held = held();
        commit(ends());

        assertThat(before).isEmpty();
        assertThat(held).isPositive();
        assertThat(backlog.heardUntil(NOW.plusSeconds(2))).contains(NOW.plusSeconds(2));
        assertThat(held()).isZero();
    }

    @Test
    void aGroupThatNeverCommittedHasHeardNothing() {
        try (Backlog fresh = new Backlog(Sample.freshId(), List.of(TOPIC), broker(), LONG, meters())) {
            assertThat(fresh.heardUntil(NOW)).isEmpty();
        }
    }

    @Test
    void aServiceThatHearsNothingHasHeardEverything() {
        try (Backlog deaf = new Backlog(service, List.of(), Map.of(), LONG, meters())) {
            assertThat(deaf.heardUntil(NOW)).contains(NOW);
        }
    }

    @Test
    void waitsForNothingThatIsWrittenInTransactions() {
        Topics.ensure(Topic.BATCH_ALARMS.topicName());
        Topics.produce(Topic.BATCH_ALARMS.topicName(), "group", Map.of(), new byte[0]);
        try (Backlog own = new Backlog(Sample.freshId(), List.of(Topic.BATCH_ALARMS), broker(), LONG, meters())) {
            assertThat(own.heardUntil(NOW)).contains(NOW);
        }
    }

    /** Else nothing would ever be due while there is always something new. */
    @Test
    void aMarkIsReachedHoweverMuchIsSaidMeanwhile() throws Exception {
        said("second");
        assertThat(backlog.heardUntil(NOW)).isEmpty();
        Map<TopicPartition, Long> then = ends();
        said("third");

        commit(then);

        assertThat(backlog.heardUntil(NOW.plusSeconds(9))).contains(NOW);
        assertThat(backlog.heardUntil(NOW.plusSeconds(9))).isEmpty();
    }

    /** What is said after the clock was set back may be of before the mark. */
    @Test
    void aMarkOfAClockThatWasSetBackSaysNothing() throws Exception {
        said("second");
        assertThat(backlog.heardUntil(NOW)).isEmpty();
        Map<TopicPartition, Long> then = ends();
        said("third");

        commit(then);

        assertThat(backlog.heardUntil(NOW.minusSeconds(3600))).isEmpty();
    }

    @Test
    void whatWasDeletedForItsAgeIsNotWaitedFor() throws Exception {
        said("second");
        assertThat(backlog.heardUntil(NOW)).isEmpty();

        admin.deleteRecords(ends().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue()))))
                .all()
                .get();

        assertThat(backlog.heardUntil(NOW.plusSeconds(1))).contains(NOW.plusSeconds(1));
    }

    @Test
    void aPartitionThatStandsStillIsNotWaitedForLongerThanThePatience() throws Exception {
        SimpleMeterRegistry meters = meters();
        try (Backlog hasty = backlog(Duration.ofMillis(500), meters)) {
            said("stuck");

            await().until(() -> hasty.heardUntil(NOW).isPresent());

            assertThat(meters.get(PASSED).gauge().value()).isEqualTo(1);
            // Nor by the next question, however much is said there.
            said("stuck");
            long asked = System.nanoTime();
            assertThat(hasty.heardUntil(NOW.plusSeconds(1))).contains(NOW.plusSeconds(1));
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(500));

            commit(ends());
            assertThat(hasty.heardUntil(NOW.plusSeconds(2))).contains(NOW.plusSeconds(2));
            assertThat(meters.get(PASSED).gauge().value()).isZero();
        }
    }

    @Test
    void aGroupThatGetsOnIsWaitedForHoweverLongItTakes() throws Exception {
        Map<TopicPartition, Long> heard = ends();
        IntStream.range(0, 4).forEach(i -> said("same"));
        Map<TopicPartition, Long> ends = ends();
        SimpleMeterRegistry meters = meters();
        try (Backlog hasty = backlog(Duration.ofSeconds(2), meters)) {
            // Each question takes a second.
            for (int record = 1; record <= 4; record++) {
                assertThat(hasty.heardUntil(NOW)).isEmpty();
                heard.replaceAll((place, offset) -> Math.min(offset + 1, ends.get(place)));
                commit(heard);
            }

            assertThat(hasty.heardUntil(NOW)).contains(NOW);
            assertThat(meters.get(PASSED).gauge().value()).isZero();
        }
    }

    @Test
    void nothingIsKnownWhileTheBrokerDoesNotAnswer() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        Map<String, Object> away = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + nobody);
        SimpleMeterRegistry meters = meters();
        try (Backlog blind =
                new Backlog(service, List.of(TOPIC), away, new BacklogSettings(Duration.ofMillis(1)), meters)) {
            assertThat(blind.heardUntil(NOW)).isEmpty();
            assertThat(blind.heardUntil(NOW.plusSeconds(1))).isEmpty();

            assertThat(meters.get(HELD).gauge().value()).isPositive();
            assertThat(meters.get(PASSED).gauge().value()).isZero();
        }
    }

    private Backlog backlog(Duration patience, SimpleMeterRegistry meters) {
        return new Backlog(service, List.of(TOPIC), broker(), new BacklogSettings(patience), meters);
    }

    private static Map<String, Object> broker() {
        return Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Infrastructure.bootstrapServers());
    }

    private static SimpleMeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    private double held() {
        return meters.get(HELD).gauge().value();
    }

    private static void said(String key) {
        Topics.produce(TOPIC.topicName(), key, Map.of(), new byte[0]);
    }

    /** As the service does when it has heard all before these. */
    private void commit(Map<TopicPartition, Long> offsets) throws ExecutionException, InterruptedException {
        admin.alterConsumerGroupOffsets(
                        service + "." + TOPIC.topicName(),
                        offsets.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, offset -> new OffsetAndMetadata(offset.getValue()))))
                .all()
                .get();
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(IntStream.range(0, TOPIC.partitions())
                        .mapToObj(partition -> new TopicPartition(TOPIC.topicName(), partition))
                        .collect(Collectors.toMap(Function.identity(), place -> OffsetSpec.latest())))
                .all()
                .get()
                .forEach((place, end) -> ends.put(place, end.offset()));
        return ends;
    }
}
