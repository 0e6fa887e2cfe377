package dev.aftersales.diagnosis.batches;

import static dev.aftersales.diagnosis.BatchAlarm.quantity;
import static dev.aftersales.diagnosis.BatchAlarm.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.diagnosis.BatchAlarm;
import dev.aftersales.diagnosis.installedbase.InstalledBase;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which units of the installed base are at risk, and how much is known of them. */
class UnitsAtRiskIT extends IssuesOfTheRadar {

    @Autowired
    InstalledBase installed;

    @Test
    void countsSisterUnitsOfTheLotOverAllCustomersAndShowsThemPageByPage() {
        // Given
        String model = freshModel();
        Sold sold = new Sold(model);
        sold.recorded(1, "S-1", "2603", "nordwind").recorded(1, "S-2", "2603", "nordwind");
        sold.recorded(1, "S-3", "2603", "sudwind").recorded(1, "S-4", "2604", "sudwind");
        IntStream.rangeClosed(5, 9).forEach(i -> sold.recorded(1, "S-" + i, "2603", "ostwind"));
        awaitHeard(sold, 9);

        // When
        BatchAlarm alarm = BatchAlarm.of(model).reached(1, now(), unit("clm-a", 1, sold.serial("S-1")));

        // Then
        alarm.awaitTold(1);
        Answer issue = viktor.get(path(alarm));
        assertThat(issue.<Integer>at("$.draft.sisterUnits.units")).isEqualTo(7);
        assertThat(issue.<Integer>at("$.draft.sisterUnits.organisations")).isEqualTo(3);
        assertThat(issue.<Boolean>at("$.draft.sisterUnits.atLeast")).isFalse();
        assertThat(issue.<List<Integer>>at("$.draft.sisterUnits.lots[*].failed"))
                .containsExactly(1);
        assertThat(issue.<Integer>at("$.draft.customersToTell.ofFailedUnits")).isEqualTo(1);
        assertThat(issue.<String>at("$.draft.owner.why.en")).contains("to be named");
        assertThat(sisters(alarm, 2)).containsExactlyElementsOf(sold.serials(2, 3, 5, 6, 7, 8, 9));
    }

    /** A lot that nobody owns may be in stock; but it is said that nobody is told. */
    @Test
    void saysOfEachLotOfADraftAndOfAPlanHowManyUnitsAreKnownAndHowManyOwnersAreTold() {
        // Given
        Sold sold = new Sold(freshModel());
        sold.recorded(1, "S-1", "2603", "nordwind").recorded(1, "S-2", "2603", "sudwind");
        sold.recorded(1, "S-3", "2604", "sudwind").recorded(1, "S-4", "2604", "ostwind");
        awaitHeard(sold, 4);
        BatchAlarm alarm = BatchAlarm.of(sold.model()).reached(1, now(), unit("clm-a", 1, sold.serial("S-1")));
        alarm.awaitTold(1);
        String withLots = PLAN.strip().replaceFirst("}$", ",\"lots\":[\"2603\",\"2604\",\"2699\"]}");

        // When
        Answer draft = viktor.get(path(alarm));
        Answer planned = accepted(alarm, "plan", withLots);
        Answer again = accepted(alarm, "plan", withLots);

        // Then
        assertThat(draft.<List<Map<String, Object>>>at("$.draft.reach"))
                .containsExactly(Map.of("lot", "2603", "units", 2, "owners", 1, "atLeast", false));
        assertThat(planned.<List<Map<String, Object>>>at("$.plan.reach"))
                .containsExactly(
                        Map.of("lot", "2603", "units", 2, "owners", 1, "atLeast", false),
                        Map.of("lot", "2604", "units", 2, "owners", 2, "atLeast", false),
                        Map.of("lot", "2699", "units", 0, "owners", 0, "atLeast", false));
        assertThat(again.text()).isEqualTo(planned.text());
        assertThat(alarm.awaitTold(2).getLast().<List<Integer>>at("$.reach[*].owners"))
                .containsExactly(1, 2, 0);
    }

    @Test
    void saysHowManyOfItsUnitsNoContractHasWhenItRingsAndAsItStands() {
        // Given
        Sold sold = new Sold(freshModel());
        sold.recorded(1, "S-1", "2603", "nordwind")
                .recorded(1, "S-2", "2603", "nordwind")
                .removed(2, "S-2");
        awaitHeard(sold, 1);

        // When: one is sold, one is not any more, one never was, and is claimed twice
        BatchAlarm alarm = BatchAlarm.of(sold.model())
                .reached(
                        1,
                        now(),
                        unit("clm-a", 1, sold.serial("S-1")),
                        unit("clm-a", 2, sold.serial("S-2")),
                        unit("clm-a", 3, sold.serial("S-3")),
                        unit("clm-b", 1, sold.serial("S-3")),
                        quantity("clm-c", 1, 27));

        // Then
        Message detected = alarm.awaitTold(1).getFirst();
        ContractCheck.keepsItsContract(detected);
        assertThat(detected.<Integer>at("$.unknownUnits")).isEqualTo(2);
        assertThat(viktor.get(path(alarm)).<Integer>at("$.unknownUnits.units")).isEqualTo(2);
        sold.recorded(3, "S-2", "2603", "nordwind");
        Awaitility.await().atMost(Topics.PATIENCE).untilAsserted(() -> assertThat(
                        viktor.get(path(alarm)).<Integer>at("$.unknownUnits.units"))
                .isEqualTo(1));
        assertThat(viktor.get(path(alarm)).<Boolean>at("$.unknownUnits.atLeast"))
                .isFalse();
    }

    @Test
    void leavesOutUnitsThatFailedAlikeInAnotherIssue() {
        // Given
        String model = freshModel();
        Sold sold = new Sold(model);
        IntStream.rangeClosed(1, 5).forEach(i -> sold.recorded(1, "S-" + i, "2603", "nordwind"));
        awaitHeard(sold, 5);
        BatchAlarm other = BatchAlarm.of(model)
                .reached(1, now(), unit("clm-b", 1, sold.serial("S-2")), unit("clm-b", 2, sold.serial("S-3")));
        other.grew(2, 30, 29, List.of(), List.of(unit("clm-b", 2, sold.serial("S-3"))))
                .awaitTold(2);
        BatchAlarm.of(model)
                .ofFault("DISPLAY")
                .reached(1, now(), unit("clm-c", 1, sold.serial("S-4")))
                .awaitTold(1);

        // When
        BatchAlarm alarm = BatchAlarm.of(model).reached(1, now(), unit("clm-a", 1, sold.serial("S-1")));

        // Then
        alarm.awaitTold(1);
        Answer issue = viktor.get(path(alarm));
        assertThat(sisters(alarm, 2)).containsExactlyElementsOf(sold.serials(3, 4, 5));
        assertThat(issue.<Integer>at("$.draft.sisterUnits.units")).isEqualTo(3);
        assertThat(issue.<List<Integer>>at("$.draft.sisterUnits.lots[*].failed"))
                .containsExactly(1);
        assertThat(sisters(other, 2)).containsExactlyElementsOf(sold.serials(3, 4, 5));
    }

    /** One rule may count a customer's units of a fault, and another all units of a lot. */
    @Test
    void leavesOutUnitsThatFailedInAnIssueOfWhichOneOfTheTwoNamesNoFault() {
        // Given
        Sold sold = new Sold(freshModel());
        IntStream.rangeClosed(1, 3).forEach(i -> sold.recorded(1, "S-" + i, "2603", "nordwind"));
        awaitHeard(sold, 3);

        // When
        BatchAlarm ofAFault = BatchAlarm.of(sold.model()).reached(1, now(), unit("clm-a", 1, sold.serial("S-1")));
        BatchAlarm ofAnyFault =
                BatchAlarm.of(sold.model()).ofAnyFault().reached(1, now(), unit("clm-b", 1, sold.serial("S-2")));

        // Then
        ofAFault.awaitTold(1);
        ofAnyFault.awaitTold(1);
        assertThat(sisters(ofAFault, 200)).containsExactlyElementsOf(sold.serials(3));
        assertThat(sisters(ofAnyFault, 200)).containsExactlyElementsOf(sold.serials(3));
    }

    /** Serials that were mistyped or made up are units that somebody has. */
    @Test
    void holdsUnitsThatCountedInWhatAPersonFoundToBeNoneToBeAtRisk() {
        // Given
        Sold sold = new Sold(freshModel());
        IntStream.rangeClosed(1, 3).forEach(i -> sold.recorded(1, "S-" + i, "2603", "nordwind"));
        awaitHeard(sold, 3);
        BatchAlarm none = BatchAlarm.of(sold.model()).reached(1, now(), unit("clm-a", 1, sold.serial("S-1")));
        BatchAlarm remedied = BatchAlarm.of(sold.model()).reached(1, now(), unit("clm-b", 1, sold.serial("S-2")));
        BatchAlarm alarm = BatchAlarm.of(sold.model()).reached(1, now(), unit("clm-c", 1, sold.serial("S-3")));
        Stream.of(none, remedied, alarm).forEach(one -> one.awaitTold(1));
        accepted(remedied, "plan", PLAN);
        accepted(remedied, "containment", "");
        accepted(remedied, "resolution", reason("put right"));

        // When
        accepted(none, "resolution", "{\"kind\":\"NO_BATCH_ISSUE\",\"reason\":\"Mistyped\"}");

        // Then
        assertThat(sisters(alarm, 200)).containsExactlyElementsOf(sold.serials(1));
    }

    @Test
    void countsAUnitOfTheLastWordOnItWhateverComesTwiceOrTooLate() {
        Sold sold = new Sold(freshModel());
        BatchAlarm alarm = BatchAlarm.of(sold.model()).reached(1, now(), quantity("clm-a", 1, 30));
        alarm.awaitTold(1);

        sold.recorded(1, "S-1", "2603", "nordwind").recorded(1, "S-1", "2603", "nordwind");
        sold.recorded(2, "S-2", "2603", "nordwind").recorded(1, "S-2", "2604", "nordwind");
        sold.recorded(1, "S-3", "2603", "nordwind").removed(2, "S-3").removed(2, "S-3");
        sold.recorded(1, "S-3", "2603", "nordwind");
        sold.removed(2, "S-4").recorded(1, "S-4", "2603", "nordwind").recorded(3, "S-4", "2603", "nordwind");
        sold.removed(1, "S-5").recorded(2, "S-5", "2604", "nordwind");

        awaitHeard(sold, 4);
        assertThat(sisters(alarm, 200)).containsExactlyElementsOf(sold.serials(1, 2, 4));
    }

    private record Sold(String model) {

        String serial(String unit) {
            return model + "-" + unit;
        }

        List<String> serials(int... units) {
            return IntStream.of(units).mapToObj(unit -> serial("S-" + unit)).toList();
        }

        Sold recorded(long sequence, String unit, String lot, String organisation) {
            return told(
                    sequence, unit, "units.unit-recorded.v1", """
                    {"vendor":"exporter","serial":"%s","model":"%s","itemClass":"MAIN_UNIT","lot":"%s",
                     "contractNumber":"NW-1","organisation":"%s","recordedAt":"2026-06-05T09:00:00Z"}
                    """.formatted(serial(unit), model, lot, organisation));
        }

        Sold removed(long sequence, String unit) {
            return told(sequence, unit, "units.unit-removed.v1", """
                    {"vendor":"exporter","serial":"%s","contractNumber":"NW-1","removedAt":"2026-06-05T09:00:00Z"}
                    """.formatted(serial(unit)));
        }

        private Sold told(long sequence, String unit, String type, String json) {
            Topics.event(type)
                    .source("/claims-service")
                    .subject("exporter/" + serial(unit))
                    .sequence(sequence)
                    .json(json)
                    .to("units");
            return this;
        }
    }

    /** All partitions are heard when so many units of the model are counted. */
    private void awaitHeard(Sold sold, int units) {
        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .until(
                        () -> installed.of(new InstalledBase.Scope("exporter", sold.model(), null), null, 100),
                        found -> found.size() == units);
    }

    private List<String> sisters(BatchAlarm alarm, int limit) {
        List<String> serials = new ArrayList<>();
        String next = "";
        do {
            Answer page = anna.get(path(alarm) + "/sister-units?limit=" + limit + next);
            serials.addAll(page.<List<String>>at("$.items[*].serial"));
            next = next(page);
        } while (!next.isEmpty());
        return serials;
    }
}
