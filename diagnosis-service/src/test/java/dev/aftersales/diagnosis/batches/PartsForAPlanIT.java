package dev.aftersales.diagnosis.batches;

import static dev.aftersales.diagnosis.BatchAlarm.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.diagnosis.BatchAlarm;
import dev.aftersales.diagnosis.Faults;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.Topics;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The parts that a plan needs, and what stock says of them. */
class PartsForAPlanIT extends IssuesOfTheRadar {

    @Test
    void tellsWhichPartsAreWantedAndShowsWhatStockSaysOfThem() {
        String model = freshModel();
        catalogued(model);
        BatchAlarm alarm = BatchAlarm.of(model)
                .reached(1, now(), unit("clm-a", 1, "S-1"))
                .grew(2, 31, 29, List.of(unit("clm-b", 1, "S-2")), List.of());
        Message asked = alarm.awaitTold(3).get(1);
        ContractCheck.keepsItsContract(asked);
        assertThat(alarm.told()).isEqualTo("batch-issue-detected, emergency-parts-wanted, batch-issue-grew");
        assertThat(asked.<List<Integer>>at("$.parts[*].quantity")).containsExactly(30);

        assessed(alarm, 2, 25);
        assessed(alarm, 2, 25);
        assessed(alarm, 1, 7);

        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .until(() -> viktor.get(path(alarm)).text().contains("\"free\""));
        Answer issue = viktor.get(path(alarm));
        assertThat(issue.<List<Integer>>at("$.draft.spareParts[*].wanted")).containsExactly(31);
        assertThat(issue.<List<Integer>>at("$.draft.spareParts[*].free")).containsExactly(25);
        assertThat(issue.<List<Integer>>at("$.draft.spareParts[*].missing")).containsExactly(6);
        assertThat(issue.<List<String>>at("$.draft.containment")).containsExactly("STOP_SHIP", "SPARE_PARTS");
    }

    @Test
    void hasThePartsOfAPlanReservedAndShowsWhatItEffected() {
        // Given
        String model = freshModel();
        catalogued(model);
        BatchAlarm alarm = BatchAlarm.of(model).reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(2);

        // When
        accepted(alarm, "plan", PLAN);
        alarm.grew(2, 31, 29, List.of(unit("clm-b", 1, "S-2")), List.of());
        alarm.grew(3, 32, 29, List.of(unit("clm-c", 1, "S-3")), List.of());

        // Then: the reserve follows each growth, and later words win
        List<Message> told = alarm.awaitTold(7);
        told.forEach(ContractCheck::keepsItsContract);
        assertThat(alarm.told())
                .isEqualTo("batch-issue-detected, emergency-parts-wanted, emergency-plan-initiated, batch-issue-grew,"
                        + " emergency-parts-wanted, batch-issue-grew, emergency-parts-wanted");
        assertThat(told.get(2).<List<Integer>>at("$.parts[*].quantity")).containsExactly(30);
        supplies(alarm, 3, "logistics.shipping-held.v1", """
                {"batchIssueId":"%s","vendor":"exporter","model":"%s","lots":["2603"],"heldAt":"%s"}
                """.formatted(alarm.issue(), model, now()));
        reserved(alarm, 5, 32, 25);
        reserved(alarm, 4, 32, 7);
        reserved(alarm, 5, 32, 25);
        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .until(() -> viktor.get(path(alarm)).text().contains("\"reserved\""));
        Answer issue = viktor.get(path(alarm));
        assertThat(issue.<List<Integer>>at("$.effects.parts[*].reserved"))
                .as("still held")
                .containsExactly(21);
        assertThat(issue.<List<Integer>>at("$.effects.parts[*].served")).containsExactly(4);
        assertThat(issue.<List<Integer>>at("$.effects.parts[*].missing")).containsExactly(7);
        assertThat(issue.<List<String>>at("$.effects.shippingHold.lots")).containsExactly("2603");
        assertThat(issue.text()).doesNotContain("endedAt", "releasedAt");
    }

    @Test
    void saysThatNoPartsAreWantedAnyMoreWhenAllUnitsOfAPlanWent() {
        // Given
        String model = freshModel();
        catalogued(model);
        BatchAlarm alarm = BatchAlarm.of(model).reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(2);
        accepted(alarm, "plan", PLAN);

        // When
        alarm.grew(2, 0, 0, List.of(), List.of(unit("clm-a", 1, "S-1")));
        alarm.grew(3, 1, 0, List.of(unit("clm-b", 1, "S-2")), List.of());

        // Then
        List<Message> told = alarm.awaitTold(7);
        told.forEach(ContractCheck::keepsItsContract);
        assertThat(told.get(4).type()).isEqualTo("batches.emergency-parts-wanted.v1");
        assertThat(told.get(4).<List<Object>>at("$.parts")).isEmpty();
        assertThat(told.get(6).<List<Integer>>at("$.parts[*].quantity")).containsExactly(1);
    }

    @Test
    void saysWhenWhatAPlanHeldAndReservedEndedWithTheIssue() {
        // Given
        String model = freshModel();
        catalogued(model);
        BatchAlarm alarm = BatchAlarm.of(model).reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(2);
        accepted(alarm, "plan", PLAN);
        supplies(alarm, 3, "logistics.shipping-held.v1", """
                {"batchIssueId":"%s","vendor":"exporter","model":"%s","lots":["2603"],"heldAt":"%s"}
                """.formatted(alarm.issue(), model, now()));
        reserved(alarm, 4, 30, 25);
        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .until(() -> viktor.get(path(alarm)).text().contains("\"reserved\""));

        // When
        accepted(alarm, "containment", "");
        accepted(alarm, "resolution", "{\"reason\":\"The lot was replaced\"}");

        // Then
        Answer issue = viktor.get(path(alarm));
        String closed = issue.at("$.resolution.at");
        assertThat(issue.<String>at("$.effects.shippingHold.endedAt")).isEqualTo(closed);
        assertThat(issue.<String>at("$.effects.releasedAt")).isEqualTo(closed);
    }

    /** Issues are opened under a code that is of no family; the catalogue may give it to one afterwards. */
    @Test
    void findsThePartsOfACodeThatWasGivenToAFamilyAfterTheIssueWasOpenedUnderIt() {
        String model = freshModel();
        String code = Faults.known(viktor, Faults.body(1).replace("WP-400", model));
        BatchAlarm alarm = BatchAlarm.of(model).ofFault(code).reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(2);
        assertThat(viktor.as(People.PETRA)
                        .put(
                                "/api/v1/fault-catalogue/" + code,
                                Faults.body(1)
                                        .replace("WP-400", model)
                                        .replaceFirst("\\{", "{\"family\":\"" + Faults.freshCode() + "\","))
                        .status())
                .isEqualTo(200);

        accepted(alarm, "plan", PLAN);

        assertThat(alarm.awaitTold(3).getLast().<List<Integer>>at("$.parts[*].quantity"))
                .containsExactly(30);
    }

    @Test
    void wantsNoPartsOfFaultsOfOtherModels() {
        catalogued(freshModel());

        BatchAlarm alarm = BatchAlarm.of(freshModel()).reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);
        accepted(alarm, "plan", PLAN);
        alarm.awaitTold(2);

        assertThat(alarm.told()).isEqualTo("batch-issue-detected, emergency-plan-initiated");
    }

    /** A code of the family that the alarms name, for that model only. */
    private void catalogued(String model) {
        String body = Faults.body(1).replace("WP-400", model).trim();
        Faults.known(viktor, body.substring(0, body.length() - 1) + ",\"family\":\"PSU-NO-OUTPUT\"}");
    }

    private static void assessed(BatchAlarm alarm, long sequence, int free) {
        supplies(alarm, sequence, "logistics.emergency-stock-assessed.v1", """
                {"batchIssueId":"%s","vendor":"exporter","assessedAt":"%s",
                 "parts":[{"part":"WP4-PSU-24V","wanted":30,"free":%d,"served":0}]}
                """.formatted(alarm.issue(), now(), free));
    }

    private static void reserved(BatchAlarm alarm, long sequence, int wanted, int reserved) {
        supplies(alarm, sequence, "logistics.emergency-parts-reserved.v1", """
                {"batchIssueId":"%s","vendor":"exporter","reservedAt":"%s",
                 "parts":[{"part":"WP4-PSU-24V","wanted":%d,"reserved":%d,"served":4}]}
                """.formatted(
                        alarm.issue(), now(), wanted, reserved));
    }

    private static void supplies(BatchAlarm alarm, long sequence, String type, String json) {
        Topics.event(type)
                .source("/logistics-service")
                .subject(alarm.issue())
                .sequence(sequence)
                .json(json)
                .to("emergency-supplies");
    }
}
