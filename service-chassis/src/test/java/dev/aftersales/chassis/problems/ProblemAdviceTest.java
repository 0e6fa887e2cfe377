package dev.aftersales.chassis.problems;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.WriteConcernError;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"at":"yesterday"}                        | at              | must be an instant with its offset, as 2026-06-05T02:00:00Z or 2026-06-05T10:00:00+08:00
            {"at":1780000000}                         | at              | must be an instant with its offset, as 2026-06-05T02:00:00Z or 2026-06-05T10:00:00+08:00
            {"length":60}                             | length          | must be a duration, as PT48H or P20D
            {"day":20000}                             | day             | must be a day of the calendar, as 2026-06-05
            {"days":{"2027-02-28":1,"2027-02-30":2}}  | days.2027-02-30 | must be a day of the calendar, as 2026-06-05
            """)
    void aTimeThatCannotBeReadIsNamedWithHowItIsWritten(String body, String field, String detail) {
        assertThat(errorIn(body)).isEqualTo(Map.of("field", field, "rule", "readable", "detail", detail));
    }

    @Test
    void aTimeThatIsWrittenOutIsRead() {
        JsonMapper.Builder strict = JsonMapper.builder();
        new StrictReading().customize(strict);

        assertThat(strict.build()
                        .readValue(
                                "{\"at\":\"2026-06-05T10:00:00+08:00\",\"length\":\"P2D\",\"day\":\"2026-06-05\"}",
                                Times.class))
                .isEqualTo(new Times(
                        Instant.parse("2026-06-05T02:00:00Z"), Duration.ofDays(2), LocalDate.of(2026, 6, 5), null));
    }

    record Times(
            @Nullable Instant at,
            @Nullable Duration length,
            @Nullable LocalDate day,
            @Nullable Map<LocalDate, Integer> days) {}

    private static Object errorIn(String body) {
        JsonMapper.Builder strict = JsonMapper.builder();
        new StrictReading().customize(strict);
        try {
            throw new AssertionError(strict.build().readValue(body, Times.class));
        } catch (JacksonException unreadable) {
            ResponseEntity<Object> answer = new ProblemAdvice()
                    .handleHttpMessageNotReadable(
                            new HttpMessageNotReadableException("", unreadable, new MockHttpInputMessage(new byte[0])),
                            new HttpHeaders(),
                            HttpStatus.BAD_REQUEST,
                            new ServletWebRequest(new MockHttpServletRequest()));
            ProblemDetail problem = (ProblemDetail)
                    Objects.requireNonNull(Objects.requireNonNull(answer).getBody());
            Object errors = Objects.requireNonNull(problem.getProperties()).get("errors");
            return ((List<?>) Objects.requireNonNull(errors)).getFirst();
        }
    }

    private static ResponseEntity<Object> answerTo(MongoException failure) {
        return Objects.requireNonNull(new ProblemAdvice().failed(failure));
    }
}
