package dev.aftersales.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.chassis.time.ClockFollowers.Standing;
import dev.aftersales.contracts.events.clock.ClockAdvanced;
import dev.aftersales.testing.Infrastructure;
import dev.aftersales.testing.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import tools.jackson.databind.json.JsonMapper;

class ClockFollowerIT {

    private static final Clock MACHINE = Clock.systemUTC();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ClockTopics topics = topics();

    /** The topic is the tests' only memory of how far the clock stands. */
    private static Duration told = Duration.ZERO;

    @Test
    void followsWhatIsToldWhileItRunsAndWhatWasToldBeforeItStarted() throws InterruptedException {
        try (ClockFollower first = new ClockFollower(topics, "first", MACHINE)) {
            BusinessClock clock = first.awaitFollowing();
            AtomicInteger moves = new AtomicInteger();
            clock.onMove(moves::incrementAndGet);

            Duration offset = tell(Duration.ofDays(20));

            await().until(() -> clock.offset().equals(offset));
            assertThat(moves).hasValue(1);
            try (ClockFollower second = new ClockFollower(topics, "second", MACHINE)) {
                assertThat(second.awaitFollowing().offset()).isEqualTo(offset);
            }
        }
    }

    @Test
    void aSmallerOffsetAndAnUnreadableRecordChangeNothing() throws InterruptedException {
        Duration before = tell(Duration.ofHours(1));
        try (ClockFollower follower = new ClockFollower(topics, "first", MACHINE)) {
            BusinessClock clock = follower.awaitFollowing();

            say("{\"offset\":\"PT1S\",\"by\":\"PT1S\",\"vendor\":\"suite\"}");
            say("no JSON");
            assertThat(clock.offset()).isEqualTo(before);
            Duration after = tell(Duration.ofHours(1));

            await().until(() -> clock.offset().equals(after));
        }
    }

    @Test
    void isHeardOfAtOnceWhereverItStandsAndTakesItsLeave() throws InterruptedException {
        ClockFollower self = new ClockFollower(topics, "self", MACHINE);
        ClockFollower other = new ClockFollower(topics, "other", MACHINE);
        try (ClockFollowers followers = new ClockFollowers(topics, self, MACHINE)) {
            other.awaitFollowing();
            await().until(() -> offsetsOf(followers, other).size() == 1
                    && offsetsOf(followers, self).size() == 1);

            Duration offset = tell(Duration.ofDays(2));

            assertThat(followers.await(offset, Duration.ofSeconds(10))).isTrue();
            assertThat(offsetsOf(followers, other)).containsExactly(offset);
            assertThat(offsetsOf(followers, self)).containsExactly(offset);

            other.close();
            await().until(() -> offsetsOf(followers, other).isEmpty());
        } finally {
            self.close();
        }
    }

    @Test
    void whatFollowersSayIsNotKeptForLong() throws Exception {
        topics.ensure();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Infrastructure.bootstrapServers()))) {
            var resource = new org.apache.kafka.common.config.ConfigResource(
                    org.apache.kafka.common.config.ConfigResource.Type.TOPIC, ClockTopics.FOLLOWERS);
            var settings = admin.describeConfigs(List.of(resource)).all().get().get(resource);

            assertThat(settings.get(TopicConfig.CLEANUP_POLICY_CONFIG).value()).isEqualTo("compact,delete");
            assertThat(settings.get(TopicConfig.RETENTION_MS_CONFIG).value()).isEqualTo("3600000");
        }
    }

    private static List<Duration> offsetsOf(ClockFollowers followers, ClockFollower follower) {
        return followers.standings().stream()
                .filter(standing -> standing.instance().equals(follower.instance()))
                .map(Standing::offset)
                .toList();
    }

    private Duration tell(Duration by) {
        told = told.plus(by);
        say(JSON.writeValueAsString(ClockAdvanced.by(by, told)));
        return told;
    }

    private void say(String advance) {
        try {
            topics.ensure();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Topics.produce("clock", ClockAdvanced.SUITE, Map.of(), advance.getBytes(StandardCharsets.UTF_8));
    }

    private static ClockTopics topics() {
        KafkaProperties kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(Infrastructure.bootstrapServers()));
        return new ClockTopics(kafka);
    }
}
