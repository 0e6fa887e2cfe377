package dev.aftersales.claims.adjudication;

import static dev.aftersales.claims.adjudication.Confirmer.Kind.AGENT;
import static dev.aftersales.claims.adjudication.DatedDocument.State.ALTERED;
import static dev.aftersales.claims.adjudication.DatedDocument.State.ILLEGIBLE;
import static dev.aftersales.claims.adjudication.DocumentKind.INVOICE;
import static dev.aftersales.claims.adjudication.GivenLine.line;
import static dev.aftersales.contracts.events.Route.MANUFACTURER;
import static dev.aftersales.contracts.events.Route.ON_SITE;
import static dev.aftersales.contracts.events.Route.REPLACEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agency's policy says of a line, clause by clause. */
class AgencyVerdictsTest {

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
                // Papers
                row(
                        "an invoice that nobody can read",
                        line().bringsExamined(INVOICE, "2025-03-14", ILLEGIBLE, AGENT),
                        "NEEDS_EVIDENCE INVOICE_DATE",
                        "~C2.1/R-C-OTHER C2.1"),
                row(
                        "an altered invoice, of which the policy says nothing",
                        line().bringsExamined(INVOICE, "2025-03-14", ALTERED, AGENT),
                        "ADMITTED",
                        "C2.1/R-C11"),
                // Cover
                row(
                                "own brand, hardware",
                                line().technicianFinds("QUALITY_FAILURE", "HARDWARE_FAULT"),
                                "COVERED DEPOT_REPAIR",
                                "C2.1/R-C11 C1.2 C1.2 C2.4/R-C-QUALITY C2.4 C2.4 C2.4/R-C-PARTS C4.3a")
                        .charging(
                                "PARTS=VENDOR by C2.4/R-C-PARTS, LABOUR=VENDOR by C2.4, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6")
                        .justNot("C1.1"),
                row(
                                "sold as agent, hardware",
                                line().unit("supply", "AGENCY").technicianFinds("QUALITY_FAILURE", "HARDWARE_FAULT"),
                                "COVERED DEPOT_REPAIR",
                                "C2.1/R-C11 C1.1/R-C10 C1.1/R-C10 C2.4/R-C-QUALITY C2.4 C2.4 C2.4/R-C-PARTS C4.3a")
                        .charging(
                                "PARTS=VENDOR by C2.4/R-C-PARTS, LABOUR=VENDOR by C2.4, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6")
                        .justNot("C1.2"),
                row(
                                "own brand, software",
                                line().technicianFinds("QUALITY_FAILURE", "SOFTWARE_FAULT"),
                                "NOT_COVERED C2.4/R-C3",
                                "C1.2 C2.4/R-C3")
                        .charging(
                                "PARTS=CUSTOMER by C2.4/R-C3, LABOUR=CUSTOMER by C2.4/R-C3, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6")
                        .justNot("C1.2"),
                row(
                                "sold as agent, software",
                                line().unit("supply", "AGENCY").technicianFinds("QUALITY_FAILURE", "SOFTWARE_FAULT"),
                                "NOT_COVERED C2.4/R-C3",
                                "C1.1/R-C10 C2.4/R-C3")
                        .charging(
                                "PARTS=CUSTOMER by C2.4/R-C3, LABOUR=CUSTOMER by C2.4/R-C3, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6")
                        .justNot("C1.1"),
                row(
                                "an upgrade of the software",
                                line().technicianFinds("SOFTWARE_UPGRADE", "SOFTWARE_FAULT"),
                                "COVERED DEPOT_REPAIR",
                                "C2.1/R-C11 C2.4/R-C10 C2.4/R-C-QUALITY C2.4 C2.4 C2.4/R-C-PARTS C4.3a")
                        .charging(
                                "PARTS=VENDOR by C2.4/R-C-PARTS, LABOUR=VENDOR by C2.4, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6"),
                row(
                                "hardware or software: nobody said, and the cause does",
                                line().technicianFinds("QUALITY_FAILURE"),
                                "COVERED DEPOT_REPAIR",
                                "C2.1/R-C11 C1.2 C1.2/R-C-HARDWARE C2.4/R-C-QUALITY C2.4 C2.4 C2.4/R-C-PARTS C4.3a")
                        .charging(
                                "PARTS=VENDOR by C2.4/R-C-PARTS, LABOUR=VENDOR by C2.4, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6"),
                row(
                                "supply by the model: agency",
                                line().of("CX-150")
                                        .unitSilentOn("supply")
                                        .technicianFinds("QUALITY_FAILURE", "HARDWARE_FAULT"),
                                "COVERED DEPOT_REPAIR",
                                "C2.1/R-C11 C1.1/R-C10 C1.1/R-C10 C2.4/R-C-QUALITY C2.4 C2.4 C2.4/R-C-PARTS C4.3a")
                        .charging(
                                "PARTS=VENDOR by C2.4/R-C-PARTS, LABOUR=VENDOR by C2.4, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6"),
                row(
                                "no quality failure, and nothing excluded",
                                line().technicianFinds("GREMLINS"),
                                "NEEDS_REVIEW",
                                "C2.4/R-C-QUALITY")
                        .justNot("C2.4"),
                // Term
                row("last day of one year", line().submitted("2026-03-14T23:59"), "ADMITTED", "C2.1/R-C11")
                        .justNot("C3.1"),
                row("the day after", line().submitted("2026-03-15T00:00"), "PARTIAL C4.1", "C2.1/R-C11 C3.1/R-C11 C4.1")
                        .charging(
                                "PARTS=CUSTOMER by C4.1/R-C2, LABOUR=VENDOR by C4.1/R-C2, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6")
                        .justNot("C2.1"),
                row(
                        "a dispute upheld with a later invoice than that of the vendor's records",
                        line().dated(INVOICE, "2020-01-10").upheldWith(INVOICE, "2025-03-14", "C4.2"),
                        "ADMITTED",
                        "~C2.1 C2.1/R-C11"),
                row(
                        "a dispute upheld with an earlier one, which does no harm",
                        line().upheldWith(INVOICE, "2020-01-10", "C4.2"),
                        "ADMITTED",
                        "~C2.1 C2.1/R-C11"),
                row(
                        "product with a term of three years",
                        line().of("CX-900").submitted("2028-03-14T23:59"),
                        "ADMITTED",
                        "C2.1/R-C11 C2.1"),
                row(
                                "21: invoice 2025-03-14, claim 2026-03-15",
                                line().submitted("2026-03-15T10:00")
                                        .technicianFinds("QUALITY_FAILURE", "HARDWARE_FAULT"),
                                "PARTIAL C4.1",
                                "C2.1/R-C11 C3.1/R-C11 C4.1")
                        .charging(
                                "PARTS=CUSTOMER by C4.1/R-C2, LABOUR=VENDOR by C4.1/R-C2, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6"),
                row(
                                "22: last day of two years after the term",
                                line().submitted("2028-03-14T23:59"),
                                "PARTIAL C4.1",
                                "C2.1/R-C11 C3.1/R-C11 C4.1")
                        .charging(
                                "PARTS=CUSTOMER by C4.1/R-C2, LABOUR=VENDOR by C4.1/R-C2, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6")
                        .justNot("C4.2"),
                row(
                                "22: the day after",
                                line().submitted("2028-03-15T00:00"),
                                "NOT_COVERED C4.2/R-C2",
                                "C2.1/R-C11 C3.1/R-C11 C4.2/R-C2")
                        .charging(
                                "PARTS=CUSTOMER by C4.2/R-C2, LABOUR=CUSTOMER by C4.2/R-C2, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6")
                        .justNot("C4.1"),
                row(
                        "term of three years, one day over: the other way to read it",
                        line().of("CX-900").submitted("2028-03-15T10:00"),
                        "NEEDS_REVIEW",
                        "C2.1/R-C11 C2.1 C3.1/R-C11 C4.2/R-C1-AT-ONCE"),
                row(
                                "a person reads it the other way",
                                line().of("CX-900")
                                        .submitted("2028-03-15T10:00")
                                        .reviewed(Review.Outcome.CONFIRM, "2028-03-16T10:00:00Z"),
                                "NOT_COVERED C4.2/R-C1-AT-ONCE",
                                "C2.1/R-C11 C2.1 C3.1/R-C11 C4.2/R-C1-AT-ONCE")
                        .charging(
                                "PARTS=CUSTOMER by C4.2/R-C1-AT-ONCE, LABOUR=CUSTOMER by C4.2/R-C1-AT-ONCE, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6")
                        .justNot("C4.1"),
                row(
                                "a person reads it as the policy does",
                                line().of("CX-900")
                                        .submitted("2028-03-15T10:00")
                                        .reviewed(Review.Outcome.DISMISS, "2028-03-16T10:00:00Z"),
                                "PARTIAL C4.1",
                                "C2.1/R-C11 C2.1 C3.1/R-C11 C4.1")
                        .charging(
                                "PARTS=CUSTOMER by C4.1/R-C2, LABOUR=VENDOR by C4.1/R-C2, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6")
                        .justNot("C4.2"),
                row(
                                "term of three years, more than two years over",
                                line().of("CX-900").submitted("2030-03-15T10:00"),
                                "NOT_COVERED C4.2/R-C2",
                                "C2.1/R-C11 C2.1 C3.1/R-C11 C4.2/R-C2")
                        .charging(
                                "PARTS=CUSTOMER by C4.2/R-C2, LABOUR=CUSTOMER by C4.2/R-C2, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6"),
                row("no invoice", line().without(INVOICE), "NEEDS_EVIDENCE INVOICE_DATE", "C2.1"),
                row("no serial", line().noSerial(), "NEEDS_EVIDENCE SERIAL", "C2.1/R-C-SERIAL"),
                // Exclusions
                row(
                                "against the manual",
                                line().technicianFinds("NOT_PER_MANUAL"),
                                "NOT_COVERED C2.4/R-C3",
                                "C3.2 C2.4/R-C3")
                        .charging(
                                "PARTS=CUSTOMER by C2.4/R-C3, LABOUR=CUSTOMER by C2.4/R-C3, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6"),
                row(
                                "misuse by another name",
                                line().technicianFinds("IMPROPER_USE"),
                                "NOT_COVERED C2.4/R-C3",
                                "C3.2/R-C-MANUAL C2.4/R-C3")
                        .charging(
                                "PARTS=CUSTOMER by C2.4/R-C3, LABOUR=CUSTOMER by C2.4/R-C3, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6"),
                row("wrong power suspected", line().technicianSuspects("WRONG_POWER"), "NEEDS_REVIEW", "C3.2")
                        .justNot("C3.2"),
                row(
                                "modified without leave",
                                line().technicianFinds("HW_MODIFICATION"),
                                "NOT_COVERED C2.4/R-C3",
                                "C3.3 C2.4/R-C3")
                        .charging(
                                "PARTS=CUSTOMER by C2.4/R-C3, LABOUR=CUSTOMER by C2.4/R-C3, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6"),
                row(
                                "modified with written leave",
                                line().technicianFinds("HW_MODIFICATION", "WRITTEN_AUTHORISATION"),
                                "NEEDS_REVIEW",
                                "~C3.3 C2.4/R-C-QUALITY")
                        .justNot("C3.3"),
                row(
                                "modified, but that did not cause the fault",
                                line().technicianFinds("QUALITY_FAILURE", "HW_MODIFICATION", "HARDWARE_FAULT"),
                                "COVERED DEPOT_REPAIR",
                                "C2.1/R-C11 C1.2 C1.2 C2.4/R-C-QUALITY C2.4 C2.4 C2.4/R-C-PARTS C4.3a")
                        .charging(
                                "PARTS=VENDOR by C2.4/R-C-PARTS, LABOUR=VENDOR by C2.4, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6")
                        .justNot("C3.3"),
                row("made by people", line().technicianFinds("MAN_MADE"), "NOT_COVERED C2.4/R-C3", "C3.4 C2.4/R-C3")
                        .charging(
                                "PARTS=CUSTOMER by C2.4/R-C3, LABOUR=CUSTOMER by C2.4/R-C3, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6"),
                row(
                                "dropped: whether people made it is for a person",
                                line().technicianFinds("DROP"),
                                "NEEDS_REVIEW",
                                "C3.4/R-C-PEOPLE")
                        .justNot("C3.4"),
                row("earthquake", line().technicianFinds("EARTHQUAKE"), "NOT_COVERED C2.4/R-C3", "C3.5 C2.4/R-C3")
                        .charging(
                                "PARTS=CUSTOMER by C2.4/R-C3, LABOUR=CUSTOMER by C2.4/R-C3, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6"),
                row(
                                "lightning, of the open list",
                                line().technicianFinds("LIGHTNING"),
                                "NOT_COVERED C2.4/R-C3",
                                "C3.5/R-C-NATURE C2.4/R-C3")
                        .charging(
                                "PARTS=CUSTOMER by C2.4/R-C3, LABOUR=CUSTOMER by C2.4/R-C3, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6"),
                row("typhoon suspected", line().technicianSuspects("TYPHOON"), "NEEDS_REVIEW", "C3.5")
                        .justNot("C3.5"),
                // How it is served
                row(
                                "a visit in Shenzhen",
                                line().at("CN-440307").servedBy(ON_SITE, "QUALITY_FAILURE", "HARDWARE_FAULT"),
                                "COVERED ON_SITE",
                                "C2.1/R-C11 C1.2 C1.2 C2.4/R-C-QUALITY C2.2/R-C-AREA C2.4 C2.4/R-C-PARTS C4.3a")
                        .charging(
                                "PARTS=VENDOR by C2.4/R-C-PARTS, LABOUR=VENDOR by C2.4, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6"),
                row(
                        "a new unit, which a person allows",
                        line().servedBy(REPLACEMENT, "QUALITY_FAILURE", "HARDWARE_FAULT"),
                        "NEEDS_REVIEW",
                        "C2.4/R-C-ROUTES"),
                row(
                                "26: a visit in Guangzhou, no contract term",
                                line().at("CN-440106").servedBy(ON_SITE, "QUALITY_FAILURE", "HARDWARE_FAULT"),
                                "NEEDS_REVIEW",
                                "C2.2/R-C-AREA")
                        .justNot("C2.2"),
                row(
                                "a visit in Guangzhou that the contract grants",
                                line().at("CN-440106")
                                        .contractVisits("CN-4401")
                                        .servedBy(ON_SITE, "QUALITY_FAILURE", "HARDWARE_FAULT"),
                                "COVERED ON_SITE",
                                "C2.1/R-C11 C1.2 C1.2 C2.4/R-C-QUALITY C2.2/R-C-CONTRACT C2.4 C2.4/R-C-PARTS C4.3a")
                        .charging(
                                "PARTS=VENDOR by C2.4/R-C-PARTS, LABOUR=VENDOR by C2.4, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6"),
                row(
                                "to the manufacturer",
                                line().unit("supply", "AGENCY")
                                        .servedBy(MANUFACTURER, "QUALITY_FAILURE", "HARDWARE_FAULT"),
                                "COVERED MANUFACTURER",
                                "C2.1/R-C11 C1.1/R-C10 C1.1/R-C10 C2.4/R-C-QUALITY C2.3 C2.4 C2.4/R-C-PARTS C4.3a")
                        .charging(
                                "PARTS=VENDOR by C2.4/R-C-PARTS, LABOUR=VENDOR by C2.4, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6"),
                row(
                                "own brand has no manufacturer to go to",
                                line().servedBy(MANUFACTURER, "QUALITY_FAILURE", "HARDWARE_FAULT"),
                                "NEEDS_REVIEW",
                                "C2.3")
                        .justNot("C2.3"),
                // Contract before policy
                row(
                                "the contract pays the way in",
                                line().contractCharges(ChargeItem.INBOUND_FREIGHT, Payer.VENDOR)
                                        .technicianFinds("QUALITY_FAILURE", "HARDWARE_FAULT"),
                                "COVERED DEPOT_REPAIR",
                                "C2.1/R-C11 C1.2 C1.2 C2.4/R-C-QUALITY C2.4 C2.4 C2.2/R-C-CONTRACT C2.4/R-C-PARTS C4.3a")
                        .charging(
                                "PARTS=VENDOR by C2.4/R-C-PARTS, LABOUR=VENDOR by C2.4, INBOUND_FREIGHT=VENDOR by C2.2/R-C-CONTRACT, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=CUSTOMER by C4.3c/R-C6")
                        .justNot("C4.3a"),
                row(
                                "the contract pays urgent freight",
                                line().contractCharges(ChargeItem.URGENT_FREIGHT, Payer.VENDOR)
                                        .technicianFinds("QUALITY_FAILURE", "HARDWARE_FAULT"),
                                "COVERED DEPOT_REPAIR",
                                "C2.1/R-C11 C1.2 C1.2 C2.4/R-C-QUALITY C2.4 C2.4 C2.2/R-C-CONTRACT C2.4/R-C-PARTS C4.3a")
                        .charging(
                                "PARTS=VENDOR by C2.4/R-C-PARTS, LABOUR=VENDOR by C2.4, INBOUND_FREIGHT=CUSTOMER by C4.3a, RETURN_FREIGHT=VENDOR by C4.3a, URGENT_FREIGHT=VENDOR by C2.2/R-C-CONTRACT")
                        .justNot("C4.3c"));
    }

    @ParameterizedTest
    @CsvSource({"CONFIRM, R-C1-AT-ONCE, R-C1", "DISMISS, R-C1, R-C1-AT-ONCE"})
    void restsOnTheReadingThatTheReviewerTook(Review.Outcome outcome, String taken, String other) {
        // When
        LineOutcome judged = line().of("CX-900")
                .submitted("2028-03-15T10:00")
                .reviewed(outcome, "2028-03-16T10:00:00Z")
                .judgedUnder("C");

        // Then
        assertThat(judged.readings()).contains(taken).doesNotContain(other);
    }

    private static PolicyCase row(String name, GivenLine given, String outcome, String because) {
        return PolicyCase.of("C", name, given, outcome, because);
    }
}
