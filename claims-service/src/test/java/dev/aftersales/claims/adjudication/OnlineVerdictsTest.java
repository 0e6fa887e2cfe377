package dev.aftersales.claims.adjudication;

import static dev.aftersales.claims.adjudication.DocumentKind.DELIVERY;
import static dev.aftersales.claims.adjudication.DocumentKind.INVOICE;
import static dev.aftersales.claims.adjudication.DocumentKind.SHIPMENT;
import static dev.aftersales.claims.adjudication.GivenLine.line;
import static dev.aftersales.contracts.events.Route.ON_SITE;
import static dev.aftersales.contracts.events.Route.REPLACEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the online agreement says of a line, clause by clause. */
class OnlineVerdictsTest {

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
                // Consents
                row(
                        "34: no acceptance of the terms",
                        line().of("DX-10").withoutConsent("TERMS_ACCEPTED"),
                        "NEEDS_EVIDENCE TERMS_ACCEPTED",
                        "D0.1"),
                row(
                                "data not said to be backed up",
                                line().of("DX-10")
                                        .withoutConsent("DATA_BACKED_UP")
                                        .technicianFinds("MATERIAL"),
                                "NEEDS_EVIDENCE DATA_BACKED_UP",
                                "D3.1")
                        .justNot("D0.1"),
                row(
                                "nothing said of passwords",
                                line().of("DX-10")
                                        .withoutConsent("PASSWORD_STATE")
                                        .technicianFinds("MATERIAL"),
                                "NEEDS_EVIDENCE PASSWORD_STATE",
                                "D3.2")
                        .justNot("D3.1 D3.3"),
                row(
                        "passwords agreed to, and no word on their state",
                        line().of("DX-10").states("PASSWORD_STATE", null, null).technicianFinds("MATERIAL"),
                        "NEEDS_EVIDENCE PASSWORD_STATE",
                        "D3.2"),
                row(
                        "passwords that cannot be cleared, and no word on what is left",
                        line().of("DX-10")
                                .states("PASSWORD_STATE", "CANNOT_CLEAR", null)
                                .technicianFinds("MATERIAL"),
                        "NEEDS_EVIDENCE PASSWORD_STATE",
                        "D3.2"),
                row(
                                "passwords that cannot be cleared, with a word on it",
                                line().of("DX-10")
                                        .states("PASSWORD_STATE", "CANNOT_CLEAR", "ask Dora")
                                        .technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "D2.4a D2.4a/R-D1 D1.2 D1.3a D0.1 D2.5a D3.1 D3.2 D3.3 D2.1a D2.3a D2.1d D1.4a")
                        .charging(
                                "PARTS=VENDOR by D2.1a, LABOUR=VENDOR by D2.1a, SERVICE=VENDOR by D2.1a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d, URGENT_FREIGHT=VENDOR by D1.4a, DUTY=VENDOR by D1.4a")
                        .justNot("D3.2"),
                row(
                                "details not confirmed",
                                line().of("DX-10")
                                        .withoutConsent("DETAILS_CONFIRMED")
                                        .technicianFinds("MATERIAL"),
                                "NEEDS_EVIDENCE DETAILS_CONFIRMED",
                                "D3.3")
                        .justNot("D3.2"),
                row(
                                "consents to service are not asked for before the diagnosis",
                                line().of("DX-10")
                                        .withoutConsent("DATA_BACKED_UP")
                                        .withoutConsent("DETAILS_CONFIRMED"),
                                "ADMITTED",
                                "D2.4a D2.4a/R-D1 D1.2 D0.1")
                        .justNot("D3.1 D3.3"),
                // Term and anchor
                row(
                        "last day of the product's two years",
                        line().of("DX-10").submitted("2027-03-14T23:59"),
                        "ADMITTED",
                        "D2.4a D2.4a/R-D1 D1.2 D0.1"),
                row(
                                "the day after",
                                line().of("DX-10").submitted("2027-03-15T00:00"),
                                "NOT_COVERED D2.2a",
                                "D2.4a D2.4a/R-D1 D1.3a D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5")
                        .justNot("D1.3a"),
                row(
                        "28: invoice 2025-06-10, delivered 2025-06-01; last day from the delivery",
                        line().of("DX-10")
                                .dated(INVOICE, "2025-06-10")
                                .dated(DELIVERY, "2025-06-01")
                                .submitted("2027-06-01T10:00"),
                        "ADMITTED",
                        "~D2.4a D2.4c D2.4a/R-D1 D1.2 D0.1"),
                row(
                                "28: and the day after",
                                line().of("DX-10")
                                        .dated(INVOICE, "2025-06-10")
                                        .dated(DELIVERY, "2025-06-01")
                                        .submitted("2027-06-02T10:00"),
                                "NOT_COVERED D2.2a",
                                "~D2.4a D2.4c D2.4a/R-D1 D1.3a D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5"),
                row(
                                "29: invoice 2025-06-01, delivered 2025-06-10; last day from the invoice",
                                line().of("DX-10")
                                        .dated(INVOICE, "2025-06-01")
                                        .dated(DELIVERY, "2025-06-10")
                                        .submitted("2027-06-01T10:00"),
                                "ADMITTED",
                                "D2.4a D2.4a/R-D1 D1.2 D0.1")
                        .justNot("D2.4c"),
                row(
                                "29: and the day after",
                                line().of("DX-10")
                                        .dated(INVOICE, "2025-06-01")
                                        .dated(DELIVERY, "2025-06-10")
                                        .submitted("2027-06-02T10:00"),
                                "NOT_COVERED D2.2a",
                                "D2.4a D2.4a/R-D1 D1.3a D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5"),
                row(
                                "no invoice, so the shipment counts",
                                line().of("DX-10").without(INVOICE).dated(SHIPMENT, "2023-06-04"),
                                "NOT_COVERED D2.2a",
                                "D2.4b D2.4a/R-D1 D1.3a D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5")
                        .justNot("D2.4a"),
                row(
                                "of two invoices the one of the first purchase counts",
                                line().of("DX-10")
                                        .without(INVOICE)
                                        .alsoBrings(INVOICE, "I-2", "2025-03-14")
                                        .alsoBrings(INVOICE, "I-1", "2023-06-04"),
                                "NOT_COVERED D2.2a",
                                "~D2.4a D2.4a D2.4a/R-D1 D1.3a D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5"),
                row(
                                "of two deliveries the earlier one: the day after",
                                line().of("DX-10")
                                        .dated(INVOICE, "2025-06-10")
                                        .without(DELIVERY)
                                        .alsoBrings(DELIVERY, "D-2", "2025-06-05")
                                        .alsoBrings(DELIVERY, "D-1", "2025-06-01")
                                        .submitted("2027-06-02T10:00"),
                                "NOT_COVERED D2.2a",
                                "~D2.4a D2.4c D2.4a/R-D1 D1.3a D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5"),
                row(
                                "invoice there, so the shipment does not count",
                                line().of("DX-10").dated(SHIPMENT, "2020-01-01"),
                                "ADMITTED",
                                "D2.4a D2.4a/R-D1 D1.2 D0.1")
                        .justNot("D2.4b"),
                row(
                                "altered invoice: ignored, the shipment counts",
                                line().of("DX-10")
                                        .bringsExamined(
                                                INVOICE,
                                                "2025-06-01",
                                                DatedDocument.State.ALTERED,
                                                Confirmer.Kind.AGENT)
                                        .dated(SHIPMENT, "2023-01-01"),
                                "NOT_COVERED D2.2a",
                                "~D2.4e/R-D2 D2.4b D2.4a/R-D1 D1.3a D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5"),
                row(
                        "altered invoice, in term by the shipment",
                        line().of("DX-10")
                                .bringsExamined(
                                        INVOICE, "2025-06-01", DatedDocument.State.ALTERED, Confirmer.Kind.AGENT),
                        "ADMITTED",
                        "~D2.4e/R-D2 D2.4b D2.4a/R-D1 D1.2 D0.1"),
                row(
                                "invoice examined and valid",
                                line().of("DX-10")
                                        .bringsExamined(
                                                INVOICE, "2025-03-14", DatedDocument.State.VALID, Confirmer.Kind.AGENT),
                                "ADMITTED",
                                "D2.4a D2.4a/R-D1 D1.2 D0.1")
                        .justNot("D2.4e"),
                row(
                        "an invoice that nobody can read, and no shipment",
                        line().of("DX-10")
                                .without(SHIPMENT)
                                .bringsExamined(
                                        INVOICE, "2025-03-14", DatedDocument.State.ILLEGIBLE, Confirmer.Kind.AGENT),
                        "NEEDS_EVIDENCE INVOICE_OR_SHIPMENT_DATE",
                        "~D2.4e/R-D2 D2.4a/R-D3"),
                row(
                                "and then one that can be read",
                                line().of("DX-10")
                                        .without(SHIPMENT)
                                        .bringsExamined(
                                                INVOICE,
                                                "2025-03-14",
                                                DatedDocument.State.ILLEGIBLE,
                                                Confirmer.Kind.AGENT)
                                        .alsoBrings(INVOICE, "C-9", "2025-03-14"),
                                "ADMITTED",
                                "~D2.4e/R-D2 D2.4a D2.4a/R-D1 D1.2 D0.1")
                        .justNot("D2.4b"),
                row(
                        "the invoice of the records is altered, and the customer has a right one",
                        line().of("DX-10")
                                .recorded(INVOICE, "2023-01-01", DatedDocument.State.ALTERED)
                                .alsoBrings(INVOICE, "C-9", "2025-03-14")
                                .without(SHIPMENT),
                        "ADMITTED",
                        "~D2.4e/R-D2 D2.4a D2.4a/R-D1 D1.2 D0.1"),
                row(
                                "a delivery of another product shortens nothing",
                                line().of("DX-10")
                                        .bringsExamined(
                                                DELIVERY,
                                                "2023-01-01",
                                                DatedDocument.State.INCONSISTENT,
                                                Confirmer.Kind.AGENT),
                                "ADMITTED",
                                "~D2.4c D2.4a D2.4a/R-D1 D1.2 D0.1")
                        .justNot("D2.4c"),
                row(
                                "a model without a term, and a person takes it to be inside one",
                                line().of("DX-5").reviewed(Review.Outcome.DISMISS, "2025-06-06T10:00:00Z", "D2.4a"),
                                "ADMITTED",
                                "D1.2 D0.1")
                        .justNot("D2.4a"),
                row(
                                "a model without a term, and a person holds it beyond any",
                                line().of("DX-5").reviewed(Review.Outcome.CONFIRM, "2025-06-06T10:00:00Z", "D2.4a"),
                                "NOT_COVERED D2.2a",
                                "D2.4a D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5"),
                row(
                                "month 10: the technician finds the battery at fault, of which nobody spoke",
                                line().of("DX-10")
                                        .submitted("2026-01-14T10:00")
                                        .technicianFindsIn("BATTERY", "MATERIAL"),
                                "NOT_COVERED D2.2a",
                                "D2.4a D2.4a/R-D1 D1.3a D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5"),
                row(
                                "month 4: the customer blames the battery, the technician the display",
                                line().of("DX-10").component("BATTERY").technicianFindsIn("DISPLAY", "MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "~D2.4a D2.4a D2.4a/R-D1 D1.2 D1.3a D0.1 D2.5a D3.1 D3.2 D3.3 D2.1a D2.3a D2.1d D1.4a")
                        .charging(
                                "PARTS=VENDOR by D2.1a, LABOUR=VENDOR by D2.1a, SERVICE=VENDOR by D2.1a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d, URGENT_FREIGHT=VENDOR by D1.4a, DUTY=VENDOR by D1.4a"),
                row(
                        "neither invoice nor shipment",
                        line().of("DX-10").without(INVOICE, SHIPMENT),
                        "NEEDS_EVIDENCE INVOICE_OR_SHIPMENT_DATE",
                        "D2.4a/R-D3"),
                row(
                        "battery inside its six months",
                        line().of("DX-10").component("BATTERY").submitted("2025-09-14T23:59"),
                        "ADMITTED",
                        "D2.4a D2.4a/R-D1 D1.2 D0.1"),
                row(
                                "battery the day after, the machine still in term",
                                line().of("DX-10").component("BATTERY").submitted("2025-09-15T00:00"),
                                "NOT_COVERED D2.2a",
                                "D2.4a D2.4a/R-D1 D1.3a D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5"),
                // Proof
                row(
                        "invoice without the serial number",
                        line().of("DX-10").brings(INVOICE, "2025-03-14", Map.of("model", "DX-10")),
                        "ADMITTED",
                        "D2.4b D2.4a/R-D1 D1.2 ~D2.4d D0.1"),
                row(
                        "invoice without the serial number, and no shipment to count from",
                        line().of("DX-10")
                                .brings(INVOICE, "2025-03-14", Map.of("model", "DX-10"))
                                .without(SHIPMENT),
                        "NEEDS_EVIDENCE INVOICE_WITH_MODEL_AND_SERIAL INVOICE_OR_SHIPMENT_DATE",
                        "D2.4a/R-D3 D2.4d"),
                row(
                                "invoice with both",
                                line().of("DX-10")
                                        .brings(INVOICE, "2025-03-14", Map.of("model", "DX-10", "serial", "S-1")),
                                "ADMITTED",
                                "D2.4a D2.4a/R-D1 D1.2 D0.1")
                        .justNot("D2.4d"),
                row(
                        "invoice of another serial, in term by the shipment",
                        line().of("DX-10").brings(INVOICE, "2025-03-14", Map.of("model", "DX-10", "serial", "S-9")),
                        "ADMITTED",
                        "~D2.4e/R-D2 D2.4b D2.4a/R-D1 D1.2 D0.1"),
                row(
                                "invoice of another model, and no shipment to count from",
                                line().of("DX-10")
                                        .brings(INVOICE, "2025-03-14", Map.of("model", "DX-20", "serial", "S-1"))
                                        .without(SHIPMENT),
                                "NEEDS_EVIDENCE INVOICE_WITH_MODEL_AND_SERIAL INVOICE_OR_SHIPMENT_DATE",
                                "~D2.4e/R-D2 D2.4a/R-D3 D2.4d")
                        .justNot("D2.4a"),
                row(
                        "invoice of another serial, and too late by the shipment: no refusal before somebody asked",
                        line().of("DX-10")
                                .brings(INVOICE, "2025-03-14", Map.of("model", "DX-10", "serial", "S-9"))
                                .dated(SHIPMENT, "2023-01-01"),
                        "NEEDS_EVIDENCE INVOICE_WITH_MODEL_AND_SERIAL",
                        "~D2.4e/R-D2 D2.4b D2.4a/R-D1 D1.3a D2.4d"),
                row(
                                "the same particulars in other letters",
                                line().of("DX-10")
                                        .brings(INVOICE, "2025-03-14", Map.of("model", " dx-10", "serial", "s-1 ")),
                                "ADMITTED",
                                "D2.4a D2.4a/R-D1 D1.2 D0.1")
                        .justNot("D2.4e"),
                row(
                                "invoice of another serial that a person found valid all the same",
                                line().of("DX-10")
                                        .serial("S-7")
                                        .bringsExamined(
                                                INVOICE, "2025-03-14", DatedDocument.State.VALID, Confirmer.Kind.AGENT),
                                "ADMITTED",
                                "D2.4a D2.4a/R-D1 D1.2 D0.1")
                        .justNot("D2.4e"),
                row(
                                "a recorded invoice of another serial starts nothing: the shipment counts",
                                line().of("DX-20")
                                        .recorded(INVOICE, "2025-03-14", Map.of("model", "DX-20", "serial", "OTHER"))
                                        .dated(SHIPMENT, "2024-01-01"),
                                "NOT_COVERED D2.2a",
                                "~D2.4e/R-D2 D2.4b D2.4a/R-D1 D1.3a D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5")
                        .justNot("D2.4a"),
                row(
                        "a recorded invoice of another model, and the customer has a right one",
                        line().of("DX-10")
                                .recorded(INVOICE, "2023-03-14", Map.of("model", "DX-20", "serial", "S-1"))
                                .alsoBrings(INVOICE, "C-9", "2025-03-14")
                                .without(SHIPMENT),
                        "ADMITTED",
                        "~D2.4e/R-D2 D2.4a D2.4a/R-D1 D1.2 D0.1"),
                row(
                                "a recorded invoice of this serial, in other letters",
                                line().of("DX-10")
                                        .recorded(INVOICE, "2025-03-14", Map.of("model", "dx-10", "serial", "s-1 ")),
                                "ADMITTED",
                                "D2.4a D2.4a/R-D1 D1.2 D0.1")
                        .justNot("D2.4e"),
                row("no serial", line().of("DX-10").noSerial(), "NEEDS_EVIDENCE SERIAL", "D3.3"),
                row(
                        "a serial that the records do not know",
                        line().of("DX-10").serialUnknown(),
                        "NEEDS_EVIDENCE KNOWN_SERIAL",
                        "D2.3b"),
                row("a serial that they know", line().of("DX-10"), "ADMITTED", "D2.4a D2.4a/R-D1 D1.2 D0.1")
                        .justNot("D2.3b"),
                // Cover
                row(
                                "material",
                                line().of("DX-10").technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "D2.4a D2.4a/R-D1 D1.2 D1.3a D0.1 D2.5a D3.1 D3.2 D3.3 D2.1a D2.3a D2.1d D1.4a")
                        .charging(
                                "PARTS=VENDOR by D2.1a, LABOUR=VENDOR by D2.1a, SERVICE=VENDOR by D2.1a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d, URGENT_FREIGHT=VENDOR by D1.4a, DUTY=VENDOR by D1.4a")
                        .justNot("D2.2a"),
                row(
                                "manufacturing, by a new unit",
                                line().of("DX-10").servedBy(REPLACEMENT, "MANUFACTURING"),
                                "COVERED REPLACEMENT",
                                "D2.4a D2.4a/R-D1 D1.2 D1.3a D0.1 D2.5a D3.1 D3.2 D3.3 D2.1a D2.3a D2.1d D1.4a")
                        .charging(
                                "PARTS=VENDOR by D2.1a, LABOUR=VENDOR by D2.1a, SERVICE=VENDOR by D2.1a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d, URGENT_FREIGHT=VENDOR by D1.4a, DUTY=VENDOR by D1.4a"),
                row(
                                "a visit is none of the remedies",
                                line().of("DX-10").servedBy(ON_SITE, "MATERIAL"),
                                "NEEDS_REVIEW",
                                "D1.3a")
                        .justNot("D2.5a"),
                row(
                                "a visit that the contract promises beside the agreement",
                                line().of("DX-10")
                                        .at("CN-440106")
                                        .contractVisits("CN-4401")
                                        .servedBy(ON_SITE, "MATERIAL"),
                                "NEEDS_REVIEW",
                                "D4.4/R-D8")
                        .justNot("D1.3a"),
                row(
                                "and a person holds with the contract",
                                line().of("DX-10")
                                        .at("CN-440106")
                                        .contractVisits("CN-4401")
                                        .servedBy(ON_SITE, "MATERIAL")
                                        .reviewed(Review.Outcome.DISMISS, "2025-06-11T10:00:00Z", "D4.4"),
                                "COVERED ON_SITE",
                                "D2.4a D2.4a/R-D1 D1.2 D1.3a D0.1 D4.4/R-D8 D3.1 D3.2 D3.3 D2.1a D2.3a D2.1d D1.4a")
                        .charging(
                                "PARTS=VENDOR by D2.1a, LABOUR=VENDOR by D2.1a, SERVICE=VENDOR by D2.1a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d, URGENT_FREIGHT=VENDOR by D1.4a, DUTY=VENDOR by D1.4a"),
                row(
                                "a cause that the agreement does not name",
                                line().of("DX-10").technicianFinds("GREMLINS"),
                                "NEEDS_REVIEW",
                                "D1.3a")
                        .justNot("D1.3a D2.3a"),
                row(
                                "bought elsewhere",
                                line().of("DX-10")
                                        .unit("saleChannel", "UNAUTHORISED")
                                        .technicianFinds("MATERIAL"),
                                "NOT_COVERED D2.2a",
                                "D1.2 D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5"),
                row(
                                "of an unrecorded channel",
                                line().of("DX-10").unitSilentOn("saleChannel").technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "D2.4a D2.4a/R-D1 D1.2/R-D-CHANNEL D1.3a D0.1 D2.5a D3.1 D3.2 D3.3 D2.1a D2.3a D2.1d D1.4a")
                        .charging(
                                "PARTS=VENDOR by D2.1a, LABOUR=VENDOR by D2.1a, SERVICE=VENDOR by D2.1a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d, URGENT_FREIGHT=VENDOR by D1.4a, DUTY=VENDOR by D1.4a")
                        .justNot("D1.2"),
                row(
                        "of an unrecorded channel, before anybody looked",
                        line().of("DX-10").unitSilentOn("saleChannel"),
                        "ADMITTED",
                        "D2.4a D2.4a/R-D1 D1.2/R-D-CHANNEL D0.1"),
                // Exclusions
                row(
                                "made by people",
                                line().of("DX-10").technicianFinds("MAN_MADE"),
                                "NOT_COVERED D2.2a",
                                "D1.3b D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5")
                        .justNot("D2.1a D1.4a"),
                row(
                                "lightning is force majeure",
                                line().of("DX-10").technicianFinds("LIGHTNING"),
                                "NOT_COVERED D2.2a",
                                "D1.3b/R-D-NATURE D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5"),
                row(
                                "42: water damage: whether people made it is for a person",
                                line().of("DX-10").technicianFinds("WATER_INGRESS"),
                                "NEEDS_REVIEW",
                                "D1.3b/R-D-PEOPLE")
                        .justNot("D1.3b"),
                row(
                        "force majeure suspected",
                        line().of("DX-10").technicianSuspects("FORCE_MAJEURE"),
                        "NEEDS_REVIEW",
                        "D1.3b"),
                row(
                                "used against the instructions",
                                line().of("DX-10").technicianFinds("IMPROPER_USE"),
                                "NOT_COVERED D2.2a",
                                "D1.3c D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5"),
                row(
                                "a material fault in a unit stored against the instructions",
                                line().of("DX-10").technicianFinds("MATERIAL", "IMPROPER_STORAGE"),
                                "NOT_COVERED D2.2a",
                                "D1.3c D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5"),
                row(
                                "all five aspects as instructed",
                                line().of("DX-10")
                                        .technicianFinds(
                                                "MATERIAL",
                                                "INSTALLED_AS_INSTRUCTED",
                                                "USED_AS_INSTRUCTED",
                                                "MAINTAINED_AS_INSTRUCTED",
                                                "STORED_AS_INSTRUCTED",
                                                "MOVED_AS_INSTRUCTED"),
                                "COVERED DEPOT_REPAIR",
                                "D2.4a D2.4a/R-D1 D1.2 D1.3a D0.1 D2.5a D3.1 D3.2 D3.3 D2.1a D2.3a D2.1d D1.4a")
                        .charging(
                                "PARTS=VENDOR by D2.1a, LABOUR=VENDOR by D2.1a, SERVICE=VENDOR by D2.1a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d, URGENT_FREIGHT=VENDOR by D1.4a, DUTY=VENDOR by D1.4a")
                        .justNot("D1.3c"),
                row(
                                "packed poorly",
                                line().of("DX-10").technicianFinds("IMPROPER_PACKING"),
                                "NOT_COVERED D2.2a",
                                "D3.4/R-D14 D2.2a")
                        .charging(
                                "PARTS=CUSTOMER by D2.2a, LABOUR=CUSTOMER by D2.2a, SERVICE=CUSTOMER by D2.2a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d/R-D5"),
                row(
                                "packed properly",
                                line().of("DX-10").technicianFinds("MATERIAL", "PACKED_PROPERLY"),
                                "COVERED DEPOT_REPAIR",
                                "D2.4a D2.4a/R-D1 D1.2 D1.3a D0.1 D2.5a D3.1 D3.2 D3.3 D2.1a D2.3a D2.1d D1.4a")
                        .charging(
                                "PARTS=VENDOR by D2.1a, LABOUR=VENDOR by D2.1a, SERVICE=VENDOR by D2.1a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d, URGENT_FREIGHT=VENDOR by D1.4a, DUTY=VENDOR by D1.4a")
                        .justNot("D3.4"),
                row(
                                "the parcel came wet",
                                line().of("DX-10").technicianFinds("WET_IN_TRANSIT", "PARCEL_SOAKED"),
                                "REDIRECT",
                                "D3.6 D3.6")
                        .justNot("D2.1d"),
                row(
                                "the parcel came intact",
                                line().of("DX-10").technicianFinds("MATERIAL", "PARCEL_INTACT"),
                                "COVERED DEPOT_REPAIR",
                                "D2.4a D2.4a/R-D1 D1.2 D1.3a D0.1 D2.5a D3.1 D3.2 D3.3 D2.1a D2.3a D2.1d D1.4a")
                        .charging(
                                "PARTS=VENDOR by D2.1a, LABOUR=VENDOR by D2.1a, SERVICE=VENDOR by D2.1a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d, URGENT_FREIGHT=VENDOR by D1.4a, DUTY=VENDOR by D1.4a")
                        .justNot("D3.6"),
                // Agreement before contract
                row(
                        "the contract gives a longer term",
                        line().of("DX-10").submitted("2027-06-05T10:00").contractTerm("P36M"),
                        "NEEDS_REVIEW",
                        "~D2.4a ~D2.4a/R-D1 ~D1.3a D4.4/R-D8"),
                row(
                                "the contract gives a shorter term",
                                line().of("DX-10").contractTerm("P1M"),
                                "ADMITTED",
                                "D2.4a D2.4a/R-D1 D1.2 D0.1")
                        .justNot("D4.4"),
                row(
                                "the contract pays the way in",
                                line().of("DX-10")
                                        .contractCharges(ChargeItem.INBOUND_FREIGHT, Payer.VENDOR)
                                        .technicianFinds("MATERIAL"),
                                "NEEDS_REVIEW",
                                "D4.4/R-D8")
                        .justNot("D2.1b"),
                row(
                                "the contract has the customer pay the way back",
                                line().of("DX-10")
                                        .contractCharges(ChargeItem.RETURN_FREIGHT, Payer.CUSTOMER)
                                        .technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "D2.4a D2.4a/R-D1 D1.2 D1.3a D0.1 D2.5a D3.1 D3.2 D3.3 D2.1a D2.3a D2.1d D1.4a")
                        .charging(
                                "PARTS=VENDOR by D2.1a, LABOUR=VENDOR by D2.1a, SERVICE=VENDOR by D2.1a, INBOUND_FREIGHT=CUSTOMER by D2.1b, RETURN_FREIGHT=VENDOR by D2.1d, URGENT_FREIGHT=VENDOR by D1.4a, DUTY=VENDOR by D1.4a"));
    }

    private static PolicyCase row(String name, GivenLine given, String outcome, String because) {
        return PolicyCase.of("D", name, given, outcome, because);
    }
}
