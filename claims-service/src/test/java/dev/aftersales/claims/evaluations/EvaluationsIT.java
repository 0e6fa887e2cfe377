package dev.aftersales.claims.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class EvaluationsIT {

    /** Water in a unit that is half a year old, with every paper that anybody asks for. */
    private static final String WATER = """
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","contractNumber":"C-1","model":"CX-900","channel":"WEB",
            "evidence":[{"id":"e-1","kind":"PHOTO"}],
            "lines":[{"serial":"S-1",
              "unit":{"model":"CX-900","itemClass":"MAIN_UNIT","documents":[
                {"kind":"BILL_OF_LADING","id":"BL-1","date":"2025-12-01"},
                {"kind":"INVOICE","date":"2025-12-01"},{"kind":"PURCHASE_CERTIFICATE","date":"2025-12-01"},
                {"kind":"WARRANTY_CARD","date":"2025-12-01"},
                {"kind":"PROJECT_ACCEPTANCE","date":"2025-12-01"},{"kind":"DELIVERY","date":"2025-12-01"}]},
              "diagnosis":{"cause":"WATER_INGRESS","causeConfirmed":true}}]}%s}""";

    @LocalServerPort
    int port;

    @Test
    void judgesOneFactByFivePoliciesSideBySide() {
        // When
        Answer answer = as(People.ANNA).post("/api/v1/policies/all/evaluations", WATER.formatted(""));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.<String>at("$.pass")).isEqualTo("AFTER_DIAGNOSIS");
        assertThat(answer.<List<String>>at("$.lines[0].answers[*].vendor"))
                .as("vendors of other tests may stand beside")
                .containsSubsequence("exporter", "shops", "agency", "online", "project");
        assertThat(answer.<List<String>>at("$.lines[0].answers[*].policy")).isSorted();
        assertThat(answer.<List<String>>at("$.lines[0].answers[?(@.version == 'A-1')].verdict"))
                .containsExactly("NOT_COVERED_OFFER_QUOTE");
        assertThat(answer.<List<List<String>>>at("$.lines[0].answers[?(@.version == 'A-1')].deciding"))
                .containsExactly(List.of("A3.2"));
        assertThat(answer.<List<List<String>>>at("$.lines[0].answers[?(@.version == 'A-1')].clauses")
                        .getFirst())
                .as("every clause that is cited, as in the decision of a claim")
                .contains("A1.1", "A3.2", "A1.3")
                .isEqualTo(
                        answer
                                .<List<String>>at("$.lines[0].answers[?(@.version == 'A-1')].citations[*].clause")
                                .stream()
                                .distinct()
                                .toList());
        assertThat(answer.<List<String>>at("$.lines[0].answers[?(@.version == 'A-1')].counterfactuals[0].text.zh"))
                .isNotEmpty();
        assertThat(answer.<List<String>>at("$.lines[0].answers[?(@.version == 'A-1')].readings[*].id"))
                .contains("R-A15");
        assertThat(answer.<List<String>>at("$.lines[0].answers[?(@.version == 'E-1')].verdict"))
                .as("E has no exclusion for water: a person decides (E?2)")
                .containsExactly("NEEDS_REVIEW");
        assertThat(answer.<List<String>>at("$.lines[0].answers[*].text.en")).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void holdsTwoVersionsAgainstEachOther() {
        // When
        Answer answer = as(People.PETRA)
                .post("/api/v1/policies/A-1/evaluations", WATER.formatted(",\"against\":\"E-1\",\"pass\":\"FIRST\""));

        // Then
        assertThat(answer.<List<String>>at("$.lines[0].answers[*].version")).containsExactly("A-1", "E-1");
        assertThat(answer.<String>at("$.pass")).isEqualTo("FIRST");
        assertThat(answer.<List<String>>at("$..verdict"))
                .as("both would look at the unit first")
                .isEmpty();
        assertThat(answer.<List<String>>at("$..outcome.en"))
                .allSatisfy(outcome -> assertThat(outcome).contains("goes on to diagnosis"));
    }

    @Test
    void heedsAPaidYearAfterTheTerm() {
        // Given
        String facts = """
                {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[{"serial":"S-1",
                  "unit":{"model":"EC-400","itemClass":"MAIN_UNIT",
                    "documents":[{"kind":"PROJECT_ACCEPTANCE","date":"2024-01-01"}],
                    "agreements":[{"kind":"PAID_YEAR","number":"MY-1","from":"2025-07-01","until":"%s"}]},
                  "diagnosis":{"cause":"MATERIAL","causeConfirmed":true}}]}}""";

        // When
        Answer lastDay = as(People.ANNA).post("/api/v1/policies/E-1/evaluations", facts.formatted("2026-06-05"));
        Answer dayAfter = as(People.ANNA).post("/api/v1/policies/E-1/evaluations", facts.formatted("2026-06-04"));

        // Then
        assertThat(lastDay.<List<String>>at("$.lines[0].answers[*].verdict")).containsExactly("COVERED");
        assertThat(lastDay.<List<String>>at("$.lines[0].answers[*].text.en").getFirst())
                .contains("in a paid year, agreement MY-1 through 2026-06-05", "R-E3");
        assertThat(dayAfter.<List<String>>at("$.lines[0].answers[*].verdict"))
                .containsExactly("NOT_COVERED_OFFER_QUOTE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                             | facts
            {"facts":{"lines":[{}]}}                                                       | facts.submittedAt
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z"}}                               | facts.lines
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[]}}                    | facts.lines
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[null]}}                | facts.lines[0]
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[{}],"colour":"red"}}   | facts.colour
            {"facts":{"submittedAt":"+999999999-06-05T10:00:00Z","lines":[{}]}}            | facts.submittedAt
            {"facts":{"submittedAt":"0001-06-05T10:00:00Z","lines":[{}]}}                  | facts.submittedAt
            {"facts":{"submittedAt":"yesterday","lines":[{}]}}                             | facts.submittedAt
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[{"line":2},{"line":2}]}} | facts.lines[1].line
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[{"line":0}]}}          | facts.lines[0].line
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[{"unit":{"model":"M","itemClass":"ROBOT"}}]}} | facts.lines[0].unit.itemClass
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[{"unit":{"model":"M","itemClass":"MAIN_UNIT"}}]}} | facts.lines[0].unit.serial
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[{"serial":"S","unit":{"model":"M","itemClass":"MAIN_UNIT","agreements":[{"kind":"PAID_YEAR","from":"2026-01-02","until":"2026-01-01"}]}}]}} | facts.lines[0].unit.agreements[0].until
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[{"documents":[{"kind":"INVOICE","date":"+99999999-01-01"}]}]}} | facts.lines[0].documents[0].date
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[{"documents":[{"kind":"LETTER","date":"2026-01-01"}]}]}} | facts.lines[0].documents[0].kind
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[{"diagnosis":{"cause":"DROP"}}]}} | facts.lines[0].diagnosis.causeConfirmed
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[{"documents":[{"kind":"INVOICE","date":"2026-01-01","confirmation":{"by":{"id":"ida"},"at":"2026-06-05T10:00:00Z"}}]}]}} | facts.lines[0].documents[0].confirmation.by.kind
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[{"review":{}}]}} | facts.lines[0].review.outcome
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","contractTerms":{"term":"P2000000000Y"},"lines":[{}]}} | facts.contractTerms.term
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","contractTerms":{"charges":{"TIPS":"VENDOR"}},"lines":[{}]}} | facts.contractTerms.charges.TIPS
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[{}]},"pass":"THIRD"}   | pass
            {"facts":{"submittedAt":"2026-06-05T10:00:00Z","submittedAt":"2026-06-05T10:00:00Z","lines":[{}]}} | facts.submittedAt
            """)
    void namesTheFieldThatIsWrong(String body, String field) {
        // When
        Answer answer = as(People.ANNA).post("/api/v1/policies/A-1/evaluations", body);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.<List<String>>at("$.errors[*].field")).contains(field);
    }

    @Test
    void refusesAFactThatNoPolicyWouldHeed() {
        // When
        Answer answer = as(People.ANNA).post("/api/v1/policies/D-1/evaluations", """
                        {"facts":{"submittedAt":"2026-06-05T10:00:00Z","lines":[{"component":"MOTOR"}]}}""");

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:names-unknown");
        assertThat(answer.<List<String>>at("$.errors[*].field")).containsExactly("facts.lines[0].component");
        assertThat(answer.<List<String>>at("$.errors[0].known")).containsExactly("BATTERY");
    }

    @Test
    void takesForOnePolicyWhatAnotherKnowsAndNamesIt() {
        // Given
        String facts = """
                {"facts":{"submittedAt":"2026-06-05T10:00:00Z","consents":{"TERMS_ACCEPTED":{"version":"1"}},
                "lines":[{"component":"BATTERY"}]}}""";

        // When
        Answer one = as(People.ANNA).post("/api/v1/policies/A-1/evaluations", facts);
        Answer all = as(People.ANNA).post("/api/v1/policies/all/evaluations", facts);

        // Then
        assertThat(List.of(one.status(), all.status())).containsExactly(200, 200);
        assertThat(one.<List<String>>at("$.notUsed[*].version")).containsExactly("A-1");
        assertThat(one.<List<String>>at("$.notUsed[0].fields"))
                .containsExactly("facts.consents.TERMS_ACCEPTED", "facts.lines[0].component");
        assertThat(all.<List<String>>at("$.notUsed[*].version"))
                .contains("A-1", "B-1", "C-1", "E-1")
                .doesNotContain("D-1");
    }

    @Test
    void refusesMoreLinesThanAPersonReads() {
        // Given
        String lines = IntStream.range(0, 51).mapToObj(i -> "{}").collect(Collectors.joining(","));

        // When
        Answer answer = as(People.ANNA)
                .post(
                        "/api/v1/policies/all/evaluations",
                        "{\"facts\":{\"submittedAt\":\"2026-06-05T10:00:00Z\",\"lines\":[" + lines + "]}}");

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.<List<String>>at("$.errors[*].field")).containsExactly("facts.lines");
    }

    @ParameterizedTest
    @CsvSource({"A-9, ''", "A-1, A-9"})
    void knowsNoVersionThatIsNotThere(String version, String against) {
        // When
        Answer answer = as(People.ANNA)
                .post(
                        "/api/v1/policies/" + version + "/evaluations",
                        WATER.formatted(against.isEmpty() ? "" : ",\"against\":\"" + against + "\""));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
    }

    private Api as(People person) {
        return Api.at(port).as(person);
    }
}
