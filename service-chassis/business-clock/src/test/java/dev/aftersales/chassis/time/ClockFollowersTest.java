package dev.aftersales.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aftersales.chassis.time.ClockFollowers.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

class ClockFollowersTest {

    private static final Duration ZERO = Duration.ZERO;
    private static final Duration AHEAD = Duration.ofHours(48);

    private final AtomicLong nanos = new AtomicLong();
    private final ClockFollowers followers =
            new ClockFollowers(new ClockTopics(new KafkaProperties()), "claims-1", Clock.systemUTC(), nanos::get);

    @BeforeEach
    void selfAndAFellowAreThere() {
        followers.listened(List.of(says("claims-1", ZERO), says("gateway-1", ZERO)));
    }

    @Test
    void waitsForEachThatLives() throws InterruptedException {
        followers.listened(List.of(says("claims-1", AHEAD)));
        assertThat(followers.await(AHEAD, ZERO)).isFalse();

        followers.listened(List.of(says("gateway-1", AHEAD)));
        assertThat(followers.await(AHEAD, ZERO)).isTrue();
    }

    @Test
    void answersAsSoonAsTheLastOneFollows() throws Exception {
        followers.listened(List.of(says("claims-1", AHEAD)));
        CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return followers.await(AHEAD, Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        followers.listened(List.of(says("gateway-1", AHEAD)));

        assertThat(answer.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesNotWaitForOneThatHasNotSpokenForSixSeconds() throws InterruptedException {
        pass(Duration.ofSeconds(5));
        followers.listened(List.of(says("claims-1", AHEAD)));
        assertThat(followers.await(AHEAD, ZERO)).isFalse();

        pass(Duration.ofSeconds(1));
        followers.listened(List.of(says("claims-1", AHEAD)));

        assertThat(followers.await(AHEAD, ZERO)).isTrue();
        assertThat(followers.standings())
                .extracting(Standing::instance, Standing::silent)
                .containsExactly(tuple("claims-1", false), tuple("gateway-1", true));
    }

    @Test
    void takesNobodyForGoneBeforeItHasHeardWhatWasSaidWhileItWasFrozen() throws InterruptedException {
        followers.listened(List.of(says("claims-1", AHEAD)));

        pass(Duration.ofMinutes(1));

        assertThat(followers.await(AHEAD, ZERO)).isFalse();
        assertThat(followers.standings()).noneMatch(Standing::silent);
    }

    @Test
    void waitsForNobodyWhoTookHisLeave() throws InterruptedException {
        followers.listened(List.of(says("claims-1", AHEAD), record("gateway-1", null)));

        assertThat(followers.await(AHEAD, ZERO)).isTrue();
        assertThat(followers.standings()).extracting(Standing::instance).containsExactly("claims-1");
    }

    @Test
    void isNotContentBeforeItFollowsItself() throws InterruptedException {
        followers.listened(List.of(record("claims-1", null), says("gateway-1", AHEAD)));

        assertThat(followers.await(AHEAD, ZERO)).isFalse();
    }

    @Test
    void passesOverWhatIsNoStatement() throws InterruptedException {
        followers.listened(List.of(record("gateway-1", "{".getBytes()), says("claims-1", AHEAD)));

        assertThat(followers.await(AHEAD, ZERO)).isFalse();
        assertThat(followers.standings()).hasSize(2);
    }

    @Test
    void forgetsWhoWasSilentForTenMinutes() {
        pass(Duration.ofMinutes(10));
        followers.listened(List.of(says("claims-1", ZERO)));

        assertThat(followers.standings()).extracting(Standing::instance).containsExactly("claims-1");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static ConsumerRecord<String, byte[]> says(String instance, Duration offset) {
        return record(instance, new Statement(instance, offset, Instant.now()).toBytes());
    }

    private static ConsumerRecord<String, byte[]> record(String instance, byte[] value) {
        return new ConsumerRecord<>(ClockTopics.FOLLOWERS, 0, 0, instance, value);
    }
}
