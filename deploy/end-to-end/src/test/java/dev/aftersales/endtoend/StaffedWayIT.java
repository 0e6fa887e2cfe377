package dev.aftersales.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.testing.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fault that the catalogue does not know goes through people. */
class StaffedWayIT {

    private static final Mailbox MARIA = Mailbox.of("maria@nordwind.example");

    @Test
    void coveredConclusionSendsParts() {
        String claim = taken(Journey.submitted(Journey.freshSerial(), "X-999"));

        conclude(claim, "MATERIAL", true, "[{\"part\":\"FAN-12\",\"quantity\":1}]", "PARTS");

        Journey.awaitState(claim, "RELEASED");
        MARIA.awaitMail(claim, "covered");
        assertThat(Journey.timeline(claim))
                .containsSubsequence("DIAGNOSIS_STARTED", "DIAGNOSIS_COMPLETED", "COVERED", "PARTS_RELEASED");
    }

    @Test
    void excludedCauseIsAnsweredWithItsClauseAndAQuoteRoute() {
        String claim = taken(Journey.submitted(Journey.freshSerial(), "X-998"));

        conclude(claim, "WATER_INGRESS", true, "[]", "DEPOT_REPAIR");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Journey.timeline(claim).contains("NOT_COVERED"));
        Answer decided = Journey.claim(claim);
        assertThat(decided.<List<String>>at("$.lines[0].clauses")).contains("A3.2");
        assertThat(decided.<String>at("$.lines[0].quoteRoute")).isNotBlank();
        assertThat(MARIA.awaitMail(claim, "not covered").text()).contains("A3.2");
    }

    @Test
    void suspicionIsReviewedByAnAgentAndNeverRefusedByItself() {
        String claim = taken(Journey.submitted(Journey.freshSerial(), "X-997"));
        conclude(claim, "DROP", false, "[{\"part\":\"FAN-12\",\"quantity\":1}]", "PARTS");
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        Journey.claim(claim).<String>at("$.lines[0].verdict").equals("NEEDS_REVIEW"));
        String review = "{\"outcome\":\"DISMISS\",\"reason\":\"The dent is older than the fault\"}";
        assertThat(TheSuite.as("maria")
                        .post("/api/v1/claims/" + claim + "/review", review)
                        .status())
                .isEqualTo(403);

        Answer reviewed = TheSuite.as("anna").post("/api/v1/claims/" + claim + "/review", review);

        assertThat(reviewed.status()).as(reviewed.text()).isEqualTo(200);
        Answer again = TheSuite.as("anna").post("/api/v1/claims/" + claim + "/review", review);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.<String>at("$.type")).isEqualTo("urn:aftersales:problem:not-in-review");
    }

    @Test
    void refusalsSayWhy() {
        String claim = queued(Journey.submitted(Journey.freshSerial(), "X-996"));
        String assignment = "/api/v1/diagnoses/" + claim + "/assignment";
        assertThat(TheSuite.as("maria").post(assignment, "{}").status()).isEqualTo(403);
        assertThat(TheSuite.as("tara").post(assignment, "{}").status()).isEqualTo(404);
        Answer early = conclusion("tomas", claim, "MATERIAL", true, "[{\"part\":\"FAN-12\",\"quantity\":1}]", "PARTS");
        assertThat(early.status()).isEqualTo(409);
        assertThat(TheSuite.as("tomas").post(assignment, "{}").status()).isEqualTo(201);

        Answer second = TheSuite.as("tina").post(assignment, "{}");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.<String>at("$.type")).isEqualTo("urn:aftersales:problem:already-taken");
    }

    private static String queued(String claim) {
        await().atMost(Duration.ofSeconds(20)).until(() -> TheSuite.as("tomas")
                .get("/api/v1/diagnoses?state=QUEUED&limit=200")
                .<List<String>>at("$.items[*].id")
                .contains(claim));
        return claim;
    }

    private static String taken(String claim) {
        queued(claim);
        Answer taken = TheSuite.as("tomas").post("/api/v1/diagnoses/" + claim + "/assignment", "{}");
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        return claim;
    }

    private static void conclude(String claim, String cause, boolean confirmed, String parts, String disposition) {
        Answer concluded = conclusion("tomas", claim, cause, confirmed, parts, disposition);
        assertThat(concluded.status()).as(concluded.text()).isEqualTo(200);
    }

    private static Answer conclusion(
            String technician, String claim, String cause, boolean confirmed, String parts, String disposition) {
        return TheSuite.as(technician).post("/api/v1/diagnoses/" + claim + "/conclusion", """
                {"lines":[{"line":1,"cause":"%s","causeConfirmed":%s,"faultClass":"SIMPLE","disposition":"%s",
                 "parts":%s,"findings":[{"code":"SEEN-1","note":"as the photo shows"}]}]}""".formatted(
                        cause, confirmed, disposition, parts));
    }
}
