package dev.aftersales.diagnosis.radar;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.ServerAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SetbacksTest {

    private final AtomicLong now = new AtomicLong(-5);
    private final Setbacks setbacks = new Setbacks(3, Duration.ofMinutes(1), now::get);

    @Test
    void areTooManyWhenSoManyComeWithinSoLong() {
        every(Duration.ofSeconds(30), 2);
        assertThat(setbacks.areTooMany()).isFalse();

        every(Duration.ofSeconds(30), 1);

        assertThat(setbacks.areTooMany()).isTrue();
    }

    @Test
    void areNotTooManyWhenTheyAreFarApart() {
        every(Duration.ofSeconds(31), 10);

        assertThat(setbacks.areTooMany()).isFalse();
    }

    @Test
    void areTooManyNoMoreWhenNoneComesAnyMore() {
        every(Duration.ofSeconds(1), 3);
        now.addAndGet(Duration.ofMinutes(1).toNanos());

        assertThat(setbacks.areTooMany()).isFalse();
    }

    @Test
    void beginAnewWhenItWorkedBetweenThem() {
        every(Duration.ofSeconds(1), 2);
        setbacks.overcome();
        every(Duration.ofSeconds(1), 2);

        assertThat(setbacks.areTooMany()).isFalse();
    }

    private void every(Duration apart, int times) {
        for (int i = 0; i < times; i++) {
            now.addAndGet(apart.toNanos());
            setbacks.another();
        }
    }

    static Stream<Arguments> failures() {
        Throwable refused = new TopicAuthorizationException(Set.of("batch-alarms"));
        return Stream.of(
                Arguments.of(new ExecutionException(refused), false, true),
                Arguments.of(new SaslAuthenticationException("no"), false, true),
                Arguments.of(new IllegalStateException("a defect"), false, false),
                Arguments.of(new KafkaException(new ConfigException("No resolvable bootstrap urls")), false, false),
                Arguments.of(new ExecutionException(new TimeoutException("no answer")), true, false),
                Arguments.of(new StreamsException(new TimeoutException("no answer")), true, false),
                Arguments.of(new KafkaException(new DisconnectException()), true, false),
                Arguments.of(
                        new ExecutionException(new InvalidReplicationFactorException("1 of 3 is up")), true, false),
                Arguments.of(
                        new StreamsException(new MongoSocketReadTimeoutException(
                                "no answer", new ServerAddress(), new java.io.IOException())),
                        true,
                        false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsAnOutageFromWhatTheBrokerRefusesForGood(Throwable failure, boolean outage, boolean refusal) {
        assertThat(Setbacks.isOutage(failure)).isEqualTo(outage);
        assertThat(Setbacks.isRefusal(failure)).isEqualTo(refusal);
    }
}
