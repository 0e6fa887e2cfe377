package dev.aftersales.claims.versions;

import static dev.aftersales.claims.versions.GivenPacks.rules;
import static dev.aftersales.claims.versions.GivenPacks.text;
import static dev.aftersales.claims.versions.GivenPacks.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupedOtherwiseTest {

    private static final String BEFORE = text("exporter/A-1");

    @Test
    void warnsOfGroupsThatAreCountedAnew() {
        String draft = with(BEFORE, "[CONTRACT_HOLDER, MODEL, FAULT_FAMILY, LOT]", "[MODEL, FAULT_FAMILY]");

        assertThat(GroupedOtherwise.warnings(rules(BEFORE), rules(draft)))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.rule()).isEqualTo("batches-grouped-otherwise");
                    assertThat(warning.detail())
                            .contains(
                                    "batches.BATCH_ISSUE.groupedBy is MODEL, FAULT_FAMILY, and",
                                    "in A-1",
                                    "reads anew",
                                    "stay in the groups of A-1");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "'units: 30, window', 'units: 20, window', 'a threshold changes in place'",
        "'[CONTRACT_HOLDER, MODEL, FAULT_FAMILY, LOT]', '[LOT, MODEL, FAULT_FAMILY, CONTRACT_HOLDER]', 'their order is nothing'"
    })
    void saysNothingWhereUnitsAreInTheSameGroups(String words, String now, String why) {
        assertThat(GroupedOtherwise.warnings(rules(BEFORE), rules(with(BEFORE, words, now))))
                .as(why)
                .isEmpty();
    }
}
