package dev.aftersales.claims.adjudication;

import static dev.aftersales.claims.adjudication.DocumentKind.BILL_OF_LADING;
import static dev.aftersales.claims.adjudication.GivenLine.line;
import static dev.aftersales.claims.adjudication.Review.Outcome.DISMISS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A review settles what was put before the person, and nothing else under the same clause. */
class SettledDoubtTest {

    private static final Doubt NO_SERIAL = new Doubt("A1.1", "SERIAL unavailable");

    @Test
    void asksForTheStartOfTheTermOnceTheMissingSerialIsDismissed() {
        // When
        LineOutcome judged = withoutSerial().reviewed(DISMISS, NO_SERIAL).judgedUnder("A");

        // Then
        assertThat(judged).isInstanceOfSatisfying(LineOutcome.NeedsEvidence.class, asks -> assertThat(asks.missing())
                .containsExactly(new MissingEvidence("A1.1", "BILL_OF_LADING_DATE", false)));
    }

    @Test
    void asksForTheStartOfTheTermAlsoWhereTheReviewSettlesWhateverThereWas() {
        assertThat(withoutSerial().reviewed(DISMISS).judgedUnder("A").verdict()).contains(Verdict.NEEDS_EVIDENCE);
        assertThat(line().serialUnknown()
                        .without(DocumentKind.values())
                        .unavailable("KNOWN_SERIAL")
                        .technicianFinds("MATERIAL")
                        .reviewed(DISMISS)
                        .judgedUnder("C")
                        .verdict())
                .contains(Verdict.NEEDS_EVIDENCE);
    }

    @Test
    void judgesTheTermByThePaperThatIsBroughtWithoutTheUnit() {
        assertThat(broughtOn("2025-03-14").verdict()).contains(Verdict.COVERED);
        assertThat(broughtOn("2024-03-14").verdict()).contains(Verdict.NOT_COVERED_OFFER_QUOTE);
    }

    private static LineOutcome broughtOn(String day) {
        return withoutSerial()
                .brings(BILL_OF_LADING, day, Map.of("model", "X1", "serial", "S-1", "vessel", "V-1"))
                .reviewed(DISMISS, NO_SERIAL)
                .judgedUnder("A");
    }

    @Test
    void leavesTheMissingStartOfTheTermToAPersonWhoWasAskedOfTheSerialOnly() {
        // Given
        GivenLine neither = withoutSerial().unavailable("SERIAL", "BILL_OF_LADING_DATE");

        // When
        LineOutcome asked = neither.reviewed(DISMISS, NO_SERIAL).judgedUnder("A");

        // Then
        assertThat(asked.verdict()).contains(Verdict.NEEDS_REVIEW);
        assertThat(asked.explanation().doubts())
                .isEqualTo(List.of(new Doubt("A1.1", "BILL_OF_LADING_DATE unavailable")));
        assertThat(neither.reviewed(DISMISS, new Doubt("A1.1", "BILL_OF_LADING_DATE unavailable"))
                        .judgedUnder("A")
                        .verdict())
                .contains(Verdict.COVERED);
    }

    private static GivenLine withoutSerial() {
        return line().noSerial()
                .without(DocumentKind.values())
                .unavailable("SERIAL")
                .technicianFinds("MATERIAL");
    }
}
