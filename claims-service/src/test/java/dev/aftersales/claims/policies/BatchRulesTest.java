package dev.aftersales.claims.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.BatchRule;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pack says of batches, and of the clock of their plans. */
class BatchRulesTest {

    private static final String FILE = "policy-packs/exporter/A-2.yaml";
    private static final String RULE = "{ rule: BATCH_ISSUE, clause: A4.7, reading: R-A8, units: 30,"
            + " window: { reading: R-A8 }, groupedBy: [CONTRACT_HOLDER, MODEL, FAULT_FAMILY, LOT] }";

    private final PackReader reader = new PackReader();

    @Test
    void thirtyAlikeUnitsOfOneCustomerWithinThirtyDaysAreABatchOfTheExporter() {
        // When
        PolicyRules rules = ShippedPacks.policy("A").rules();

        // Then
        assertThat(rules.batches())
                .containsExactly(new BatchRule(
                        "BATCH_ISSUE",
                        "A4.7",
                        "R-A8",
                        30,
                        30,
                        List.of(Trait.CONTRACT_HOLDER, Trait.MODEL, Trait.FAULT_FAMILY, Trait.LOT)));
        assertThat(rules.clocks())
                .filteredOn(clock -> clock.batch() != null)
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.batch()).isEqualTo(new PromisedTime.OfBatch("BATCH_ISSUE", 30, List.of(50, 90)));
                    assertThat(clock.limit()).isEqualTo(48);
                    assertThat(clock.unit()).isEqualTo(PromisedTime.Unit.ELAPSED_HOURS);
                    assertThat(clock.tell().reading()).isEqualTo("R-A-PLAN");
                    assertThat(clock.tell().breached()).contains(Addressee.VENDOR_OPS);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"B", "C", "D", "E"})
    void noOtherPolicyHasBatches(String policy) {
        assertThat(ShippedPacks.policy(policy).rules().batches()).isEmpty();
    }

    @Test
    void figuresAndGroupingAreThePacksOwn() {
        // When
        CompiledPolicy policy = reader.compile(FILE, pack(RULE, """
                        { rule: BATCH_ISSUE, clause: A4.7, units: 12, window: P14D, groupedBy: [MODEL, LOT] }
                          - { rule: ONE_CUSTOMERS, clause: A4.7, reading: R-A8, units: 2, window: P180D,\
                         groupedBy: [MODEL, CONTRACT_HOLDER] }""", "warnedAt: [50, 90], ", ""));

        // Then
        assertThat(policy.rules().batches())
                .containsExactly(
                        new BatchRule("BATCH_ISSUE", "A4.7", null, 12, 14, List.of(Trait.MODEL, Trait.LOT)),
                        new BatchRule(
                                "ONE_CUSTOMERS", "A4.7", "R-A8", 2, 180, List.of(Trait.MODEL, Trait.CONTRACT_HOLDER)));
        assertThat(policy.rules().clocks())
                .filteredOn(clock -> clock.batch() != null)
                .extracting(PromisedTime::batch)
                .containsExactly(new PromisedTime.OfBatch("BATCH_ISSUE", 12, List.of()));
    }

    /** Such packs are in the store: what was activated once must be readable. */
    @Test
    void readsAPackOfBeforeInWhichTheClockItselfSaidHowMany() {
        // When
        PolicyRules rules = reader.read(FILE, before());

        // Then
        assertThat(rules.batches()).isEmpty();
        assertThat(rules.clocks())
                .filteredOn(clock -> clock.batch() != null)
                .extracting(PromisedTime::batch)
                .containsExactly(new PromisedTime.OfBatch(null, 30, List.of()));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "units: 30, window | units: 1, window | batches[0].units | is '1'; must be more",
                "units: 30, window | units: 0, window | batches[0].units | is '0'; must be more",
                "units: 30, window | units: -30, window | batches[0].units | is '-30'; must be more",
                "units: 30, window | units: 1001, window | batches[0].units | must be at most 1000",
                "units: 30, window | units: 30.5, window | batches[0].units | must be a whole number",
                "units: 30, window | units: \"30\", window | batches[0].units | must be a whole number",
                "units: 30, window | units: 99999999999999999999, window | batches[0].units | a number has at most 9 digits",
                "units: 30, window | units: { reading: R-A1 }, window | batches[0].units | must be a whole number from 1",
                "units: 30, window | units: { reading: R-A2 }, window | batches[0].units | the reading R-A2 has no value",
                "units: 30, window | window | batches[0].units | is missing",
                "window: { reading: R-A8 } | window: P0D | batches[0].window | is 'P0D'; must be days, at most 180",
                "window: { reading: R-A8 } | window: P181D | batches[0].window | is 'P181D'; must be days, at most 180",
                "window: { reading: R-A8 } | window: P1M | batches[0].window | is 'P1M'; must be days, at most 180",
                "window: { reading: R-A8 } | window: PT720H | batches[0].window | is 'PT720H'; must be days, at most 180",
                "window: { reading: R-A8 } | window: 30 | batches[0].window | must be text",
                "window: { reading: R-A8 } | window: { reading: R-A1 } | batches[0].window | must be a number of days, such as 30 or the ISO duration P30D",
                "window: { reading: R-A8 } | window: { reading: R-Z } | batches[0].window.reading | 'R-Z' is no reading",
                "value: P30D, en: \"A batch | value: P181D, en: \"A batch | batches[0].window | must be P1D to P180D",
                "value: P30D, en: \"A batch | value: P1M, en: \"A batch | batches[0].window | must be a number of days, such as 30 or the ISO duration P30D",
                "value: P30D, en: \"A batch | value: P-5D, en: \"A batch | batches[0].window | must be a number of days, such as 30 or the ISO duration P30D",
                "value: P30D, en: \"A batch | value: P99999999999D, en: \"A batch | batches[0].window | must be a number of days, such as 30 or the ISO duration P30D",
                "[CONTRACT_HOLDER, MODEL, | [CONTRACT_HOLDER, | batches[0].groupedBy | must hold MODEL",
                "[CONTRACT_HOLDER, MODEL, | [COLOUR, MODEL, | batches[0].groupedBy[0] | must be one of [CONTRACT_HOLDER",
                "[CONTRACT_HOLDER, MODEL, | [MODEL, MODEL, | batches[0].groupedBy[1] | 'MODEL' stands there twice",
                "[CONTRACT_HOLDER, MODEL, FAULT_FAMILY, LOT] | [] | batches[0].groupedBy | at least one entry",
                "[CONTRACT_HOLDER, MODEL, FAULT_FAMILY, LOT] | MODEL | batches[0].groupedBy | must be a list",
                "rule: BATCH_ISSUE, clause | rule: batch issue, clause | batches[0].rule | must be a code in capitals",
                "rule: BATCH_ISSUE, clause: A4.7 | rule: BATCH_ISSUE, clause: A9.9 | batches[0].clause | is no clause",
                "rule: BATCH_ISSUE, clause | colour: RED, rule: BATCH_ISSUE, clause | batches[0].colour | is not known here",
                "batch: BATCH_ISSUE | batch: BATCH_ISSUES | clocks[4].batch | 'BATCH_ISSUES' is no rule of this pack",
                "batch: BATCH_ISSUE | batch: [BATCH_ISSUE] | clocks[4].batch | must be text",
                "batch: BATCH_ISSUE | batch: BATCH_ISSUE, batchUnits: 30 | clocks[4].batchUnits | does not go with batch",
                "batch: BATCH_ISSUE, warnedAt: [50, 90] | batchUnits: 30 | clocks[4].batchUnits | name the rule instead",
                "batch: BATCH_ISSUE | batch: BATCH_ISSUE, target: 24 | clocks[4].target | does not go with batch",
                "batch: BATCH_ISSUE | batch: BATCH_ISSUE, faultClass: SIMPLE | clocks[4].faultClass | does not go with",
                "batch: BATCH_ISSUE, | batch: BATCH_ISSUE, paused: { by: [QUOTE] }, | clocks[4].paused | does not go with",
                "unit: ELAPSED_HOURS, limit: 48 | unit: BUSINESS_DAYS, limit: 2 | clocks[4].unit | must be ELAPSED_HOURS",
                "start: THRESHOLD_REACHED | start: CLAIM_RECEIVED | clocks[4].start | must be THRESHOLD_REACHED",
                "stop: PLAN_INITIATED | stop: ACK_SENT | clocks[4].stop | must be PLAN_INITIATED",
                "warnedAt: [50, 90] | warnedAt: [90, 50] | clocks[4].warnedAt[1] | must lie beyond the one before",
                "warnedAt: [50, 90] | warnedAt: [50, 50] | clocks[4].warnedAt[1] | stands there twice",
                "warnedAt: [50, 90] | warnedAt: [0] | clocks[4].warnedAt[0] | must be more",
                "warnedAt: [50, 90] | warnedAt: [100] | clocks[4].warnedAt[0] | must be at most 99",
                "warnedAt: [50, 90] | warnedAt: [49.5] | clocks[4].warnedAt[0] | must be a whole number",
                "warnedAt: [50, 90] | warnedAt: 50 | clocks[4].warnedAt | must be a list",
                "limit: 2, tell: | limit: 2, warnedAt: [50], tell: | clocks[0].warnedAt | goes with batch",
                "reading: R-A-PLAN, warned: [VENDOR_OPS, | reading: R-A-PLAN, warned: [CUSTOMER, | clocks[4].tell.warned | must be roles of the vendor",
                "reading: R-A-PLAN, warned: [VENDOR_OPS, | reading: R-A-PLAN, warned: [POPE, | clocks[4].tell.warned[0] | must be one of",
                "reading: R-A-PLAN, warned | escalated: [ { after: 1, to: [AGENT] } ], warned | clocks[4].tell.escalated | does not go",
            })
    void refusesWhatIsNoRuleOfBatchesByFileLinePlaceAndRule(String right, String wrong, String place, String rule) {
        // When
        PackError refused = catchThrowableOfType(PackError.class, () -> reader.read(FILE, pack(right, wrong)));

        // Then
        assertThat(refused).isNotNull();
        assertThat(refused.problems()).as(refused.getMessage()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(FILE);
            assertThat(problem.path()).isEqualTo(place);
            assertThat(problem.rule()).contains(rule);
            assertThat(problem.line()).isPositive();
        });
        assertThat(refused.problems()).doesNotHaveDuplicates();
    }

    @Test
    void refusesTwoRulesOfOneNameAndTwoClocksOfOneRule() {
        assertThat(catchThrowableOfType(
                        PackError.class,
                        () -> reader.read(
                                FILE, pack("- " + RULE, "- " + RULE + "\n  - " + RULE.replace("30,", "31,")))))
                .hasMessageContaining("batches[1].rule: 'BATCH_ISSUE' is the name of a rule above");
        assertThat(catchThrowableOfType(PackError.class, () -> reader.read(FILE, pack("\nlogistics:", """
                                  - { clause: A4.7, start: THRESHOLD_REACHED, stop: PLAN_INITIATED,\
                                 unit: ELAPSED_HOURS, limit: 24, batch: BATCH_ISSUE }

                                logistics:"""))))
                .hasMessageContaining("clocks[5].batch: 'BATCH_ISSUE' has a clock above");
    }

    @Test
    void refusesMoreRulesThanARadarCountsBy() {
        // Given
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            rules.append(i == 0 ? "" : "\n  - ").append(RULE.replace("BATCH_ISSUE", "RULE_" + i));
        }

        // When
        PackError refused = catchThrowableOfType(
                PackError.class,
                () -> reader.read(FILE, pack(RULE, rules.toString(), "batch: BATCH", "batch: RULE_0, x")));

        // Then
        assertThat(refused).hasMessageContaining("batches: has more than 5 entries");
    }

    private static String before() {
        return pack("- " + RULE, "", "batches:\n", "", "batch: BATCH_ISSUE, warnedAt: [50, 90], ", "batchUnits: 30, ");
    }

    private static String pack(String... wordsAndOthers) {
        return GivenPolicies.pack("A-2", wordsAndOthers);
    }
}
