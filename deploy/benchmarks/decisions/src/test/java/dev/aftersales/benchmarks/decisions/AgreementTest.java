package dev.aftersales.benchmarks.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aftersales.claims.adjudication.Effect;
import dev.aftersales.contracts.events.Verdict;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The tables and the pack decide alike, so that the figures of the benchmark compare the same decisions. */
class AgreementTest {

    private static final Suite SUITE = new Suite();

    @Test
    void camundasTableGivesTheVerdictAndTheClausesOfThePack() {
        Agreement.check(new Camunda(), SUITE);
    }

    @Test
    void droolsTableGivesTheVerdictAndTheClausesOfThePack() {
        Agreement.check(new Drools(), SUITE);
    }

    @Test
    void oneVerdictOrClauseThatDiffersIsTold() {
        // Given
        Answer first = SUITE.decide(0);
        List<Ground> oneLess = first.grounds().subList(1, first.grounds().size());
        Decider forgetsAClause = line -> line == 0 ? new Answer(first.verdict(), oneLess) : SUITE.decide(line);
        Decider admitsTheLast = line -> {
            Answer answer = SUITE.decide(line);
            return line < Lines.COUNT - 1 ? answer : new Answer(other(answer.verdict()), answer.grounds());
        };

        // When, Then
        assertThatThrownBy(() -> Agreement.check(forgetsAClause, SUITE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Agreement.check(admitsTheLast, SUITE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLinesMeetEveryVerdictAndEveryClauseThatDecides() {
        // Given
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        int admitted = 0;
        Set<String> clauses = new HashSet<>();

        // When
        for (int line = 0; line < Lines.COUNT; line++) {
            Answer answer = SUITE.decide(line);
            answer.grounds().forEach(ground -> clauses.add(ground.clause()));
            if (answer.verdict() == null) {
                admitted++;
            } else {
                verdicts.merge(answer.verdict(), 1, Integer::sum);
            }
        }

        // Then
        assertThat(admitted).isGreaterThan(Lines.COUNT / 50);
        assertThat(verdicts)
                .containsOnlyKeys(
                        Verdict.COVERED,
                        Verdict.NOT_COVERED_OFFER_QUOTE,
                        Verdict.REDIRECT,
                        Verdict.NEEDS_EVIDENCE,
                        Verdict.NEEDS_REVIEW);
        assertThat(verdicts.get(Verdict.COVERED)).isGreaterThan(Lines.COUNT / 10);
        assertThat(clauses)
                .containsExactlyInAnyOrder(
                        "A1.1", "A1.2", "A2.0", "A3.1", "A3.2", "A3.3", "A3.4", "A3.5", "A3.6", "A3.7", "A3.8", "A3.9",
                        "A4.2");
    }

    @Test
    void theLinesHaveATermFromALeapDayOnItsLastDayAndOnTheDayAfter() {
        // Given
        LocalDate leapDay = LocalDate.parse("2024-02-29");
        List<Map<String, @Nullable Object>> lines =
                Inputs.ofAll(PolicyA.compiled().zone());

        // When
        Set<Boolean> overOnTheLastDay = new HashSet<>();
        Set<Boolean> overOnTheDayAfter = new HashSet<>();
        for (int line = 0; line < Lines.COUNT; line++) {
            if (leapDay.equals(lines.get(line).get("billOfLading"))) {
                boolean over = SUITE.decide(line).grounds().contains(new Ground("A3.1", Effect.EXCLUDES));
                switch (String.valueOf(lines.get(line).get("claimed"))) {
                    case "2025-02-28" -> overOnTheLastDay.add(over);
                    case "2025-03-01" -> overOnTheDayAfter.add(over);
                    default -> {}
                }
            }
        }

        // Then
        assertThat(overOnTheLastDay).containsExactly(false);
        assertThat(overOnTheDayAfter).containsExactly(true);
    }

    private static Verdict other(@Nullable Verdict verdict) {
        return verdict == Verdict.COVERED ? Verdict.REDIRECT : Verdict.COVERED;
    }
}
