package dev.aftersales.chassis.problems;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.WriteConcernError;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

class ProblemAdviceTest {

    @Test
    void aStoreWithoutRoomAnswers507AndAsksToComeBack() {
        ResponseEntity<Object> answer = answerTo(new MongoCommandException(
                new BsonDocument("ok", new BsonDouble(0)).append("code", new BsonInt32(14031)), new ServerAddress()));

        assertThat(answer.getStatusCode().value()).isEqualTo(507);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
        assertThat(((ProblemDetail) Objects.requireNonNull(answer.getBody())).getType())
                .hasToString("urn:aftersales:problem:out-of-space");
    }

    @Test
    void otherOutagesOfTheStoreAnswer503() {
        WriteConcernError notSafe = new WriteConcernError(14031, "", "not on enough disks", new BsonDocument());

        assertThat(answerTo(new MongoTimeoutException("no server"))
                        .getStatusCode()
                        .value())
                .isEqualTo(503);
        assertThat(answerTo(new MongoWriteConcernException(notSafe, new ServerAddress()))
                        .getStatusCode()
                        .value())
                .isEqualTo(503);
    }

    private static ResponseEntity<Object> answerTo(MongoException failure) {
        return Objects.requireNonNull(new ProblemAdvice().failed(failure));
    }
}
