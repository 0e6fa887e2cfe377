package dev.aftersales.claims.adjudication;

import static dev.aftersales.claims.adjudication.GivenLine.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.contracts.events.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An upheld dispute takes away what the clause did against the customer; what the clause gives stays. */
class UpheldDisputeTest {

    private static final String AFTER_THE_TERM = "2026-06-05T10:00";

    @Test
    void liftsInboundFreightAndLeavesReturnFreightToTheVendor() {
        // When
        LineOutcome judged =
                line().technicianFinds("NOT_PER_MANUAL").upheld("C4.3a").judgedUnder("C");

        // Then
        assertThat(judged.verdict()).contains(Verdict.NOT_COVERED_OFFER_QUOTE);
        assertThat(payers(judged))
                .containsEntry(ChargeItem.INBOUND_FREIGHT, Payer.VENDOR)
                .containsEntry(ChargeItem.RETURN_FREIGHT, Payer.VENDOR)
                .containsEntry(ChargeItem.URGENT_FREIGHT, Payer.CUSTOMER);
        assertThat(judged.explanation().text()).contains("C4.3a (dispute upheld)", "Disputed: paid by the customer");
    }

    @Test
    void liftsPartsAndLeavesLabourFree() {
        // When
        LineOutcome judged = line().submitted(AFTER_THE_TERM).upheld("C4.1").judgedUnder("C");

        // Then
        assertThat(judged.verdict()).contains(Verdict.COVERED_PARTIAL);
        assertThat(payers(judged))
                .containsEntry(ChargeItem.PARTS, Payer.VENDOR)
                .containsEntry(ChargeItem.LABOUR, Payer.VENDOR);
    }

    @Test
    void liftsWhatOffersPaidServiceAndLeavesTheOffer() {
        // When
        LineOutcome judged = line().submitted(AFTER_THE_TERM).upheld("A1.3").judgedUnder("A");

        // Then
        assertThat(judged).isInstanceOfSatisfying(LineOutcome.Partial.class, partial -> assertThat(
                        partial.quote().clause())
                .isEqualTo("A1.3"));
        assertThat(payers(judged))
                .containsEntry(ChargeItem.PARTS, Payer.VENDOR)
                .containsEntry(ChargeItem.LABOUR, Payer.VENDOR)
                .containsEntry(ChargeItem.SERVICE, Payer.VENDOR)
                .containsEntry(ChargeItem.INBOUND_FREIGHT, Payer.AGREE);
    }

    @Test
    void leavesToAgreementWhatIsLeftToIt() {
        // When
        LineOutcome judged = line().submitted(AFTER_THE_TERM).upheld("A6.1").judgedUnder("A");

        // Then
        assertThat(payers(judged))
                .isEqualTo(payers(line().submitted(AFTER_THE_TERM).judgedUnder("A")));
    }

    @Test
    void keepsTheLabourThatWasFreeWhenTheLineIsRefusedOnAnotherGround() {
        // When
        LineOutcome judged = line().submitted(AFTER_THE_TERM)
                .technicianFinds("NOT_PER_MANUAL")
                .upheld("C3.1")
                .judgedUnder("C");

        // Then
        assertThat(judged.verdict()).contains(Verdict.COVERED_PARTIAL);
        assertThat(judged.charges())
                .contains(new ChargeSplit(ChargeItem.LABOUR, Payer.VENDOR, "C4.1", "R-C2"))
                .contains(new ChargeSplit(ChargeItem.PARTS, Payer.CUSTOMER, "C2.4", "R-C3"));
    }

    @Test
    void liftsWhatTheContractLaysOnTheCustomer() {
        // When
        LineOutcome judged = line().technicianFinds("MATERIAL")
                .contractCharges(ChargeItem.LABOUR, Payer.CUSTOMER)
                .upheld("A6.1")
                .judgedUnder("A");

        // Then
        assertThat(judged.verdict()).contains(Verdict.COVERED);
        assertThat(payers(judged)).containsEntry(ChargeItem.LABOUR, Payer.VENDOR);
    }

    private static Map<ChargeItem, Payer> payers(LineOutcome judged) {
        Map<ChargeItem, Payer> payers = new LinkedHashMap<>();
        judged.charges().forEach(share -> payers.put(share.item(), share.payer()));
        return payers;
    }
}
