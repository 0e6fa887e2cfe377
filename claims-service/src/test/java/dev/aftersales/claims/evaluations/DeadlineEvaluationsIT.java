package dev.aftersales.claims.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

@ServiceIT
class DeadlineEvaluationsIT {

    private static final String A_1 = "/api/v1/policies/A-1/deadline-evaluations";

    private static final String LATE = """
            {"events":{"CLAIM_RECEIVED":"2026-06-05T02:00:00Z","ACK_SENT":"2026-06-12T02:00:00Z"},
            "asOf":"2026-06-11T00:00:00Z"}""";

    @LocalServerPort
    int port;

    @Test
    void saysByWhenAndWhy() {
        // When
        Answer answer = as(People.ANNA).post(A_1, LATE);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.<List<String>>at("$.answers[0].deadlines[*].clause")).containsExactly("A4.3", "A4.4");
        assertThat(answer.<List<String>>at("$.answers[0].deadlines[*].state")).containsExactly("BREACHED", "WARNED");
        assertThat(answer.<String>at("$.answers[0].deadlines[0].dueAt")).isEqualTo("2026-06-09T10:00:00Z");
        assertThat(answer.<String>at("$.answers[0].deadlines[1].countsFrom")).isEqualTo("2026-06-09T10:00:00Z");
        assertThat(answer.<String>at("$.answers[0].deadlines[1].insteadBy")).isEqualTo("A4.3");
        assertThat(answer.<String>at("$.answers[0].deadlines[0].calendar.id")).isEqualTo("china");
        assertThat(answer.<String>at("$.answers[0].deadlines[0].text")).contains("within 2 business days (A4.3)");
        assertThat(answer.<List<String>>at("$.answers[0].deadlines[0].explanation[*].kind"))
                .contains("COUNTED", "SKIPPED");
    }

    @Test
    void saysItInTheReadersLanguage() {
        // When
        Answer header = as(People.ANNA).with("Accept-Language", "zh-CN").post(A_1, LATE);
        Answer parameter = as(People.ANNA).post(A_1 + "?lang=zh", LATE);

        // Then
        assertThat(header.<String>at("$.answers[0].deadlines[0].text")).contains("2 个工作日内");
        assertThat(parameter.<String>at("$.answers[0].deadlines[0].text")).contains("2 个工作日内");
    }

    @Test
    void asksAllVendorsAtOnce() {
        // When
        Answer answer = as(People.ANNA).post("/api/v1/policies/all/deadline-evaluations", """
                {"events":{"UNIT_RECEIVED":"2026-06-05T12:30:00Z","FAULT_REPORTED":"2026-06-06T15:30:00Z"},
                "facts":{"supply":"AGENCY"},"asOf":"2026-06-06T00:00:00Z"}""");

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.<List<String>>at("$.answers[?(@.version == 'C-1')].deadlines[?(@.clause == 'C5.4')].dueAt"))
                .isEqualTo(List.of("2026-06-06T00:30:00Z"));
        assertThat(answer.<List<String>>at("$.answers[?(@.version == 'E-1')].deadlines[?(@.clause == 'E3.3')].state"))
                .containsExactly("NOT_STARTED");
        assertThat(answer.<List<String>>at("$.answers[?(@.version == 'E-1')].deadlines[?(@.clause == 'E3.3')].text"))
                .singleElement(STRING)
                .contains("Not started yet: time runs from Sat 2026-06-06 23:30:00.");
        assertThat(answer.<List<String>>at("$.answers[?(@.version == 'E-1')].deadlines[?(@.clause == 'E3.2')].state"))
                .containsExactly("NO_COMMITMENT");
    }

    @Test
    void answersForTheClausesThatAreAskedAbout() {
        // When
        Answer answer = as(People.PETRA).post(A_1, """
                {"events":{"DEPOT_RECEIVED":"2026-06-05T02:00:00Z"},"clauses":["A4.7","A4.6"],
                "asOf":"2026-06-05T03:00:00Z"}""");

        // Then
        assertThat(answer.<List<String>>at("$.answers[0].deadlines[*].clause")).containsExactly("A4.6", "A4.7");
        assertThat(answer.<List<String>>at("$.answers[0].deadlines[0].needs")).containsExactly("faultClass");
        assertThat(answer.<String>at("$.answers[0].deadlines[0].state")).isEqualTo("UNDECIDED");
        assertThat(answer.<String>at("$.answers[0].deadlines[0].startedAt")).isEqualTo("2026-06-05T02:00:00Z");
        assertThat(answer.<String>at("$.answers[0].deadlines[0].text"))
                .endsWith("Starts with: received at the depot, Fri 2026-06-05 10:00:00.");
        assertThat(answer.<String>at("$.answers[0].deadlines[1].state")).isEqualTo("NOT_STARTED");
    }

    /** Worked example 31: what fifteen days do to an application, before anybody signs. */
    @Test
    void saysWhomItRemindsAndWhenItCloses() {
        String body = """
                {"events":{"APPLICATION_ACCEPTED":"2026-06-05T02:00:00Z"},"clauses":["D4.2a","D4.2b"],
                "asOf":"2026-06-05T03:00:00Z"}""";

        // When
        Answer answer = as(People.RUTH).post("/api/v1/policies/D-1/deadline-evaluations", body);
        Answer chinese = as(People.RUTH).post("/api/v1/policies/D-1/deadline-evaluations?lang=zh", body);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.<List<String>>at("$.answers[0].deadlines[0].effects[*].what"))
                .containsExactly("REMINDER", "REMINDER", "REMINDER");
        assertThat(answer.<List<String>>at("$.answers[0].deadlines[0].effects[*].at"))
                .containsExactly("2026-06-08T01:00:00Z", "2026-06-15T01:00:00Z", "2026-06-19T01:00:00Z");
        assertThat(answer.<List<String>>at("$.answers[0].deadlines[0].effects[0].to"))
                .containsExactly("CUSTOMER");
        assertThat(answer.<String>at("$.answers[0].deadlines[0].text"))
                .contains("Sets off reminder 1: Mon 2026-06-08 09:00:00, to: the customer.");
        assertThat(answer.<List<String>>at("$.answers[0].deadlines[1].effects[*].what"))
                .containsExactly("EXPIRY");
        assertThat(answer.<String>at("$.answers[0].deadlines[1].endsAt")).isEqualTo("2026-06-20T16:00:00Z");
        assertThat(answer.<String>at("$.answers[0].deadlines[1].heldUntil")).isEqualTo("2026-06-27T16:00:00Z");
        assertThat(answer.<String>at("$.answers[0].deadlines[1].text"))
                .contains(
                        "Closes with Sun 2026-06-21 00:00:00, if it has not happened by then (D4.2b, R-D6).",
                        "If it is on its way by then, it is held open, and closes with Sun 2026-06-28 00:00:00 (D4.2b, R-D6).");
        assertThat(chinese.<String>at("$.answers[0].deadlines[0].text"))
                .contains("将作第 1 次提醒：2026-06-08（周一）09:00:00，通知：客户。");
        assertThat(chinese.<String>at("$.answers[0].deadlines[1].text"))
                .contains("2026-06-21（周日）00:00:00 关闭（D4.2b, R-D6）。", "暂不关闭，至 2026-06-28（周日）00:00:00 关闭");
    }

    /** D?6: the device is under way, so that the customer is told that the closing is held off. */
    @Test
    void saysThatWhatIsUnderWayHoldsTheClosingOff() {
        // When
        Answer answer = as(People.RUTH).post("/api/v1/policies/D-1/deadline-evaluations", """
                {"events":{"APPLICATION_ACCEPTED":"2026-06-05T02:00:00Z","DEVICE_SENT":"2026-06-08T00:59:59Z"},
                "clauses":["D4.2a","D4.2b"],"asOf":"2026-06-09T03:00:00Z"}""");

        // Then
        assertThat(answer.toString()).doesNotContain("REMINDER", "heldUntil");
        assertThat(answer.<List<String>>at("$.answers[0].deadlines[1].effects[*].what"))
                .containsExactly("HOLD", "EXPIRY");
        assertThat(answer.<List<String>>at("$.answers[0].deadlines[1].effects[*].at"))
                .containsExactly("2026-06-20T16:00:00Z", "2026-06-27T16:00:00Z");
        assertThat(answer.<String>at("$.answers[0].deadlines[1].endsAt")).isEqualTo("2026-06-27T16:00:00Z");
        assertThat(answer.<String>at("$.answers[0].deadlines[1].text"))
                .endsWith("Told that it is held open: Sun 2026-06-21 00:00:00, to: the customer.");
    }

    /** As of then, and in words that know what is over: what came too late had let the application be closed. */
    @Test
    void aLateStopUndoesNothingThatWasDueBefore() {
        String d1 = "/api/v1/policies/D-1/deadline-evaluations";
        String events = "{\"events\":{\"APPLICATION_ACCEPTED\":\"2026-06-05T02:00:00Z\","
                + "\"DEVICE_RECEIVED\":\"2026-06-22T02:00:00Z\"},\"clauses\":[\"D4.2a\",\"D4.2b\"],\"asOf\":\"%s\"}";

        // When
        Answer after = as(People.RUTH).post(d1, events.formatted("2026-06-29T00:00:00Z"));
        Answer chinese = as(People.RUTH).post(d1 + "?lang=zh", events.formatted("2026-06-29T00:00:00Z"));
        Answer before = as(People.RUTH).post(d1, events.formatted("2026-06-12T00:00:00Z"));

        // Then
        assertThat(after.<List<String>>at("$.answers[0].deadlines[0].effects[*].what"))
                .containsExactly("REMINDER", "REMINDER", "REMINDER");
        assertThat(after.<List<String>>at("$.answers[0].deadlines[1].effects[*].what"))
                .containsExactly("EXPIRY");
        assertThat(after.<String>at("$.answers[0].deadlines[1].endsAt")).isEqualTo("2026-06-20T16:00:00Z");
        assertThat(after.<String>at("$.answers[0].deadlines[0].text"))
                .contains("Set off reminder 1: Mon 2026-06-08 09:00:00, to: the customer.");
        assertThat(after.<String>at("$.answers[0].deadlines[1].text"))
                .contains("Closed, because it had not happened: Sun 2026-06-21 00:00:00")
                .doesNotContain("Closes with", "If it is on its way");
        assertThat(chinese.<String>at("$.answers[0].deadlines[0].text")).contains("已作第 1 次提醒");
        assertThat(before.<List<String>>at("$.answers[0].deadlines[*].state"))
                .as("nobody knows yet that it will come")
                .doesNotContain("MET");
        assertThat(before.toString()).doesNotContain("stoppedAt");
        assertThat(before.<String>at("$.answers[0].deadlines[0].text"))
                .contains("Set off reminder 1: Mon 2026-06-08", "Sets off reminder 2: Mon 2026-06-15");
        assertThat(before.<String>at("$.answers[0].deadlines[1].text")).contains("Closes with Sun 2026-06-21");
    }

    @Test
    void saysWhomABreachIsToldAndBeforeWhomItIsPutStepByStep() {
        String body = """
                {"events":{"ACK_SENT":"2026-06-05T02:00:00Z"},"clauses":["A4.4"],"asOf":"2026-06-05T03:00:00Z"}""";

        // When
        Answer answer = as(People.ANNA).post(A_1, body);
        Answer chinese = as(People.ANNA).post(A_1 + "?lang=zh", body);

        // Then
        assertThat(answer.<List<String>>at("$.answers[0].deadlines[0].effects[*].what"))
                .containsExactly("TARGET", "BREACH", "ESCALATION", "ESCALATION");
        assertThat(answer.<List<Integer>>at("$.answers[0].deadlines[0].effects[*].number"))
                .containsExactly(1, 2);
        assertThat(answer.<List<String>>at("$.answers[0].deadlines[0].effects[3].to"))
                .containsExactly("ACCOUNT_MANAGER", "VENDOR_OPS");
        assertThat(answer.<String>at("$.answers[0].deadlines[0].text")).endsWith("""
                Sets off a warning: Mon 2026-06-08 18:00:00, to: technician.
                Broken with Wed 2026-06-10 18:00:01, to be told to: technician and vendor's operations.
                Escalation, step 1: Thu 2026-06-11 18:00:01, to: account manager.
                Escalation, step 2: Mon 2026-06-15 18:00:01, to: account manager and vendor's operations.""");
        assertThat(chinese.<String>at("$.answers[0].deadlines[0].text"))
                .contains("第 2 级上报：2026-06-15（周一）18:00:01，通知：客户经理、供应商运营人员。");
    }

    /** B?4, D?12: what is usual stands in for what is not promised; how long a vendor takes is nobody else's to know. */
    @Test
    void saysWhatIsUsualWhereNothingIsPromised() {
        String body = """
                {"events":{"CALL_RECEIVED":"2026-06-05T02:00:00Z"},"asOf":"2026-06-05T03:00:00Z"}""";

        // When
        Answer own = as(People.RONG).post("/api/v1/policies/B-1/deadline-evaluations", body);
        Answer other = as(People.ANNA).post("/api/v1/policies/B-1/deadline-evaluations", body);

        // Then
        assertThat(own.status()).as(own.toString()).isEqualTo(200);
        assertThat(own.<String>at("$.answers[0].deadlines[0].state")).isEqualTo("NO_COMMITMENT");
        assertThat(own.<Integer>at("$.answers[0].deadlines[0].usual.least")).isEqualTo(10);
        assertThat(own.<String>at("$.answers[0].deadlines[0].text"))
                .startsWith("No committed time from “the call comes in” to “the call is answered” (B2.1).")
                .endsWith("No usual time yet: fewer than 10 claims (0 so far).");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.toString()).contains("NO_COMMITMENT").doesNotContain("usual");
    }

    /** A draft of the agency that reads its twelve hours as hours of the hotline, which is open on National Day. */
    @Test
    void countsTheHotlinesHoursOnHolidays() throws IOException {
        // Given
        String version = "C-" + ThreadLocalRandom.current().nextInt(1_000, 900_000);
        String pack = new ClassPathResource("policy-packs/agency/C-1.yaml")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("version: C-1\n", "version: " + version + "\n")
                .replace("value: ELAPSED_HOURS", "value: SERVICE_HOURS");
        Answer draft = as(People.PIA).with("Content-Type", "application/yaml").post("/api/v1/policies", pack);
        assertThat(draft.status()).as(draft.toString()).isEqualTo(201);

        // When: 09:00 of a holiday in Shanghai
        Answer answer = as(People.PIA).post("/api/v1/policies/" + version + "/deadline-evaluations", """
                {"events":{"UNIT_RECEIVED":"2026-10-01T01:00:00Z"},"clauses":["C5.2"],"asOf":"2026-10-01T02:00:00Z"}""");

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.<String>at("$.answers[0].deadlines[0].targetAt")).isEqualTo("2026-10-01T07:00:00Z");
        assertThat(answer.<String>at("$.answers[0].deadlines[0].dueAt")).isEqualTo("2026-10-02T01:00:00Z");
        assertThat(answer.<String>at("$.answers[0].deadlines[0].text")).contains("12 service hours");
    }

    @Test
    void guessesNoYearThatTheCalendarDoesNotHold() {
        // When
        Answer answer = as(People.ANNA).post(A_1, """
                {"events":{"CLAIM_RECEIVED":"2026-12-31T02:00:00Z"}}""");

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:calendar-year-unknown");
        assertThat(answer.<String>at("$.calendar")).isEqualTo("china");
        assertThat(answer.<Integer>at("$.year")).isEqualTo(2027);
    }

    @Test
    void aYearThatIsMissingHoldsUpNoOtherClock() {
        // When
        Answer answer = as(People.ANNA).post(A_1, """
                {"events":{"CLAIM_RECEIVED":"2026-12-31T02:00:00Z","THRESHOLD_REACHED":"2026-12-31T02:00:00Z"},
                "clauses":["A4.3","A4.7"]}""");

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.<Integer>at("$.answers[0].deadlines[0].lacks.year")).isEqualTo(2027);
        assertThat(answer.<String>at("$.answers[0].deadlines[0].state")).isEqualTo("UNRECKONABLE");
        assertThat(answer.<String>at("$.answers[0].deadlines[0].startedAt")).isEqualTo("2026-12-31T02:00:00Z");
        assertThat(answer.<String>at("$.answers[0].deadlines[0].text")).contains("does not hold the year 2027");
        assertThat(answer.<String>at("$.answers[0].deadlines[1].dueAt")).isEqualTo("2027-01-02T02:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"events":{"TEA_SERVED":"2026-06-05T02:00:00Z"}}                                     | events.TEA_SERVED | ACK_SENT
            {"events":{"ACK_SENT":"2026-06-05T02:00:00Z"},"clauses":["C5.2"]}                    | clauses[0]        | A4.3
            {"events":{"ACK_SENT":"2026-06-05T02:00:00Z"},"facts":{"weather":"FINE"}}            | facts.weather     | faultClass
            {"events":{"ACK_SENT":"2026-06-05T02:00:00Z"},"facts":{"faultClass":"TRICKY"}}       | facts.faultClass  | SIMPLE
            """)
    void refusesANameThatNoClockKnows(String body, String field, String known) {
        // When
        Answer answer = as(People.ANNA).post(A_1, body);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<List<String>>at("$.errors[*].field")).containsExactly(field);
        assertThat(answer.<List<String>>at("$.errors[0].known")).contains(known);
    }

    /** Each field is named that comes too soon, whatever else is wrong; by whole seconds, as everything is counted. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A-1 | {"events":{"CLAIM_RECEIVED":"2026-06-05T02:00:00Z","ACK_SENT":"2026-06-05T01:59:59Z"}} | events.ACK_SENT
            A-1 | {"events":{"CLAIM_RECEIVED":"2026-06-05T02:00:00Z","ACK_SENT":"2026-06-05T01:00:00Z","DIAGNOSIS_CONCLUDED":"2026-06-05T00:30:00Z"}} | events.ACK_SENT events.DIAGNOSIS_CONCLUDED
            D-1 | {"events":{"APPLICATION_ACCEPTED":"2026-06-05T02:00:00Z","DEVICE_SENT":"2026-06-04T02:00:00Z","DEVICE_RECEIVED":"2026-06-04T03:00:00Z"}} | events.DEVICE_SENT events.DEVICE_RECEIVED
            A-1 | {"events":{"ACK_SENT":"2026-06-05T02:00:00Z"},"pauses":[{"by":"WAIT","from":"2026-06-05T02:00:00Z","to":"2026-06-04T02:00:00Z"},{"by":"WAIT","from":"2026-06-08T02:00:00Z","to":"2026-06-07T02:00:00Z"}]} | pauses[0].to pauses[1].to
            """)
    void refusesWhatEndsBeforeItBegins(String version, String body, String fields) {
        // When
        Answer answer = as(version.startsWith("D") ? People.RUTH : People.ANNA)
                .post("/api/v1/policies/" + version + "/deadline-evaluations", body);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:invalid");
        assertThat(answer.<List<String>>at("$.errors[*].field")).containsExactly(fields.split(" "));
        assertThat(answer.<List<String>>at("$.errors[*].rule")).containsOnly("order");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"events":{"CLAIM_RECEIVED":"2026-06-05T02:00:00.9Z","ACK_SENT":"2026-06-05T02:00:00.1Z"}} | in the same second
            {"events":{"CLAIM_RECEIVED":"2026-06-05T02:00:00Z","ACK_SENT":"2026-06-12T02:00:00Z","DIAGNOSIS_CONCLUDED":"2026-06-10T02:00:00Z"}} | A?4 counts from when the late acknowledgment was due
            """)
    void takesWhatCanHaveHappened(String body, String why) {
        assertThat(as(People.ANNA).post(A_1, body).status()).as(why).isEqualTo(200);
    }

    @Test
    void asksNotForTheNextTimeOfWhatDoesNotRecur() {
        // When
        Answer answer = as(People.ANNA).post(A_1, """
                {"events":{"ACK_SENT":"2026-06-05T02:00:00Z"},"recurrence":2}""");

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<List<String>>at("$.errors[*].field")).containsExactly("recurrence");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                                   | events
            {"events":{}}                                                                        | events
            {"events":{"ACK_SENT":"yesterday"}}                                                  | events.ACK_SENT
            {"events":{"ACK_SENT":1780000000}}                                                   | events.ACK_SENT
            {"events":{"ACK_SENT":"1066-06-05T02:00:00Z"}}                                       | events.ACK_SENT
            {"events":{"ACK_SENT":"2026-06-05T02:00:00Z"},"asOf":"+90000-06-05T02:00:00Z"}       | asOf
            {"events":{"ACK_SENT":"2026-06-05T02:00:00Z"},"pauses":[{"by":"WAIT","from":"2026-06-05T02:00:00Z","to":"2026-06-04T02:00:00Z"}]} | pauses[0].to
            {"events":{"ACK_SENT":"2026-06-05T02:00:00Z"},"pauses":[{"by":"a wait","from":"2026-06-05T02:00:00Z"}]} | pauses[0].by
            """)
    void namesTheFieldThatIsWrong(String body, String field) {
        // When
        Answer answer = as(People.ANNA).post(A_1, body);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.<List<String>>at("$.errors[*].field")).contains(field);
    }

    private Api as(People person) {
        return Api.at(port).as(person);
    }
}
