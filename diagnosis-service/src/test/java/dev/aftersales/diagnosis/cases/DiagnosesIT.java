package dev.aftersales.diagnosis.cases;

import static dev.aftersales.diagnosis.Claim.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.diagnosis.Claim;
import dev.aftersales.diagnosis.Faults;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.TestIssuer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class DiagnosesIT {

    private static final String REPLACE_PSU = """
            {"line":1,"cause":"WORKMANSHIP","causeConfirmed":true,"faultClass":"SIMPLE","disposition":"PARTS",
             "parts":[{"part":"WP4-PSU-24V","quantity":1}],
             "findings":[{"code":"PSU-COLD-JOINT","note":"Mr Example saw smoke"}]}""";

    private static final String SUSPECT_WATER = """
            {"line":2,"cause":"WATER_INGRESS","causeConfirmed":false,"faultClass":"COMPLEX",
             "disposition":"DEPOT_REPAIR","component":"BATTERY"}""";

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    Api tomas;
    Api tina;

    @BeforeEach
    void connect() {
        tomas = Api.at(port).as(People.TOMAS);
        tina = Api.at(port).as(People.TINA);
    }

    @Test
    void tellsWhatATechnicianConcluded() {
        Claim claim = waiting(2);

        assertThat(tomas.post(assignment(claim), "").status()).isEqualTo(201);
        Answer concluded = tomas.post(conclusion(claim), lines(REPLACE_PSU, SUSPECT_WATER));

        assertThat(concluded.status()).as(concluded.text()).isEqualTo(200);
        Message told = claim.completed(1).getFirst();
        ContractCheck.keepsItsContract(told);
        assertThat(claim.told()).isEqualTo("started TECHNICIAN, completed 1 2");
        assertThat(told.<String>at("$.confirmedBy.kind")).isEqualTo("TECHNICIAN");
        assertThat(told.<String>at("$.confirmedBy.id")).isEqualTo("tomas");
        assertThat(told.<List<Boolean>>at("$.lines[*].causeConfirmed")).containsExactly(true, false);
        assertThat(told.<List<String>>at("$.lines[*].component")).containsExactly("BATTERY");
        assertThat(told.text()).doesNotContain("smoke");
        assertThat(concluded.<String>at("$.conclusions[0].lines[0].findings[0].note"))
                .isEqualTo("Mr Example saw smoke");
        assertThat(concluded.<List<String>>at("$.history[*].what"))
                .containsExactly("REQUESTED", "QUEUED", "TAKEN", "CONCLUDED");
    }

    @Test
    void answersTheSameConclusionAgainWithoutTellingItAgain() {
        Claim claim = taken(1);
        Answer first = tomas.post(conclusion(claim), lines(REPLACE_PSU));

        Answer again = tomas.post(conclusion(claim), lines(REPLACE_PSU));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        claim.completed(1);
        // A further request goes behind whatever the repetition might have told.
        claim.requested(9, unit(2, "S-2"));
        claim.started(2);
        assertThat(claim.told()).isEqualTo("started TECHNICIAN, completed 1, started TECHNICIAN");
    }

    @Test
    void refusesAnotherConclusionOfAConcludedCase() {
        Claim claim = taken(1);
        tomas.post(conclusion(claim), lines(REPLACE_PSU));

        refused(409, "wrong-state", tomas.post(conclusion(claim), lines(SUSPECT_WATER.replace("2", "1"))));
        refused(409, "wrong-state", tina.post(conclusion(claim), lines(REPLACE_PSU)));
        refused(409, "wrong-state", tina.post(assignment(claim), ""));
        refused(409, "wrong-state", tomas.delete(assignment(claim)));
    }

    @Test
    void refusesACauseThatThePolicyDoesNotHaveAtOnce() {
        // Given
        Claim claim = Claim.on(Faults.freshCode())
                .requestedWithCauses(1, List.of("MATERIAL", "WORKMANSHIP"), unit(1, "S-1"), unit(2, "S-2"));
        claim.started(1);
        tomas.post(assignment(claim), "");

        // When
        Answer refused = tomas.post(conclusion(claim), lines(REPLACE_PSU, SUSPECT_WATER));
        Answer concluded =
                tomas.post(conclusion(claim), lines(REPLACE_PSU, SUSPECT_WATER.replace("WATER_INGRESS", "MATERIAL")));

        // Then
        refused(422, "unknown-cause", refused);
        assertThat(refused.<List<Integer>>at("$.lines")).containsExactly(2);
        assertThat(refused.<List<String>>at("$.causes")).containsExactly("MATERIAL", "WORKMANSHIP");
        assertThat(concluded.status()).as(concluded.text()).isEqualTo(200);
        assertThat(concluded.<List<String>>at("$.causes")).containsExactly("MATERIAL", "WORKMANSHIP");
        claim.completed(1);
        assertThat(claim.told()).isEqualTo("started TECHNICIAN, completed 1 2");
    }

    @Test
    void refusesToConcludeWhatNobodyTook() {
        Claim claim = waiting(1);

        refused(409, "wrong-state", tomas.post(conclusion(claim), lines(REPLACE_PSU)));
        refused(409, "wrong-state", tomas.delete(assignment(claim)));
    }

    @Test
    void keepsACaseToTheTechnicianWhoTookIt() {
        Claim claim = taken(1);

        refused(409, "already-taken", tina.post(assignment(claim), ""));
        refused(409, "not-your-case", tina.delete(assignment(claim)));
        refused(409, "not-your-case", tina.post(conclusion(claim), lines(REPLACE_PSU)));
        assertThat(tomas.post(assignment(claim), "").status()).isEqualTo(200);
        assertThat(tomas.delete(assignment(claim)).status()).isEqualTo(204);
        assertThat(tina.post(assignment(claim), "").status()).isEqualTo(201);
    }

    @Test
    void givesARacedCaseToExactlyOne() {
        Claim claim = waiting(1);

        List<Integer> statuses = Stream.of(tomas, tina, tomas, tina)
                .map(technician -> CompletableFuture.supplyAsync(
                        () -> technician.post(assignment(claim), "").status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 201, 409, 409);
        assertThat(tomas.get("/api/v1/diagnoses/" + claim.id()).<List<String>>at("$.history[*].what"))
                .containsExactly("REQUESTED", "QUEUED", "TAKEN");
    }

    @Test
    void tellsAConclusionSentSeveralTimesAtOnceOnce() {
        Claim claim = taken(1);

        List<Answer> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> tomas.post(conclusion(claim), lines(REPLACE_PSU))))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
        claim.completed(1);
        claim.requested(9, unit(2, "S-2"));
        claim.started(2);
        assertThat(claim.told()).isEqualTo("started TECHNICIAN, completed 1, started TECHNICIAN");
    }

    @Test
    void wantsToKnowTheVendorFromWhomServesSeveral() {
        Api both = Api.at(port)
                .withToken(TestIssuer.shared()
                        .token("tess")
                        .vendors("exporter", "agency")
                        .roles("technician")
                        .sign());

        refused(400, "vendor-needed", both.get("/api/v1/diagnoses"));
        refused(400, "vendor-needed", both.get("/api/v1/fault-catalogue"));
        assertThat(both.get("/api/v1/diagnoses?vendor=agency").status()).isEqualTo(200);
    }

    @Test
    void refusesConclusionsThatDoNotFitTheLines() {
        Claim claim = taken(2);

        refused(422, "unknown-line", tomas.post(conclusion(claim), lines(REPLACE_PSU.replace(":1,\"c", ":7,\"c"))));
        refused(422, "missing-line", tomas.post(conclusion(claim), lines(REPLACE_PSU)));
        refused(422, "repeated-line", tomas.post(conclusion(claim), lines(REPLACE_PSU, REPLACE_PSU, SUSPECT_WATER)));
        refused(
                422,
                "parts-needed",
                tomas.post(conclusion(claim), lines(REPLACE_PSU, SUSPECT_WATER.replace("DEPOT_REPAIR", "PARTS"))));
        refused(400, "invalid", tomas.post(conclusion(claim), lines(REPLACE_PSU.replace("WORKMANSHIP", "bad luck"))));
        refused(400, "invalid", tomas.post(conclusion(claim), "{\"lines\":[]}"));
        refused(400, "invalid", tomas.post(conclusion(claim), "{\"lines\":[{}]}"));
        String findings = Stream.generate(() -> "{\"code\":\"F\",\"note\":\"%s\"}".formatted("n".repeat(2000)))
                .limit(20)
                .collect(Collectors.joining(","));
        String[] verbose = IntStream.rangeClosed(1, 13)
                .mapToObj(line -> SUSPECT_WATER.replace(
                        "\"line\":2,", "\"line\":%d,\"findings\":[%s],".formatted(line, findings)))
                .toArray(String[]::new);
        refused(422, "too-much-text", tomas.post(conclusion(claim), lines(verbose)));
        assertThat(claim.told()).isEqualTo("started TECHNICIAN");
    }

    @Test
    void leavesLinesAddedMeanwhileToTheTechnicianWhoHoldsTheCase() {
        Claim claim = taken(1);

        claim.requested(4, unit(2, "S-2"));

        Awaitility.await()
                .until(() -> tomas.get("/api/v1/diagnoses/" + claim.id())
                                .<List<Integer>>at("$.lines[*].line")
                                .size()
                        == 2);
        refused(422, "missing-line", tomas.post(conclusion(claim), lines(REPLACE_PSU)));
        assertThat(tomas.post(conclusion(claim), lines(REPLACE_PSU, SUSPECT_WATER))
                        .status())
                .isEqualTo(200);
        claim.completed(1);
        assertThat(claim.told()).isEqualTo("started TECHNICIAN, completed 1 2");
    }

    @Test
    void hidesTheCasesOfOtherVendors() {
        Claim claim = waiting(1);
        Api tara = Api.at(port).as(People.TARA);

        refused(404, "not-found", tara.get("/api/v1/diagnoses/" + claim.id()));
        refused(404, "not-found", tara.post(assignment(claim), ""));
        refused(404, "not-found", tara.delete(assignment(claim)));
        refused(404, "not-found", tara.post(conclusion(claim), lines(REPLACE_PSU)));
        assertThat(ids(tara, "?limit=200")).doesNotContain(claim.id());
        refused(404, "not-found", tara.get("/api/v1/diagnoses?vendor=exporter"));
        refused(404, "not-found", tomas.get("/api/v1/diagnoses/clm-none"));
    }

    @Test
    void listsTheQueueOldestFirstPageByPage() {
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(waiting(1).id());
        }

        List<String> paged = new ArrayList<>();
        String next = "";
        do {
            Answer page = tomas.get("/api/v1/diagnoses?state=QUEUED&limit=2" + next);
            paged.addAll(page.<List<String>>at("$.items[*].id"));
            assertThat(page.<List<String>>at("$.items[*].state")).containsOnly("QUEUED");
            next = page.text().contains("\"next\"") ? "&cursor=" + page.<String>at("$.next") : "";
        } while (!next.isEmpty());

        assertThat(paged).doesNotHaveDuplicates().containsSubsequence(waiting);
        refused(400, "bad-cursor", tomas.get("/api/v1/diagnoses?cursor=nonsense"));
        refused(400, "bad-limit", tomas.get("/api/v1/diagnoses?limit=0"));
        assertThat(tomas.get("/api/v1/diagnoses?state=LOST").status()).isEqualTo(400);
    }

    @Test
    void countsStagesWithoutIds() {
        Claim claim = taken(1);
        tomas.post(conclusion(claim), lines(REPLACE_PSU));

        List<Meter.Id> ours = meters.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("aftersales.diagnosis."))
                .toList();
        assertThat(ours)
                .extracting(Meter.Id::getName)
                .contains(
                        "aftersales.diagnosis.started",
                        "aftersales.diagnosis.person.needed",
                        "aftersales.diagnosis.queued",
                        "aftersales.diagnosis.held");
        assertThat(ours)
                .flatExtracting(Meter.Id::getTags)
                .extracting(Tag::getKey)
                .containsOnly("mode", "reason");
    }

    private Claim waiting(int lines) {
        Claim claim = Claim.on(Faults.freshCode());
        claim.requested(
                2,
                Stream.iterate(1, line -> line + 1)
                        .limit(lines)
                        .map(line -> unit(line, "S-" + line))
                        .toArray(String[]::new));
        claim.started(1);
        return claim;
    }

    private Claim taken(int lines) {
        Claim claim = waiting(lines);
        assertThat(tomas.post(assignment(claim), "").status()).isEqualTo(201);
        return claim;
    }

    private static List<String> ids(Api api, String query) {
        return api.get("/api/v1/diagnoses" + query).at("$.items[*].id");
    }

    private static void refused(int status, String type, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:" + type);
    }

    private static String assignment(Claim claim) {
        return "/api/v1/diagnoses/" + claim.id() + "/assignment";
    }

    private static String conclusion(Claim claim) {
        return "/api/v1/diagnoses/" + claim.id() + "/conclusion";
    }

    private static String lines(String... lines) {
        return "{\"lines\":[" + String.join(",", lines) + "]}";
    }
}
