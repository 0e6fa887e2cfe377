package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.Citation;
import dev.aftersales.claims.adjudication.Confirmation;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Effect;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.JudgedCases;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ReasonsTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_COVERED_OFFER_QUOTE, EXCLUDES REDIRECTS",
        "REDIRECT, REDIRECTS",
        "NEEDS_REVIEW, SUSPECTED UNDECIDED",
        "COVERED, GRANTS",
        "NEEDS_EVIDENCE, ''",
    })
    void holdOnlyWhatDecidedTheVerdict(Verdict verdict, String deciding) {
        // Given
        List<Citation> all = Arrays.stream(Effect.values())
                .map(effect -> citation(effect.name(), effect))
                .toList();

        // When
        CoverageDecided.Explanation told = Reasons.of(new Explanation("A-1", verdict, all));

        // Then
        assertThat(String.join(
                        " ",
                        told.reasons().stream()
                                .map(CoverageDecided.Reason::clause)
                                .toList()))
                .isEqualTo(deciding);
    }

    /** Also where all that is wrong is that something cannot be provided (B4.2, B4.8). */
    @Test
    void areThereForEveryRefusalInThePoliciesTables() {
        // When
        Map<LineOutcome, CoverageDecided.Explanation> told = new LinkedHashMap<>();
        JudgedCases.outcomes()
                .filter(outcome -> outcome instanceof LineOutcome.NotCovered)
                .forEach(outcome -> told.put(outcome, Reasons.of(outcome.explanation())));

        // Then
        assertThat(told.values()).hasSizeGreaterThan(30).allSatisfy(explanation -> assertThat(explanation.reasons())
                .isNotEmpty());
        assertThat(told.values().stream()
                        .flatMap(explanation -> explanation.reasons().stream())
                        .filter(reason -> reason.fact().equals("evidence"))
                        .map(CoverageDecided.Reason::clause))
                .contains("B4.2", "B4.8");
    }

    @Test
    void sayClauseFactAndWhatWouldHaveChangedItButNobodysName() {
        // Given
        Explanation explanation =
                new Explanation("A-1", Verdict.NOT_COVERED_OFFER_QUOTE, List.of(citation("A3.1", Effect.EXCLUDES)));

        // When
        CoverageDecided.Explanation told = Reasons.of(explanation);

        // Then
        assertThat(told.id()).isEqualTo(explanation.id());
        assertThat(told.reasons())
                .containsExactly(new CoverageDecided.Reason(
                        "A3.1",
                        CoverageDecided.Effect.EXCLUDES,
                        new CoverageDecided.Words("expired", "已过保修期"),
                        "submitted",
                        "2026-06-05",
                        new CoverageDecided.Words("covered if later", "如更晚"),
                        "R-A2",
                        null,
                        null));
        assertThat(JsonMapper.builder().build().writeValueAsString(told)).doesNotContain("tomas", "photo-1");
    }

    private static Citation citation(String clause, Effect effect) {
        return new Citation(
                clause,
                effect,
                new Text("expired", "已过保修期"),
                "submitted",
                "2026-06-05",
                List.of("photo-1"),
                new Confirmation(
                        new Confirmer(Confirmer.Kind.TECHNICIAN, "tomas"), Instant.parse("2026-06-10T09:00:00Z")),
                "R-A2",
                new Text("r", "r"),
                new Text("covered if later", "如更晚"),
                null,
                null);
    }
}
