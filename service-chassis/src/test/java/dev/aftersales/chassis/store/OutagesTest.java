package dev.aftersales.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class OutagesTest {

    @Test
    void storeBrokerAndFellowOutagesPass() {
        assertThat(Outages.isOutage(new MongoTimeoutException("no server"))).isTrue();
        assertThat(Outages.isOutage(new RuntimeException(new MongoSocketReadException("reset", new ServerAddress()))))
                .isTrue();
        assertThat(Outages.isOutage(new MongoConnectionPoolClearedException(
                        new ServerId(new ClusterId(), new ServerAddress()), null)))
                .isTrue();
        assertThat(Outages.isOutage(new TimeoutException("no broker"))).isTrue();
        assertThat(Outages.isOutage(new FellowUnavailable("claims-service", new RuntimeException())))
                .isTrue();
    }

    @Test
    void mistakesOfOurOwnDoNot() {
        assertThat(Outages.isOutage(new IllegalStateException("bug"))).isFalse();
        assertThat(Outages.isOutage(new StackOverflowError())).isFalse();
    }
}
