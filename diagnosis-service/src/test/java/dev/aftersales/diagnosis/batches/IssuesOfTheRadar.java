package dev.aftersales.diagnosis.batches;

import static dev.aftersales.diagnosis.BatchAlarm.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.diagnosis.BatchAlarm;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Batch issues as the radar's alarms open them, and as people and others say of them. */
@ServiceIT
abstract class IssuesOfTheRadar {

    static final String PLAN = """
            {"owner":"viktor","containment":"STOP_SHIP","customerNotice":{"sisterUnits":true}}""";

    @LocalServerPort
    int port;

    Api viktor;
    Api anna;

    @BeforeEach
    void connect() {
        viktor = Api.at(port).as(People.VIKTOR);
        anna = Api.at(port).as(People.ANNA);
    }

    static String freshModel() {
        return "M-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }

    Answer accepted(BatchAlarm alarm, String command, String body) {
        Answer answer = viktor.post(path(alarm) + "/" + command, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    String refused(BatchAlarm alarm, String command, String body) {
        Answer answer = viktor.post(path(alarm) + "/" + command, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:wrong-state");
        return answer.at("$.detail");
    }

    /** Claim and number of all lines that are shown, in the order in which they are. */
    List<String> lines(BatchAlarm alarm, int limit) {
        List<String> lines = new ArrayList<>();
        String next = "";
        do {
            Answer page = anna.get(path(alarm) + "/lines?limit=" + limit + next);
            List<String> claims = page.at("$.items[*].claim");
            List<Integer> numbers = page.at("$.items[*].line");
            IntStream.range(0, claims.size()).forEach(i -> lines.add(claims.get(i) + "/" + numbers.get(i)));
            next = next(page);
        } while (!next.isEmpty());
        return lines;
    }

    static String next(Answer page) {
        return page.text().contains("\"next\"") ? "&cursor=" + page.<String>at("$.next") : "";
    }

    static String[] lines(String claim, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(line -> unit(claim, line, "S-" + line))
                .toArray(String[]::new);
    }

    static String reason(String reason) {
        return "{\"reason\":\"" + reason + "\"}";
    }

    static String path(BatchAlarm alarm) {
        return "/api/v1/batch-issues/" + alarm.issue();
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
