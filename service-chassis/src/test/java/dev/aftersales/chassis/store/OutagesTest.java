package dev.aftersales.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutagesTest {

    private static final ServerAddress STORE = new ServerAddress();

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
    void aStoreWithoutRoomIsAnOutageThatRefusesTheWrite() {
        for (MongoException refusal : List.of(
                refused(14031),
                refused(371),
                new MongoWriteException(new WriteError(14031, "full", new BsonDocument()), STORE, Set.of()),
                bulk(List.of(new BulkWriteError(14031, "full", new BsonDocument(), 1)), null))) {
            assertThat(Outages.isOutage(new RuntimeException(refusal))).isTrue();
            assertThat(Outages.isOutOfSpace(new RuntimeException(refusal))).isTrue();
        }
    }

    @Test
    void aWriteThatWasDoneAndNotKeptSafeIsAnOutageAndNoRefusal() {
        for (int code : List.of(14031, 371, 64, 100)) {
            WriteConcernError error = new WriteConcernError(code, "", "not on enough disks", new BsonDocument());
            for (MongoException failure :
                    List.of(new MongoWriteConcernException(error, STORE), bulk(List.of(), error))) {
                assertThat(Outages.isOutage(failure)).isTrue();
                assertThat(Outages.isOutOfSpace(failure)).isFalse();
            }
        }
    }

    @Test
    void aRefusalForAnotherReasonIsNoOutage() {
        assertThat(Outages.isOutage(refused(11000))).isFalse();
        assertThat(Outages.isOutOfSpace(refused(11000))).isFalse();
        assertThat(Outages.isOutage(bulk(List.of(new BulkWriteError(11000, "twice", new BsonDocument(), 0)), null)))
                .isFalse();
        assertThat(Outages.isOutOfSpace(new MongoTimeoutException("no server"))).isFalse();
    }

    @Test
    void mistakesOfOurOwnDoNot() {
        assertThat(Outages.isOutage(new IllegalStateException("bug"))).isFalse();
        assertThat(Outages.isOutage(new StackOverflowError())).isFalse();
    }

    private static MongoCommandException refused(int code) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonDouble(0)).append("code", new BsonInt32(code)), STORE);
    }

    private static MongoBulkWriteException bulk(List<BulkWriteError> errors, @Nullable WriteConcernError concern) {
        return new MongoBulkWriteException(BulkWriteResult.unacknowledged(), errors, concern, STORE, Set.of());
    }
}
