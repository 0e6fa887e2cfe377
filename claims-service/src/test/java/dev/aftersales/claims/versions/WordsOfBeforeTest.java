package dev.aftersales.claims.versions;

import static dev.aftersales.claims.versions.GivenPacks.rules;
import static dev.aftersales.claims.versions.GivenPacks.text;
import static dev.aftersales.claims.versions.GivenPacks.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

    @Test
    void saysNothingWhereBothChangedOrNeither() {
        // Given
        String longer = with(with(BEFORE, "length: P12M", "length: P24M"), "lasts 12 months", "lasts 24 months");

        // When / Then
        assertThat(WordsOfBefore.warnings(rules(BEFORE), rules(longer))).isEmpty();
        assertThat(WordsOfBefore.warnings(rules(BEFORE), rules(BEFORE))).isEmpty();
    }
}
