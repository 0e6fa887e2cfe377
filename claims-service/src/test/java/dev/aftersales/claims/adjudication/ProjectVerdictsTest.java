package dev.aftersales.claims.adjudication;

import static dev.aftersales.claims.adjudication.AgreementKind.PAID_YEAR;
import static dev.aftersales.claims.adjudication.AgreementKind.SERVICE_AGREEMENT;
import static dev.aftersales.claims.adjudication.Confirmer.Kind.AGENT;
import static dev.aftersales.claims.adjudication.DatedDocument.State.INCONSISTENT;
import static dev.aftersales.claims.adjudication.DocumentKind.DELIVERY;
import static dev.aftersales.claims.adjudication.DocumentKind.PROJECT_ACCEPTANCE;
import static dev.aftersales.claims.adjudication.GivenLine.line;
import static dev.aftersales.claims.adjudication.Review.Outcome.CONFIRM;
import static dev.aftersales.claims.adjudication.Review.Outcome.DISMISS;
import static dev.aftersales.contracts.events.Route.ON_SITE;
import static dev.aftersales.contracts.events.Route.PARTS;
import static dev.aftersales.contracts.events.Route.REPLACEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the project supplier's promise says of a line, clause by clause. */
class ProjectVerdictsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void judgesByThePolicy(PolicyCase given) {
        // When
        LineOutcome judged = given.given().judgedUnder(given.policy());

        // Then
        assertThat(PolicyCase.words(judged)).isEqualTo(given.outcome());
        assertThat(PolicyCase.because(judged)).isEqualTo(given.because());
        assertThat(PolicyCase.charges(judged)).isEqualTo(given.charges());
    }

    static Stream<PolicyCase> cases() {
        return Stream.of(
                // Term
                row(
                                "last minute of the last day",
                                line().submitted("2026-03-14T23:59"),
                                "ADMITTED",
                                "E1.1/R-E1 E2.1/R-E11")
                        .justNot("E6.1"),
                row(
                                "first minute of the next day",
                                line().submitted("2026-03-15T00:00"),
                                "NOT_COVERED E6.1/R-E3",
                                "E1.1/R-E1 E1.1/R-E1 E6.1/R-E3")
                        .charging(
                                "PARTS=CUSTOMER by E6.1/R-E3, LABOUR=CUSTOMER by E6.1/R-E3, SERVICE=CUSTOMER by E6.1/R-E3, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT")
                        .justNot("E1.1 E2.1"),
                row(
                        "acceptance before delivery",
                        line().dated(DELIVERY, "2024-01-01"),
                        "ADMITTED",
                        "E1.1/R-E1 E2.1/R-E11"),
                row(
                                "no acceptance, so the delivery counts",
                                line().without(PROJECT_ACCEPTANCE).dated(DELIVERY, "2024-06-04"),
                                "NOT_COVERED E6.1/R-E3",
                                "E1.1/R-E1 E1.1/R-E1 E6.1/R-E3")
                        .charging(
                                "PARTS=CUSTOMER by E6.1/R-E3, LABOUR=CUSTOMER by E6.1/R-E3, SERVICE=CUSTOMER by E6.1/R-E3, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                row(
                        "neither acceptance nor delivery",
                        line().without(PROJECT_ACCEPTANCE, DELIVERY),
                        "NEEDS_EVIDENCE ACCEPTANCE_OR_DELIVERY_DATE",
                        "E1.1"),
                row(
                        "the acceptance of another project",
                        line().without(DELIVERY).bringsExamined(PROJECT_ACCEPTANCE, "2025-03-14", INCONSISTENT, AGENT),
                        "NEEDS_EVIDENCE ACCEPTANCE_OR_DELIVERY_DATE",
                        "~E1.1/R-E-OTHER E1.1"),
                row(
                        "the acceptance of another project, and the delivery of this one",
                        line().bringsExamined(PROJECT_ACCEPTANCE, "2023-03-14", INCONSISTENT, AGENT),
                        "ADMITTED",
                        "~E1.1/R-E-OTHER E1.1/R-E1 E2.1/R-E11"),
                row("no serial", line().noSerial(), "NEEDS_EVIDENCE SERIAL", "E1.1/R-E-SERIAL"),
                // A paid year after the term
                row(
                                "first minute of a paid year",
                                line().submitted("2026-05-01T00:00")
                                        .agreed(PAID_YEAR, "2026-05-01", "2027-04-30")
                                        .technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "~E1.1/R-E1 E6.2/R-E3 E2.1/R-E11 E1.1 E1.1 E1.1 E2.1")
                        .charging(
                                "PARTS=VENDOR by E2.1, LABOUR=VENDOR by E1.1, SERVICE=VENDOR by E1.1, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                row(
                                "last minute of a paid year",
                                line().submitted("2027-04-30T23:59")
                                        .agreed(PAID_YEAR, "2026-05-01", "2027-04-30")
                                        .technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "~E1.1/R-E1 E6.2/R-E3 E2.1/R-E11 E1.1 E1.1 E1.1 E2.1")
                        .charging(
                                "PARTS=VENDOR by E2.1, LABOUR=VENDOR by E1.1, SERVICE=VENDOR by E1.1, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT")
                        .justNot("E6.1"),
                row(
                                "first minute after a paid year",
                                line().submitted("2027-05-01T00:00")
                                        .agreed(PAID_YEAR, "2026-05-01", "2027-04-30")
                                        .technicianFinds("MATERIAL"),
                                "NOT_COVERED E6.1/R-E3",
                                "E1.1/R-E1 E1.1/R-E1 E6.1/R-E3")
                        .charging(
                                "PARTS=CUSTOMER by E6.1/R-E3, LABOUR=CUSTOMER by E6.1/R-E3, SERVICE=CUSTOMER by E6.1/R-E3, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT")
                        .justNot("E6.2"),
                row(
                                "last minute before a paid year",
                                line().submitted("2026-04-30T23:59")
                                        .agreed(PAID_YEAR, "2026-05-01", "2027-04-30")
                                        .technicianFinds("MATERIAL"),
                                "NOT_COVERED E6.1/R-E3",
                                "E1.1/R-E1 E1.1/R-E1 E6.1/R-E3")
                        .charging(
                                "PARTS=CUSTOMER by E6.1/R-E3, LABOUR=CUSTOMER by E6.1/R-E3, SERVICE=CUSTOMER by E6.1/R-E3, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                row(
                                "a paid year without an end",
                                line().submitted("2036-01-01T10:00")
                                        .agreed(PAID_YEAR, "2026-05-01", null)
                                        .technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "~E1.1/R-E1 E6.2/R-E3 E2.1/R-E11 E1.1 E1.1 E1.1 E2.1")
                        .charging(
                                "PARTS=VENDOR by E2.1, LABOUR=VENDOR by E1.1, SERVICE=VENDOR by E1.1, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                row(
                                "a service agreement is no paid year",
                                line().submitted("2026-06-01T10:00")
                                        .agreed(SERVICE_AGREEMENT, "2026-05-01", "2027-04-30")
                                        .technicianFinds("MATERIAL"),
                                "NOT_COVERED E6.1/R-E3",
                                "E1.1/R-E1 E1.1/R-E1 E6.1/R-E3")
                        .charging(
                                "PARTS=CUSTOMER by E6.1/R-E3, LABOUR=CUSTOMER by E6.1/R-E3, SERVICE=CUSTOMER by E6.1/R-E3, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                row(
                                "a paid year inside the term changes nothing",
                                line().submitted("2025-06-05T10:00")
                                        .agreed(PAID_YEAR, "2025-05-01", "2026-04-30")
                                        .technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "E1.1/R-E1 E2.1/R-E11 E1.1 E1.1 E1.1 E2.1")
                        .charging(
                                "PARTS=VENDOR by E2.1, LABOUR=VENDOR by E1.1, SERVICE=VENDOR by E1.1, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                // Cover
                row(
                                "material",
                                line().technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "E1.1/R-E1 E2.1/R-E11 E1.1 E1.1 E1.1 E2.1")
                        .charging(
                                "PARTS=VENDOR by E2.1, LABOUR=VENDOR by E1.1, SERVICE=VENDOR by E1.1, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                row(
                                "a consumable is equipment, too",
                                line().item(ItemClass.CONSUMABLE).technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "E1.1/R-E1 E2.1/R-E11 E1.1 E1.1 E1.1 E2.1")
                        .charging(
                                "PARTS=VENDOR by E2.1, LABOUR=VENDOR by E1.1, SERVICE=VENDOR by E1.1, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                row(
                                "parts",
                                line().servedBy(PARTS, "MATERIAL"),
                                "COVERED PARTS",
                                "E1.1/R-E1 E2.1/R-E11 E1.1 E2.1 E1.1 E2.1")
                        .charging(
                                "PARTS=VENDOR by E2.1, LABOUR=VENDOR by E1.1, SERVICE=VENDOR by E1.1, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                row(
                                "a visit",
                                line().servedBy(ON_SITE, "MATERIAL"),
                                "COVERED ON_SITE",
                                "E1.1/R-E1 E2.1/R-E11 E1.1 E3.2 E1.1 E2.1")
                        .charging(
                                "PARTS=VENDOR by E2.1, LABOUR=VENDOR by E1.1, SERVICE=VENDOR by E1.1, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                row(
                                "a new unit, which nobody promised",
                                line().servedBy(REPLACEMENT, "MATERIAL"),
                                "NEEDS_REVIEW",
                                "E1.1")
                        .justNot("E3.2"),
                row(
                                "lightning is not excluded",
                                line().technicianFinds("LIGHTNING"),
                                "COVERED DEPOT_REPAIR",
                                "E1.1/R-E1 E2.1/R-E11 E1.1 E1.1 E1.1 E2.1")
                        .charging(
                                "PARTS=VENDOR by E2.1, LABOUR=VENDOR by E1.1, SERVICE=VENDOR by E1.1, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                row(
                                "a cause that nobody foresaw",
                                line().technicianFinds("FADING"),
                                "COVERED DEPOT_REPAIR",
                                "E1.1/R-E1 E2.1/R-E11 E1.1 E1.1 E1.1 E2.1")
                        .charging(
                                "PARTS=VENDOR by E2.1, LABOUR=VENDOR by E1.1, SERVICE=VENDOR by E1.1, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                row(
                                "42: water damage: the policy has no exclusion clause",
                                line().technicianFinds("WATER_INGRESS"),
                                "NEEDS_REVIEW",
                                "E1.1/R-E2")
                        .justNot("E1.1"),
                row(
                                "misuse, covered by review",
                                line().technicianFinds("IMPROPER_USE").reviewed(DISMISS),
                                "COVERED DEPOT_REPAIR",
                                "E1.1/R-E1 E2.1/R-E11 E1.1 E1.1 E1.1 E2.1")
                        .charging(
                                "PARTS=VENDOR by E2.1, LABOUR=VENDOR by E1.1, SERVICE=VENDOR by E1.1, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                row(
                                "misuse, confirmed by review",
                                line().technicianFinds("IMPROPER_USE").reviewed(CONFIRM),
                                "NOT_COVERED E1.1/R-E2",
                                "E1.1/R-E2 E1.1/R-E2")
                        .charging(
                                "PARTS=CUSTOMER by E1.1/R-E2, LABOUR=CUSTOMER by E1.1/R-E2, SERVICE=CUSTOMER by E1.1/R-E2, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                // Contract before policy
                row(
                                "the contract excludes lightning",
                                line().contractExcludes("LIGHTNING").technicianFinds("LIGHTNING"),
                                "NOT_COVERED E1.1/R-E2",
                                "E1.1/R-E-CONTRACT E1.1/R-E2")
                        .charging(
                                "PARTS=CUSTOMER by E1.1/R-E2, LABOUR=CUSTOMER by E1.1/R-E2, SERVICE=CUSTOMER by E1.1/R-E2, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"),
                row(
                                "the contract gives three years",
                                line().submitted("2028-03-14T10:00")
                                        .contractTerm("P36M")
                                        .technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "E1.1/R-E1 E1.1/R-E-CONTRACT E2.1/R-E11 E1.1 E1.1 E1.1 E2.1")
                        .charging(
                                "PARTS=VENDOR by E2.1, LABOUR=VENDOR by E1.1, SERVICE=VENDOR by E1.1, INBOUND_FREIGHT=AGREE by E1.1/R-E-FREIGHT, RETURN_FREIGHT=AGREE by E1.1/R-E-FREIGHT"));
    }

    private static PolicyCase row(String name, GivenLine given, String outcome, String because) {
        return PolicyCase.of("E", name, given, outcome, because);
    }
}
