package dev.aftersales.chassis.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.sample.Sample;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class ProblemsIT {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":"","count":1}              | invalid    | id       | notBlank
            {"id":"x","count":11}            | invalid    | count    | max
            {"id":"x","count":1,"colour":"r"}| invalid    | colour   | known
            {"id":"x","count":"many"}        | invalid    | count    | readable
            {"id":"x","count":"2"}           | invalid    | count    | readable
            {"id":"x","count":5.5}           | invalid    | count    | readable
            {"id":"x","count":true}          | invalid    | count    | readable
            {"id":"x","count":1,"count":2}   | invalid    | count    | readable
            {"pieces":[{"size":1},{"size":1,"size":2}]} | invalid | pieces[1].size | readable
            {"pieces":[{"size":1},{"size":"1"}]} | invalid | pieces[1].size | readable
            {"id":200,"count":1}             | invalid    | id       | readable
            {"id":true,"count":1}            | invalid    | id       | readable
            {"id":"x","count":1,"open":1}    | invalid    | open     | readable
            {"id":"x","count":1,"open":"true"}| invalid   | open     | readable
            {"id":"x","count":1,"paint":0}   | invalid    | paint    | readable
            {"id":"x","count":1,"price":""}  | invalid    | price    | readable
            {"id":"x","at":"yesterday"}      | invalid    | at       | readable
            {"id":"x","at":1780000000}       | invalid    | at       | readable
            {"id":"x","at":"2026-06-05T02:00:00"} | invalid | at     | readable
            {"id":"x","length":60}           | invalid    | length   | readable
            {"id":"x","days":{"2027-02-28":"a","2027-02-30":"b"}} | invalid | days.2027-02-30 | readable
            """)
    void namesTheFieldAndTheRule(String body, String type, String field, String rule) {
        Answer answer = Api.at(port).as(People.ANNA).post("/api/v1/tallies", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:" + type);
        assertThat(answer.<String>at("$.errors[0].field")).isEqualTo(field);
        assertThat(answer.<String>at("$.errors[0].rule")).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"12.34\"", "12.34", "12"})
    void takeAnAmountAsTextOrNumber(String price) {
        String body = "{\"id\":\"%s\",\"count\":1,\"price\":%s}".formatted(Sample.freshId(), price);

        assertThat(Api.at(port).as(People.ANNA).post("/api/v1/tallies", body).status())
                .isEqualTo(201);
    }

    @Test
    void nameTheValuesThatAreTaken() {
        Api anna = Api.at(port).as(People.ANNA);

        assertThat(anna.post("/api/v1/tallies", "{\"id\":\"x\",\"count\":1,\"paint\":\"BLUE\"}")
                        .<String>at("$.errors[0].detail"))
                .isEqualTo("must be one of RED, GREEN");
        Answer query = anna.get("/api/v1/tallies/x/parts?first=1&colour=BLUE");
        assertThat(query.status()).isEqualTo(400);
        assertThat(query.<String>at("$.errors[0].field")).isEqualTo("colour");
        assertThat(query.<String>at("$.errors[0].rule")).isEqualTo("readable");
        assertThat(query.<String>at("$.errors[0].detail")).isEqualTo("must be one of RED, GREEN");
        assertThat(anna.get("/api/v1/tallies/x/parts?first=abc").<String>at("$.errors[0].detail"))
                .isEqualTo("must be a whole number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "at":"yesterday"          | must be an instant with its offset, as 2026-06-05T02:00:00Z or 2026-06-05T10:00:00+08:00
            "at":1780000000           | must be an instant with its offset, as 2026-06-05T02:00:00Z or 2026-06-05T10:00:00+08:00
            "length":"a while"        | must be a duration, as PT48H or P20D
            "days":{"2027-02-30":"b"} | must be a day of the calendar, as 2026-06-05
            """)
    void sayHowATimeIsWritten(String property, String detail) {
        Answer answer = Api.at(port).as(People.ANNA).post("/api/v1/tallies", "{\"id\":\"x\"," + property + "}");

        assertThat(answer.<String>at("$.errors[0].detail")).isEqualTo(detail);
    }

    @Test
    void nameTheParameterThatIsMissing() {
        Answer answer = Api.at(port).as(People.ANNA).get("/api/v1/tallies/x/parts");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.<String>at("$.type")).endsWith("invalid");
        assertThat(answer.<String>at("$.errors[0].field")).isEqualTo("first");
        assertThat(answer.<String>at("$.errors[0].rule")).isEqualTo("required");
    }

    @Test
    void giveEveryRefusalAStableType() {
        Api anna = Api.at(port).as(People.ANNA);
        assertThat(anna.post("/api/v1/tallies", "{").<String>at("$.type")).endsWith("unreadable");
        assertThat(anna.get("/api/v1/nowhere").<String>at("$.type")).endsWith("not-found");
        assertThat(anna.get("/api/v1/tallies").<String>at("$.type")).endsWith("method-not-allowed");
    }

    @Test
    void answerWhatNeverReachesAHandler() {
        Answer refused = Api.at(port).as(People.ANNA).get("/api/v1/tallies/x;role=agent");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("content-type")).startsWith("application/problem+json");
        assertThat(refused.<String>at("$.type")).isEqualTo("urn:aftersales:problem:bad-request");
        assertThat(Api.at(port).get("/error").<String>at("$.type")).endsWith("not-found");
    }

    @Test
    void nameTheParameterThatBreaksARule() {
        Answer answer = Api.at(port).as(People.ANNA).get("/api/v1/tallies/x/parts?first=0");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.<String>at("$.type")).endsWith("invalid");
        assertThat(answer.<String>at("$.errors[0].field")).isEqualTo("first");
        assertThat(answer.<String>at("$.errors[0].rule")).isEqualTo("min");
    }

    @Test
    void answerABrokenFormAsTheSendersFault() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(Api.at(port).uri().resolve("/api/v1/tallies/x/files"))
                                .header("Authorization", "Bearer " + People.ANNA.token())
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(HttpRequest.BodyPublishers.ofString("--b\r\nContent-Disp"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:aftersales:problem:unreadable");
    }

    @Test
    void neverShowAClassName() {
        Api anna = Api.at(port).as(People.ANNA);

        assertThat(Stream.of(
                        anna.post("/api/v1/tallies", "{\"id\":{\"a\":1}}"),
                        anna.get("/api/v1/nowhere"),
                        anna.post("/api/v1/tallies", "[1]")))
                .allSatisfy(answer -> assertThat(answer.text()).doesNotContain("java", "dev.aftersales", "Exception"));
    }
}
