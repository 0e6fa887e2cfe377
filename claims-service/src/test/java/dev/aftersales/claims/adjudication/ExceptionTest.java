package dev.aftersales.claims.adjudication;

import static dev.aftersales.claims.adjudication.GivenLine.line;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lifts an exclusion is cited with its clause, and with who confirmed it (A3.3, C3.3). */
class ExceptionTest {

    @ParameterizedTest
    @CsvSource({"A, A3.3, MODIFICATION, WORK_AUTHORISED", "C, C3.3, DISMANTLING, WRITTEN_AUTHORISATION"})
    void citesTheLeaveForAModification(String policy, String clause, String cause, String finding) {
        // When
        LineOutcome judged = line().technicianFinds(cause, finding).judgedUnder(policy);

        // Then
        assertThat(judged).isInstanceOf(LineOutcome.NeedsReview.class);
        assertThat(judged.explanation().citations())
                .filteredOn(citation -> citation.clause().equals(clause))
                .singleElement()
                .satisfies(citation -> {
                    assertThat(citation.effect()).isEqualTo(Effect.NOTED);
                    assertThat(citation.fact()).isEqualTo("workAuthorised");
                    assertThat(citation.value()).isEqualTo("YES");
                    assertThat(citation.evidenceIds()).isNotEmpty();
                    assertThat(citation.confirmation()).isNotNull();
                });
        assertThat(judged.explanation().text())
                .doesNotContain("says nothing of")
                .contains("does not apply here");
    }
}
