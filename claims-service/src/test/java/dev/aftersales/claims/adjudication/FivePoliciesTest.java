package dev.aftersales.claims.adjudication;

import static dev.aftersales.claims.adjudication.DocumentKind.BILL_OF_LADING;
import static dev.aftersales.claims.adjudication.DocumentKind.INVOICE;
import static dev.aftersales.claims.adjudication.DocumentKind.PROJECT_ACCEPTANCE;
import static dev.aftersales.claims.adjudication.DocumentKind.PURCHASE_CERTIFICATE;
import static dev.aftersales.claims.adjudication.DocumentKind.WARRANTY_CARD;
import static dev.aftersales.contracts.events.Route.ON_SITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Precedence;
import dev.aftersales.claims.policies.ShippedPacks;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cross-policy matrix of the clause register: the same fact, five answers. */
class FivePoliciesTest {

    private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void answersTheSameFactInFiveWays(String fact, GivenLine given, List<String> expected) {
        // When
        List<String> answers = LETTERS.stream()
                .map(letter -> letter + " " + PolicyCase.words(given.judgedUnder(letter)))
                .toList();

        // Then
        assertThat(answers).as(fact).isEqualTo(expected);
    }

    static Stream<Arguments> answersTheSameFactInFiveWays() {
        return Stream.of(
                row(
                        "a fault in the material",
                        line().technicianFinds("MATERIAL"),
                        "A COVERED DEPOT_REPAIR",
                        "B COVERED DEPOT_REPAIR",
                        "C COVERED DEPOT_REPAIR",
                        "D COVERED DEPOT_REPAIR",
                        "E COVERED DEPOT_REPAIR"),
                row(
                        "term: a year and a day",
                        line().submitted("2026-03-15T10:00"),
                        "A NOT_COVERED A1.3",
                        "B NOT_COVERED B3.1",
                        "C PARTIAL C4.1",
                        "D ADMITTED",
                        "E NOT_COVERED E6.1/R-E3"),
                row(
                        "anchor: an old bill of lading",
                        line().dated(BILL_OF_LADING, "2020-03-14"),
                        "A NOT_COVERED A1.3",
                        "B ADMITTED",
                        "C ADMITTED",
                        "D ADMITTED",
                        "E ADMITTED"),
                row(
                        "anchor: an old invoice",
                        line().dated(INVOICE, "2020-03-14"),
                        "A ADMITTED",
                        "B NOT_COVERED B3.1",
                        "C NOT_COVERED C4.2/R-C2",
                        "D NOT_COVERED D2.2a",
                        "E ADMITTED"),
                row(
                        "anchor: an old acceptance",
                        line().dated(PROJECT_ACCEPTANCE, "2020-03-14"),
                        "A ADMITTED",
                        "B ADMITTED",
                        "C ADMITTED",
                        "D ADMITTED",
                        "E NOT_COVERED E6.1/R-E3"),
                row(
                        "altered invoice",
                        line().bringsExamined(INVOICE, "2025-03-14", DatedDocument.State.ALTERED, Confirmer.Kind.AGENT),
                        "A ADMITTED",
                        "B NOT_COVERED B3.1",
                        "C ADMITTED",
                        "D ADMITTED",
                        "E ADMITTED"),
                row(
                        "no invoice",
                        line().without(INVOICE, PURCHASE_CERTIFICATE),
                        "A ADMITTED",
                        "B NEEDS_EVIDENCE PROOF_OF_PURCHASE",
                        "C NEEDS_EVIDENCE INVOICE_DATE",
                        "D ADMITTED",
                        "E ADMITTED"),
                row(
                        "no warranty card",
                        line().without(WARRANTY_CARD),
                        "A ADMITTED",
                        "B NEEDS_EVIDENCE WARRANTY_CARD",
                        "C ADMITTED",
                        "D ADMITTED",
                        "E ADMITTED"),
                row(
                        "no photo or video",
                        line().evidence(),
                        "A NEEDS_EVIDENCE PHOTO_OR_VIDEO",
                        "B ADMITTED",
                        "C ADMITTED",
                        "D ADMITTED",
                        "E ADMITTED"),
                row(
                        "no acceptance of terms",
                        line().withoutConsent("TERMS_ACCEPTED"),
                        "A ADMITTED",
                        "B ADMITTED",
                        "C ADMITTED",
                        "D NEEDS_EVIDENCE TERMS_ACCEPTED",
                        "E ADMITTED"),
                row(
                        "lightning",
                        line().technicianFinds("LIGHTNING"),
                        "A NOT_COVERED A1.3/R-A15",
                        "B NOT_COVERED B3.1",
                        "C NOT_COVERED C2.4/R-C3",
                        "D NOT_COVERED D2.2a",
                        "E COVERED DEPOT_REPAIR"),
                row(
                        "misuse",
                        line().technicianFinds("IMPROPER_USE"),
                        "A NOT_COVERED A1.3/R-A15",
                        "B NOT_COVERED B3.1",
                        "C NOT_COVERED C2.4/R-C3",
                        "D NOT_COVERED D2.2a",
                        "E NEEDS_REVIEW"),
                row(
                        "42: water damage",
                        line().technicianFinds("WATER_INGRESS"),
                        "A NOT_COVERED A1.3/R-A15",
                        "B NEEDS_REVIEW",
                        "C NEEDS_REVIEW",
                        "D NEEDS_REVIEW",
                        "E NEEDS_REVIEW"),
                row(
                        "wear without effect",
                        line().technicianFinds("WEAR", "FUNCTION_UNIMPAIRED"),
                        "A NOT_COVERED A1.3/R-A15",
                        "B COVERED DEPOT_REPAIR",
                        "C NEEDS_REVIEW",
                        "D NEEDS_REVIEW",
                        "E COVERED DEPOT_REPAIR"),
                row(
                        "damage in transit",
                        line().technicianFinds("IN_TRANSIT_DAMAGE"),
                        "A REDIRECT",
                        "B COVERED DEPOT_REPAIR",
                        "C NEEDS_REVIEW",
                        "D REDIRECT",
                        "E COVERED DEPOT_REPAIR"),
                row(
                        "a visit in Shenzhen",
                        line().at("CN-440307").servedBy(ON_SITE, "MATERIAL"),
                        "A NEEDS_REVIEW",
                        "B NEEDS_REVIEW",
                        "C COVERED ON_SITE",
                        "D NEEDS_REVIEW",
                        "E COVERED ON_SITE"),
                row(
                        "a visit in Guangzhou",
                        line().at("CN-440106").servedBy(ON_SITE, "MATERIAL"),
                        "A NEEDS_REVIEW",
                        "B NEEDS_REVIEW",
                        "C NEEDS_REVIEW",
                        "D NEEDS_REVIEW",
                        "E COVERED ON_SITE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void hasFiveAnswersToWhoPays(String what, GivenLine given, ChargeItem item, List<String> expected) {
        // When
        List<String> answers = LETTERS.stream()
                .map(letter -> given.judgedUnder(letter).charges().stream()
                        .filter(split -> split.item() == item)
                        .map(split -> letter + " " + split.payer() + " " + split.clause()
                                + (split.reading() == null ? "" : "/" + split.reading()))
                        .collect(Collectors.joining()))
                .toList();

        // Then
        assertThat(answers).as(what).isEqualTo(expected);
    }

    static Stream<Arguments> hasFiveAnswersToWhoPays() {
        GivenLine covered = line().technicianFinds("MATERIAL");
        GivenLine late = line().submitted("2027-03-15T10:00");
        return Stream.of(
                pays(
                        "parts in warranty",
                        covered,
                        ChargeItem.PARTS,
                        "A VENDOR A2.1/R-A1",
                        "B VENDOR B1.3a/R-B-PARTS",
                        "C VENDOR C2.4/R-C-PARTS",
                        "D VENDOR D2.1a",
                        "E VENDOR E2.1"),
                pays(
                        "labour after expiry",
                        late,
                        ChargeItem.LABOUR,
                        "A CUSTOMER A1.3",
                        "B CUSTOMER B3.1",
                        "C VENDOR C4.1/R-C2",
                        "D CUSTOMER D2.2a",
                        "E CUSTOMER E6.1/R-E3"),
                pays(
                        "parts after expiry",
                        late,
                        ChargeItem.PARTS,
                        "A CUSTOMER A1.3",
                        "B CUSTOMER B3.1",
                        "C CUSTOMER C4.1/R-C2",
                        "D CUSTOMER D2.2a",
                        "E CUSTOMER E6.1/R-E3"),
                pays(
                        "freight in",
                        covered,
                        ChargeItem.INBOUND_FREIGHT,
                        "A AGREE A6.1/R-A12-FREIGHT",
                        "B AGREE B3.1/R-B-FREIGHT",
                        "C CUSTOMER C4.3a",
                        "D CUSTOMER D2.1b",
                        "E AGREE E1.1/R-E-FREIGHT"),
                pays(
                        "freight back",
                        covered,
                        ChargeItem.RETURN_FREIGHT,
                        "A AGREE A6.1/R-A12-FREIGHT",
                        "B AGREE B3.1/R-B-FREIGHT",
                        "C VENDOR C4.3a",
                        "D VENDOR D2.1d",
                        "E AGREE E1.1/R-E-FREIGHT"));
    }

    @Test
    void putsTermsIntoFiveOrders() {
        assertThat(ShippedPacks.ALL)
                .extracting(policy -> policy.rules().precedence())
                .containsExactly(
                        List.of(Precedence.CONTRACT, Precedence.POLICY),
                        List.of(Precedence.LAW, Precedence.CONTRACT, Precedence.POLICY),
                        List.of(Precedence.CONTRACT, Precedence.POLICY),
                        List.of(Precedence.AGREEMENT, Precedence.CONTRACT, Precedence.POLICY),
                        List.of(Precedence.CONTRACT, Precedence.POLICY));
    }

    @Test
    void inheritsNoListOfExclusions() {
        assertThat(ShippedPacks.policy("E").rules().exclusions()).isEmpty();
    }

    /** Of a model whose term the online agreement states; the other four know nothing of it. */
    private static GivenLine line() {
        return GivenLine.line().of("DX-10");
    }

    private static Arguments row(String fact, GivenLine given, String... expected) {
        return arguments(fact, given, List.of(expected));
    }

    private static Arguments pays(String what, GivenLine given, ChargeItem item, String... expected) {
        return arguments(what, given, item, List.of(expected));
    }
}
