package dev.aftersales.claims.adjudication;

import static dev.aftersales.claims.adjudication.DocumentKind.INVOICE;
import static dev.aftersales.claims.adjudication.DocumentKind.PURCHASE_CERTIFICATE;
import static dev.aftersales.claims.adjudication.DocumentKind.WARRANTY_CARD;
import static dev.aftersales.claims.adjudication.GivenLine.line;
import static dev.aftersales.contracts.events.Route.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.policies.PackReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The shops' statutory overlay: shipped off, and the strongest word once a version switches it on (B1.1, reading B?7). */
class StatutoryOverlayTest {

    private static final CompiledPolicy OFF = pack(false);
    private static final CompiledPolicy ON = pack(true);
    private static final CompiledPolicy CONTRACT_FIRST = pack(true, "[CONTRACT, LAW, POLICY]");

    @Test
    void liftsAContractToTheLegalTermWhetherTheFurtherRulesAreOnOrOff() {
        // Given
        GivenLine late = line().contractTerm("P6M").submitted("2026-03-14T10:00");

        // When
        LineOutcome off = late.judgedUnder(OFF);
        LineOutcome on = late.judgedUnder(ON);

        // Then
        assertThat(PolicyCase.words(off)).isEqualTo("ADMITTED");
        assertThat(PolicyCase.because(off)).contains("B1.1/R-B-TERM");
        assertThat(PolicyCase.words(on)).isEqualTo("ADMITTED");
        assertThat(PolicyCase.because(on)).contains("B1.1/R-B-TERM");
    }

    @Test
    void endsTheLegalTermWithItsLastDay() {
        assertThat(PolicyCase.words(
                        line().contractTerm("P6M").submitted("2026-03-15T00:00").judgedUnder(ON)))
                .isEqualTo("NOT_COVERED B3.1");
    }

    @Test
    void putsALegalRightBeforeAnExclusionThroughItsLastDay() {
        // Given
        GivenLine seventhDay = bought("2025-05-29").servedBy(REFUND, "LIGHTNING");
        GivenLine eighthDay = bought("2025-05-28").servedBy(REFUND, "LIGHTNING");

        // When / Then
        assertThat(PolicyCase.words(seventhDay.judgedUnder(ON))).isEqualTo("COVERED REFUND");
        assertThat(PolicyCase.because(seventhDay.judgedUnder(ON))).contains("B1.1/R-B7");
        assertThat(PolicyCase.words(eighthDay.judgedUnder(ON))).isEqualTo("NOT_COVERED B3.1");
        assertThat(PolicyCase.words(seventhDay.judgedUnder(OFF))).isEqualTo("NOT_COVERED B3.1");
    }

    @Test
    void putsALegalRightBeforeWhatTheContractExcludesThroughItsLastDay() {
        // Given
        GivenLine seventhDay =
                bought("2025-05-29").contractExcludes("LIGHTNING").servedBy(REFUND, "LIGHTNING");
        GivenLine eighthDay = bought("2025-05-28").contractExcludes("LIGHTNING").servedBy(REFUND, "LIGHTNING");
        GivenLine covered = bought("2025-05-29").contractExcludes("PERFORMANCE").servedBy(REFUND, "PERFORMANCE");

        // When / Then
        assertThat(PolicyCase.words(seventhDay.judgedUnder(ON))).isEqualTo("COVERED REFUND");
        assertThat(PolicyCase.words(eighthDay.judgedUnder(ON))).isEqualTo("NOT_COVERED B3.1");
        assertThat(PolicyCase.words(covered.judgedUnder(ON))).isEqualTo("COVERED REFUND");
        assertThat(PolicyCase.because(covered.judgedUnder(ON))).contains("B1.1/R-B7");
        assertThat(PolicyCase.words(covered.judgedUnder(OFF))).isEqualTo("NOT_COVERED B3.1");
    }

    @Test
    void letsTheContractExcludeWhereThePackOrdersItBeforeTheLaw() {
        GivenLine excluded =
                bought("2025-05-29").contractExcludes("PERFORMANCE").servedBy(REFUND, "PERFORMANCE");

        assertThat(PolicyCase.words(excluded.judgedUnder(CONTRACT_FIRST))).isEqualTo("NOT_COVERED B3.1");
    }

    @Test
    void laysNothingOnTheCustomerByContractThatTheLawGrants() {
        // Given
        GivenLine charged = bought("2025-05-29")
                .contractCharges(ChargeItem.LABOUR, Payer.CUSTOMER)
                .contractCharges(ChargeItem.PARTS, Payer.AGREE)
                .contractCharges(ChargeItem.RETURN_FREIGHT, Payer.CUSTOMER)
                .servedBy(REFUND, "PERFORMANCE");

        // When
        LineOutcome on = charged.judgedUnder(ON);

        // Then
        assertThat(PolicyCase.words(on)).isEqualTo("COVERED REFUND");
        assertThat(PolicyCase.charges(on))
                .contains("PARTS=VENDOR by B1.3a/R-B-PARTS", "LABOUR=VENDOR by B1.3a")
                .as("what the law does not speak of the contract may")
                .contains("RETURN_FREIGHT=CUSTOMER by B1.1/R-B-CONTRACT");
        assertThat(PolicyCase.because(on)).contains("~B1.1/R-B-CONTRACT");
        assertThat(PolicyCase.words(charged.judgedUnder(OFF))).isEqualTo("NOT_COVERED B1.1/R-B-CONTRACT");
        assertThat(PolicyCase.charges(charged.judgedUnder(OFF))).contains("LABOUR=CUSTOMER by B1.1/R-B-CONTRACT");
        assertThat(PolicyCase.charges(charged.judgedUnder(CONTRACT_FIRST)))
                .contains("LABOUR=CUSTOMER by B1.1/R-B-CONTRACT");
    }

    private static GivenLine bought(String date) {
        return line().dated(INVOICE, date).dated(PURCHASE_CERTIFICATE, date).dated(WARRANTY_CARD, date);
    }

    /** The shops' pack, with a legal right for a cause that the policy excludes. */
    private static CompiledPolicy pack(boolean on) {
        return pack(on, "[LAW, CONTRACT, POLICY]");
    }

    private static CompiledPolicy pack(boolean on, String precedence) {
        try {
            String shipped =
                    new ClassPathResource("policy-packs/shops/B-1.yaml").getContentAsString(StandardCharsets.UTF_8);
            String changed = shipped.replace("enabled: false", "enabled: " + on)
                    .replace("[LAW, CONTRACT, POLICY]", precedence)
                    .replace("within: P7D, causes: [PERFORMANCE]", "within: P7D, causes: [PERFORMANCE, LIGHTNING]");
            assertThat(changed).isNotEqualTo(shipped);
            return new PackReader().compile("B-1.yaml", changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
