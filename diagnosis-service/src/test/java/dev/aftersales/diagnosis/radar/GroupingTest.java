package dev.aftersales.diagnosis.radar;

import static dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait.CONTRACT_HOLDER;
import static dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait.FAULT_FAMILY;
import static dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTest {

    private static final PublishedPolicy FIRST = version("a", "A-1", 30, CONTRACT_HOLDER, MODEL);
    private static final PublishedPolicy OTHERWISE = version("a", "A-3", 30, MODEL, FAULT_FAMILY);

    @Test
    void isTheSameForAnotherThresholdAndInAnyOrder() {
        PublishedPolicy fewer = version("a", "A-2", 10, MODEL, CONTRACT_HOLDER);
        PublishedPolicy another = version("b", "B-1", 30, MODEL);

        Grouping grouping = Grouping.of(List.of(FIRST, another));

        assertThat(Grouping.of(List.of(another, fewer, FIRST))).isEqualTo(grouping);
        assertThat(Grouping.of(List.of(another, fewer, FIRST)).name()).isEqualTo(grouping.name());
    }

    @Test
    void keepsTheWaysOfFormerVersionsBesideThoseOfNewOnes() {
        Grouping grouping = Grouping.of(List.of(FIRST, OTHERWISE));

        assertThat(grouping.of("a")).hasSize(2);
        assertThat(grouping.name())
                .isNotEqualTo(Grouping.of(List.of(FIRST)).name())
                .isEqualTo(Grouping.of(List.of(OTHERWISE, FIRST)).name());
    }

    @Test
    void countsNothingForWhoHasNoRuleOrGaveTheVersionUp() {
        PublishedPolicy givenUp = new PublishedPolicy("a", "A-4", null, FIRST.batchRules());
        PublishedPolicy without = new PublishedPolicy("b", "B-1", Instant.EPOCH, List.of());
        PublishedPolicy silent = new PublishedPolicy("c", "C-1", Instant.EPOCH, null);

        assertThat(Grouping.of(List.of(givenUp, without, silent)).isEmpty()).isTrue();
    }

    private static PublishedPolicy version(String vendor, String version, int units, Trait... groupedBy) {
        return new PublishedPolicy(
                vendor,
                version,
                Instant.EPOCH,
                List.of(new BatchRule(
                        "BATCH_ISSUE",
                        "A4.7",
                        null,
                        units,
                        Duration.ofDays(30),
                        List.of(groupedBy),
                        new Words("units", "台"),
                        null,
                        null)));
    }
}
