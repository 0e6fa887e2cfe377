package dev.aftersales.claims.adjudication;

import static dev.aftersales.claims.adjudication.GivenLine.line;
import static dev.aftersales.claims.adjudication.Review.Outcome.CONFIRM;
import static dev.aftersales.claims.adjudication.Review.Outcome.DISMISS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a customer reports of a line before anybody looked at it is a suspicion (A3.7, reading R-A3). */
class ReportedFactTest {

    @Test
    void putsAnIllegibleLabelBeforeAPersonInPlaceOfAskingForTheSerial() {
        // When
        LineOutcome judged = illegible().judgedUnder("A");

        // Then
        assertThat(judged.verdict()).contains(Verdict.NEEDS_REVIEW);
        assertThat(judged.explanation().doubts()).isEqualTo(List.of(new Doubt("A3.7", "serialLabel")));
    }

    @Test
    void asksForTheSerialOnceThatIsDismissed() {
        assertThat(illegible().reviewed(DISMISS).judgedUnder("A"))
                .isInstanceOfSatisfying(LineOutcome.NeedsEvidence.class, asks -> assertThat(asks.missing())
                        .extracting(MissingEvidence::item)
                        .containsExactly("SERIAL"));
    }

    @Test
    void isAGroundOnceAPersonConfirmsIt() {
        assertThat(illegible().reviewed(CONFIRM).judgedUnder("A").verdict()).contains(Verdict.NOT_COVERED_OFFER_QUOTE);
    }

    @Test
    void isNoSuspicionAnyMoreWhereTheTechnicianSaysOtherwise() {
        assertThat(line().reports("serialLabel", "ILLEGIBLE")
                        .technicianFinds("MATERIAL", "SERIAL_LABEL_INTACT")
                        .judgedUnder("A")
                        .verdict())
                .contains(Verdict.COVERED);
    }

    @Test
    void saysNothingThatThePackDoesNotLetACustomerReport() {
        assertThat(line().reports("serialLabel", "ALTERED").judgedUnder("A").verdict())
                .isEmpty();
    }

    private static GivenLine illegible() {
        return line().noSerial().reports("serialLabel", "ILLEGIBLE");
    }
}
