package dev.aftersales.diagnosis.batches;

import static dev.aftersales.diagnosis.BatchAlarm.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.diagnosis.BatchAlarm;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people do with an issue: the plan, its containment, its end, and the closing of what is none (A4.7). */
class EmergencyPlanIT extends IssuesOfTheRadar {

    @Test
    void refusesAPlanWithoutTheLotThatFailed() {
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);
        String withLots = PLAN.strip().replaceFirst("}$", ",\"lots\":[%s]}");

        Answer refused = viktor.post(path(alarm) + "/plan", withLots.formatted("\"2630\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("lot-missing", "2603");
        assertThat(accepted(alarm, "plan", withLots.formatted("\"2603\",\"2604-a \",\"2604-A\""))
                        .<List<String>>at("$.plan.lots"))
                .containsExactly("2603", "2604-A");
    }

    @Test
    void goesItsWayByPeopleAndNamesTheNextStepWhereOneIsLeftOut() {
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);

        assertThat(refused(alarm, "containment", "")).contains("post the plan next");
        assertThat(refused(alarm, "resolution", reason("none"))).contains("post the plan next");
        Answer planned = accepted(alarm, "plan", PLAN);
        assertThat(planned.<List<String>>at("$.plan.lots")).containsExactly("2603");
        assertThat(accepted(alarm, "plan", PLAN).text()).isEqualTo(planned.text());
        assertThat(refused(alarm, "plan", PLAN.replace("STOP_SHIP", "SPARE_PARTS")))
                .contains("containment next");
        assertThat(refused(alarm, "resolution", reason("none"))).contains("containment next");
        Answer contained = accepted(alarm, "containment", "");
        assertThat(accepted(alarm, "containment", "").text()).isEqualTo(contained.text());
        alarm.grew(2, 31, 29, List.of(unit("clm-b", 1, "S-2")), List.of()).awaitTold(4);
        Answer resolved = accepted(alarm, "resolution", reason("Mr Example put it right"));
        assertThat(accepted(alarm, "resolution", reason("Mr Example put it right"))
                        .text())
                .isEqualTo(resolved.text());
        assertThat(refused(alarm, "resolution", reason("another"))).contains("closed");
        assertThat(refused(alarm, "containment", "")).contains("closed");

        List<Message> told = alarm.awaitTold(5);
        told.forEach(ContractCheck::keepsItsContract);
        assertThat(alarm.told())
                .isEqualTo("batch-issue-detected, emergency-plan-initiated, batch-issue-contained, batch-issue-grew,"
                        + " batch-issue-resolved");
        assertThat(told).noneMatch(one -> one.text().contains("Example"));
        assertThat(told.getLast().<String>at("$.groupId")).isEqualTo(alarm.group());
        assertThat(resolved.<List<String>>at("$.history[*].what"))
                .containsExactly("DETECTED", "PLAN_INITIATED", "CONTAINED", "RESOLVED");
        assertThat(resolved.<List<String>>at("$.history[1:].by")).containsOnly("viktor");
    }

    @Test
    void leavesAClosedIssueAsItIsAndOpensTheNextOfTheGroup() {
        // Given
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);
        accepted(alarm, "plan", PLAN);
        accepted(alarm, "containment", "");
        String closed = accepted(alarm, "resolution", reason("put right")).text();

        // When
        alarm.grew(2, 31, 29, List.of(unit("clm-b", 1, "S-2")), List.of());
        BatchAlarm next = alarm.next().reached(3, now(), unit("clm-c", 1, "S-3"));

        // Then: what is behind it on the same partition was handled
        next.awaitTold(1);
        assertThat(alarm.told()).endsWith("batch-issue-resolved");
        assertThat(viktor.get(path(alarm)).text()).isEqualTo(closed);
        assertThat(lines(alarm, 200)).containsExactly("clm-a/1");
        assertThat(lines(next, 200)).containsExactly("clm-c/1");
    }

    /** A radar that reads the topics anew, from which the closing is gone, would hold the group to be open for ever. */
    @Test
    void tellsAClosingOnceMoreToARadarThatNoLongerFindsIt() {
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);
        accepted(alarm, "plan", PLAN);
        accepted(alarm, "containment", "");
        accepted(alarm, "resolution", reason("put right"));
        alarm.awaitTold(4);

        alarm.reached(1_000, now().plusSeconds(60), unit("clm-b", 1, "S-2"));

        Message last = alarm.awaitTold(5).getLast();
        ContractCheck.keepsItsContract(last);
        assertThat(alarm.told()).endsWith("batch-issue-resolved, batch-issue-resolved");
        assertThat(last.<List<String>>at("$.tell")).as("they have heard it").isEmpty();
        assertThat(lines(alarm, 200)).containsExactly("clm-a/1");
    }

    /** Its serials were mistyped, and stand corrected: whoever is warned finds what to do. */
    @Test
    void saysOfAnIssueWhoseUnitsAllWentThatItCanBeClosedAsNone() {
        // Given
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);
        assertThat(viktor.get(path(alarm)).text()).as("while a unit counts").doesNotContain("emptied");

        // When
        alarm.grew(2, 0, 0, List.of(), List.of(unit("clm-a", 1, "S-1"))).awaitTold(2);

        // Then
        Answer shown = viktor.get(path(alarm));
        assertThat(shown.<Integer>at("$.units")).isZero();
        assertThat(shown.<String>at("$.emptied"))
                .contains("None of its units counts any more", "NO_BATCH_ISSUE", "clock");
        Answer planned = accepted(alarm, "plan", PLAN);
        assertThat(planned.<String>at("$.emptied")).contains("NO_BATCH_ISSUE").doesNotContain("clock");
        assertThat(accepted(alarm, "resolution", "{\"kind\":\"NO_BATCH_ISSUE\",\"reason\":\"Mistyped\"}")
                        .text())
                .doesNotContain("emptied");
    }

    /** "Closed by a person; a new one may open later": also what was none. */
    @Test
    void closesWhatIsNoBatchWithoutAPlanAndTellsTheClockNoMore() {
        // Given: the clock of the one closed is due a second before that of the other
        Instant reached = now().minus(Duration.ofHours(48)).plusSeconds(10).truncatedTo(ChronoUnit.SECONDS);
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, reached, unit("clm-a", 1, "ZZ-1"));
        BatchAlarm other = BatchAlarm.fresh().reached(1, reached.plusSeconds(1), unit("clm-b", 1, "S-2"));
        alarm.awaitTold(3);
        String none = "{\"kind\":\"NO_BATCH_ISSUE\",\"reason\":\"Mr Example typed these serials\"}";
        assertThat(refused(alarm, "resolution", reason("none"))).contains("NO_BATCH_ISSUE");
        assertThat(anna.post(path(alarm) + "/resolution", none).status()).isEqualTo(403);

        // When
        Answer closed = accepted(alarm, "resolution", none);
        Answer again = accepted(alarm, "resolution", none);

        // Then
        assertThat(again.text()).isEqualTo(closed.text());
        assertThat(refused(alarm, "plan", PLAN)).contains("closed");
        assertThat(closed.<String>at("$.state")).isEqualTo("RESOLVED");
        assertThat(closed.<String>at("$.resolution.kind")).isEqualTo("NO_BATCH_ISSUE");
        assertThat(closed.<String>at("$.deadline.state")).isEqualTo("CANCELLED");
        other.awaitTold(4);
        assertThat(other.told()).endsWith("emergency-plan-overdue");
        Message told = alarm.awaitTold(4).getLast();
        assertThat(alarm.told())
                .isEqualTo("batch-issue-detected, emergency-plan-warned, emergency-plan-warned,"
                        + " batch-issue-resolved");
        ContractCheck.keepsItsContract(told);
        assertThat(told.<String>at("$.kind")).isEqualTo("NO_BATCH_ISSUE");
        assertThat(told.<String>at("$.resolvedBy")).isEqualTo("viktor");
        assertThat(told.text()).doesNotContain("Example");

        // And
        alarm.next().reached(3, now(), unit("clm-c", 1, "S-3")).awaitTold(1);
    }

    @Test
    void refusesAPlanWithoutOwnerContainmentOrNotice() {
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);

        Stream.of(
                        PLAN.replace("\"owner\":\"viktor\",", ""),
                        PLAN.replace("\"viktor\"", "\"viktor@exporter.example\""),
                        PLAN.replace("\"containment\":\"STOP_SHIP\",", ""),
                        PLAN.replace("STOP_SHIP", "HOPE"),
                        PLAN.replace(",\"customerNotice\":{\"sisterUnits\":true}", ""),
                        PLAN.replace("{\"sisterUnits\":true}", "{}"))
                .forEach(body -> assertThat(
                                viktor.post(path(alarm) + "/plan", body).status())
                        .as(body)
                        .isEqualTo(400));
        assertThat(anna.get(path(alarm)).<String>at("$.deadline.state")).isEqualTo("RUNNING");
    }
}
