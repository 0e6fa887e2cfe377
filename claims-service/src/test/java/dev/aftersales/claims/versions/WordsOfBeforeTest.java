package dev.aftersales.claims.versions;

import static dev.aftersales.claims.versions.GivenPacks.rules;
import static dev.aftersales.claims.versions.GivenPacks.text;
import static dev.aftersales.claims.versions.GivenPacks.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsOfBeforeTest {

    private static final String BEFORE = text("exporter/A-1");
    private static final String NOTICE = "R-A13: { settles: \"A?13\", value: ";

    @Test
    void warnsOfAFigureWhoseWordsStayedBehind() {
        // Given
        String longer = with(BEFORE, "length: P12M", "length: P24M");
        String sooner = with(BEFORE, NOTICE + "P30D", NOTICE + "P14D");

        // When / Then
        assertThat(WordsOfBefore.warnings(rules(BEFORE), rules(longer)))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.rule()).isEqualTo("words-of-before");
                    assertThat(warning.detail()).contains("P24M", "P12M", "A-1", "clauses.A1.1");
                });
        assertThat(WordsOfBefore.warnings(rules(BEFORE), rules(sooner)))
                .singleElement()
                .satisfies(warning -> assertThat(warning.detail()).contains("P14D", "P30D", "readings.R-A13"));
    }

    /** A4.7: how many are a batch, within which days, and by when the plan starts. */
    @ParameterizedTest
    @CsvSource({
        "'units: 30, window: { reading: R-A8 }', 'units: 20, window: { reading: R-A8 }', batches.BATCH_ISSUE.units is 20,"
                + " clauses.A4.7 or readings.R-A8",
        "'units: 30, window: { reading: R-A8 }', 'units: 30, window: P14D', batches.BATCH_ISSUE.window is P14D, readings.R-A8",
        "'ELAPSED_HOURS, limit: 48, batch', 'ELAPSED_HOURS, limit: 72, batch', clocks.A4.7.limit is 72, clauses.A4.7"
    })
    void warnsOfAFigureOfBatchesWhoseWordsStayedBehind(String figure, String now, String what, String words) {
        assertThat(WordsOfBefore.warnings(rules(BEFORE), rules(with(BEFORE, figure, now))))
                .singleElement()
                .satisfies(warning -> assertThat(warning.detail()).contains(what, words));
    }

    @Test
    void warnsOnceOfAWindowWhoseReadingHasAnotherValue() {
        String shorter = with(BEFORE, "R-A8: { settles: \"A?8\", value: P30D", "R-A8: { settles: \"A?8\", value: P14D");

        assertThat(WordsOfBefore.warnings(rules(BEFORE), rules(shorter)))
                .singleElement()
                .satisfies(warning -> assertThat(warning.detail()).contains("readings.R-A8.value is P14D"));
    }

    @Test
    void saysNothingOfAPlanWhoseWordsSayItsHours() {
        String clause = clause("A4.7");
        String later = with(
                with(BEFORE, "ELAPSED_HOURS, limit: 48, batch", "ELAPSED_HOURS, limit: 72, batch"),
                clause,
                clause.replace("48", "72"));

        assertThat(WordsOfBefore.warnings(rules(BEFORE), rules(later))).isEmpty();
    }

    private static String clause(String id) {
        return BEFORE.lines()
                .filter(line -> line.startsWith("  " + id + ": "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysNothingWhereBothChangedOrNeither() {
        // Given
        String longer = with(with(BEFORE, "length: P12M", "length: P24M"), "lasts 12 months", "lasts 24 months");

        // When / Then
        assertThat(WordsOfBefore.warnings(rules(BEFORE), rules(longer))).isEmpty();
        assertThat(WordsOfBefore.warnings(rules(BEFORE), rules(BEFORE))).isEmpty();
    }
}
