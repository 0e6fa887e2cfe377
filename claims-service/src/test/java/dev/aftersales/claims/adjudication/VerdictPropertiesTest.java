package dev.aftersales.claims.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.rules.Exclusion;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.policies.ExporterPack;
import dev.aftersales.contracts.events.Route;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds of every judgement, over generated claims (seeded, so that a failure repeats). */
class VerdictPropertiesTest {

    private static final int CASES = 20_000;
    private static final PolicyRules RULES = ExporterPack.POLICY.rules();

    private final Random random = new Random(42);
    private final List<String> causes = causes();
    private final List<String> findings = RULES.facts().stream()
            .flatMap(observation -> observation.findings().keySet().stream())
            .sorted()
            .toList();

    @Test
    void neverABareNo() {
        eachGenerated(outcome -> {
            if (outcome instanceof LineOutcome.NotCovered not) {
                assertThat(RULES.clauses()).containsKey(not.quote().clause());
                assertThat(not.explanation().citations())
                        .anySatisfy(citation -> assertThat(citation.fact()).isEqualTo("quote"));
            }
        });
    }

    @Test
    void citesOnlyClausesAndReadingsOfThePack() {
        eachGenerated(outcome -> {
            for (Citation citation : outcome.explanation().citations()) {
                assertThat(RULES.clauses().get(citation.clause()).text()).isEqualTo(citation.text());
                if (citation.reading() != null) {
                    assertThat(RULES.readings().get(citation.reading()).text()).isEqualTo(citation.readingText());
                }
                if (citation.counterfactual() != null) {
                    assertThat(citation.counterfactual().en()).doesNotContain("{");
                    assertThat(citation.counterfactual().zh()).doesNotContain("{");
                }
            }
        });
    }

    @Test
    void refusesOnlyOnWhatIsOnRecordOrConfirmedByAPersonWithEvidence() {
        eachGenerated(outcome -> {
            for (Citation citation : outcome.explanation().citations()) {
                boolean byRecord = List.of("term", "submitted", "itemClass").contains(citation.fact());
                if (citation.effect() == Effect.EXCLUDES && !byRecord) {
                    assertThat(citation.confirmation().by().kind())
                            .isIn(Confirmer.Kind.TECHNICIAN, Confirmer.Kind.AGENT);
                    assertThat(citation.evidenceIds()).isNotEmpty();
                }
            }
        });
    }

    @Test
    void coversNothingThatAClauseExcludesOrLeavesInDoubt() {
        eachGenerated(outcome -> {
            if (outcome instanceof LineOutcome.Covered) {
                assertThat(outcome.explanation().citations())
                        .extracting(Citation::effect)
                        .isSubsetOf(Effect.SUPPORTS, Effect.GRANTS, Effect.CHARGES, Effect.DISMISSED, Effect.NOTED);
                assertThat(outcome.explanation().clauses()).contains("A1.1", "A1.2", "A2.0", "A2.1");
            }
        });
    }

    @Test
    void theSameFactsGiveTheSameVerdict() {
        for (int i = 0; i < CASES; i++) {
            // Given
            GivenClaim claim = generated();

            // When
            LineOutcome once = claim.judged();
            LineOutcome again = claim.judged();

            // Then
            assertThat(again).isEqualTo(once);
        }
    }

    @Test
    void generatedClaimsMeetEveryOutcome() {
        Map<Kind, Integer> met = new EnumMap<>(Kind.class);
        eachGenerated(outcome -> met.merge(Kind.of(outcome), 1, Integer::sum));
        assertThat(met).containsOnlyKeys(Kind.values());
    }

    private void eachGenerated(Consumer<LineOutcome> check) {
        for (int i = 0; i < CASES; i++) {
            check.accept(generated().judged());
        }
    }

    private GivenClaim generated() {
        GivenClaim claim = new GivenClaim();
        if (once(8)) {
            claim.submitted("2026-06-05T10:00");
        }
        if (once(10)) {
            claim.item(any(ItemClass.values()));
        }
        if (once(10)) {
            claim.evidence(once(2) ? new EvidenceKind[0] : new EvidenceKind[] {any(EvidenceKind.values())});
        }
        if (once(10)) {
            claim.documents(new DatedDocument(any(DocumentKind.values()), "P", LocalDate.parse("2025-01-31")));
        }
        switch (random.nextInt(20)) {
            case 0 -> claim.noSerial();
            case 1 -> claim.serialUnknownToContract();
            case 2 -> claim.contractUnknown();
            case 3 -> claim.documents();
            case 4 -> claim.noDescription();
            default -> {}
        }
        if (once(6)) {
            claim.declares(once(2) ? any(causes) : any(findings));
        }
        if (!once(5)) {
            List<String> seen = new ArrayList<>();
            while (once(3)) {
                seen.add(once(3) ? any(causes) : any(findings));
            }
            claim.diagnosed(
                    once(2) ? Confirmer.Kind.TECHNICIAN : Confirmer.Kind.CATALOGUE,
                    any(causes),
                    !once(3),
                    any(Route.values()),
                    seen.toArray(String[]::new));
        }
        if (once(4)) {
            claim.reviewed(any(Review.Outcome.values()));
        }
        return claim;
    }

    private static List<String> causes() {
        List<String> causes = new ArrayList<>(RULES.coverage().causes().covered());
        RULES.exclusions().stream()
                .map(Exclusion::causes)
                .forEach(codes -> causes.addAll(codes.stream().sorted().toList()));
        causes.add("NOBODY_KNOWS");
        return causes;
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private enum Kind {
        ADMITTED,
        COVERED,
        NOT_COVERED,
        REDIRECTED,
        NEEDS_EVIDENCE,
        NEEDS_REVIEW;

        static Kind of(LineOutcome outcome) {
            return switch (outcome) {
                case LineOutcome.Admitted admitted -> ADMITTED;
                case LineOutcome.Covered covered -> COVERED;
                case LineOutcome.NotCovered not -> NOT_COVERED;
                case LineOutcome.Partial partial -> throw new AssertionError(partial);
                case LineOutcome.Redirected redirected -> REDIRECTED;
                case LineOutcome.NeedsEvidence needs -> NEEDS_EVIDENCE;
                case LineOutcome.NeedsReview review -> NEEDS_REVIEW;
            };
        }
    }
}
