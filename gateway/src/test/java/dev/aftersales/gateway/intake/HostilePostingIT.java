package dev.aftersales.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.Topic;
import dev.aftersales.gateway.RunningGateway;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePostingIT extends RunningGateway {

    private static final String ACCEPTED = "partners.carrier-accepted.v1";
    private static final String TOPIC = Topic.PARTNER_EVENTS.topicName();

    private int before;

    @BeforeEach
    void count() {
        before = Topics.read(TOPIC).size();
    }

    @AfterEach
    void nothingIsOnTheTopic() {
        assertThat(Topics.read(TOPIC)).hasSize(before);
    }

    static Stream<Arguments> bodiesThatCannotBeRead() {
        return Stream.of(
                Arguments.of("empty", ""),
                Arguments.of("no JSON", "<event/>"),
                Arguments.of("half of a JSON object", "{\"specversion\":\"1.0\""),
                Arguments.of("two documents", Posted.of(ACCEPTED).json() + "{}"),
                Arguments.of("a batch", "[" + Posted.of(ACCEPTED).json() + "]"),
                Arguments.of("a string", "\"event\""),
                Arguments.of("deep arrays", "[".repeat(50_000)),
                Arguments.of("deep objects", "{\"a\":".repeat(50_000)),
                Arguments.of("an endless number", "{\"a\":" + "9".repeat(10_000) + "}"),
                Arguments.of(
                        "one attribute twice",
                        Posted.of(ACCEPTED)
                                .json()
                                .replaceFirst("\\{", "{\"vendor\":\"exporter\",\"vendor\":\"agency\",")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodiesThatCannotBeRead")
    void refusesWhatCannotBeRead(String kind, String body) {
        assertProblem(structured().post(Posted.PATH, body), 400, "unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/cloudevents-batch+json",
                "application/cloudevents+avro",
                "application/cloudevents+json; charset=utf-16",
                "nonsense"
            })
    void refusesOtherContentTypes(String contentType) {
        Answer answer = carrier()
                .with("Content-Type", contentType)
                .post(Posted.PATH, Posted.of(ACCEPTED).json());

        assertProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void refusesJsonThatIsNoCloudEvent() {
        Answer answer = carrier()
                .with("Content-Type", "application/json")
                .post(Posted.PATH, Posted.of(ACCEPTED).json());

        assertProblem(answer, 400, "not-a-cloudevent");
    }

    static Stream<Arguments> noCloudEvents() {
        return Stream.<UnaryOperator<Posted>>of(
                        event -> event.with("specversion", null),
                        event -> event.with("specversion", "0.3"),
                        event -> event.with("datacontenttype", "text/xml"),
                        event -> event.with("data", null),
                        event -> event.with("data", "text"),
                        event -> event.with("data_base64", "e30="))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("noCloudEvents")
    void refusesWhatIsNoCloudEventOfJsonData(UnaryOperator<Posted> bend) {
        assertProblem(post(bend.apply(Posted.of(ACCEPTED))), 400, "not-a-cloudevent");
    }

    @Test
    void refusesAnAttributeOfSeveralValues() {
        String json = Posted.of(ACCEPTED).json().replaceFirst("\\{", "{\"vendor\":[\"exporter\",\"agency\"],");

        assertProblem(structured().post(Posted.PATH, json), 400, "not-a-cloudevent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "partners.carrier-accepted.v2",
                "partners.carrier-lost.v1",
                "claims.claim-closed.v1",
                "PARTNERS.CARRIER-ACCEPTED.V1",
                "../../etc/passwd"
            })
    void refusesTypesThatPartnersDoNotPost(String type) {
        Answer answer = post(Posted.of(ACCEPTED).with("type", type));

        assertProblem(answer, 400, "unknown-event-type");
        assertThat(answer.<List<String>>at("$.types")).contains(ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            id,      -
            id,      ' '
            source,  -
            source,  'not a uri'
            type,    -
            subject, -
            subject, OTHER
            time,    -
            time,    yesterday
            time,    2026-11-18T16:12:44
            time,    2026-02-30T16:12:44Z
            """)
    void namesTheAttributeThatBreaksARule(String attribute, String value) {
        Answer answer = post(Posted.of(ACCEPTED).with(attribute, value));

        assertInvalid(answer, attribute);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            trackingNumber, -
            trackingNumber, ' '
            scannedAt,      -
            scannedAt,      yesterday
            scannedAt,      2026-11-18
            vendor,         agency
            partner,        somebody-else
            sequence,       1
            """)
    void namesThePropertyOfTheDataThatBreaksARule(String property, String value) {
        Answer answer = post(Posted.of(ACCEPTED).withData(property, value));

        assertInvalid(answer, "data." + property);
    }

    @Test
    void refusesAnInstantFinerThanAnyClock() {
        Answer answer = post(Posted.of(ACCEPTED).withData("scannedAt", "2026-11-18T16:12:44.12345678901234Z"));

        assertInvalid(answer, "data.scannedAt");
    }

    @Test
    void refusesIdsThatAreTooLongOrHoldControlCharacters() {
        assertInvalid(post(Posted.of(ACCEPTED).with("id", "x".repeat(201))), "id");
        assertInvalid(post(Posted.of(ACCEPTED).with("id", "a\u0000b")), "id");
    }

    @Test
    void refusesWhatLiesAhead() {
        String ahead =
                Instant.now(Clock.systemUTC()).plus(Duration.ofMinutes(10)).toString();

        assertInvalid(post(Posted.of(ACCEPTED).with("time", ahead)), "time");
        assertInvalid(post(Posted.of(ACCEPTED).withData("scannedAt", ahead)), "data.scannedAt");
    }

    @Test
    void refusesMoreThanAnEventMayHold() {
        Posted large = Posted.of(ACCEPTED).with("comment", "x".repeat(256 * 1024));

        assertProblem(post(large), 413, "too-large");
    }

    @Test
    void asksAPartnerOfSeveralVendorsForWhichOneTheEventIs() {
        String token = People.CARRIER_ONE.claims().vendors("exporter", "agency").sign();

        Answer answer = gateway()
                .withToken(token)
                .with("Content-Type", Posted.STRUCTURED)
                .post(Posted.PATH, Posted.of(ACCEPTED).json());

        assertProblem(answer, 400, "vendor-needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agency", "no-such-vendor", "", "exporter,agency"})
    void knowsNoForeignVendor(String vendor) {
        assertProblem(post(Posted.of(ACCEPTED).with("vendor", vendor)), 404, "not-found");
    }

    @Test
    void refusesTwoVendorsInTheHeadersOfABinaryEvent() {
        Posted posted = Posted.of(ACCEPTED);

        Answer answer = carrier()
                .with("ce-specversion", "1.0")
                .with("ce-id", posted.id())
                .with("ce-source", "urn:carrier")
                .with("ce-type", ACCEPTED)
                .with("ce-subject", posted.subject())
                .with("ce-time", "2026-11-18T16:12:44Z")
                .with("ce-vendor", "exporter")
                .with("CE-VENDOR", "agency")
                .post(Posted.PATH, posted.data().toString());

        assertProblem(answer, 400, "not-a-cloudevent");
    }

    @Test
    void refusesABrokenPercentEncoding() {
        Answer answer =
                carrier().with("ce-specversion", "1.0").with("ce-id", "%zz").post(Posted.PATH, "{}");

        assertProblem(answer, 400, "not-a-cloudevent");
    }

    @Test
    void knowsNoOtherMethod() {
        assertProblem(carrier().get(Posted.PATH), 405, "method-not-allowed");
    }

    private Api carrier() {
        return gateway().as(People.CARRIER_ONE);
    }

    private Api structured() {
        return carrier().with("Content-Type", Posted.STRUCTURED);
    }

    private Answer post(Posted posted) {
        return structured().post(Posted.PATH, posted.json());
    }

    private static void assertInvalid(Answer answer, String field) {
        assertProblem(answer, 400, "invalid");
        assertThat(answer.<String>at("$.errors[0].field")).isEqualTo(field);
    }

    private static void assertProblem(Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:" + slug);
        assertThat(answer.text()).doesNotContain("Exception", "tools.jackson", "java.");
    }
}
