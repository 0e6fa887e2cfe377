package dev.aftersales.claims.adjudication;

import static dev.aftersales.claims.adjudication.Confirmer.Kind.AGENT;
import static dev.aftersales.claims.adjudication.DatedDocument.State.ALTERED;
import static dev.aftersales.claims.adjudication.DatedDocument.State.ILLEGIBLE;
import static dev.aftersales.claims.adjudication.DatedDocument.State.INCONSISTENT;
import static dev.aftersales.claims.adjudication.DatedDocument.State.VALID;
import static dev.aftersales.claims.adjudication.DocumentKind.INVOICE;
import static dev.aftersales.claims.adjudication.DocumentKind.PURCHASE_CERTIFICATE;
import static dev.aftersales.claims.adjudication.DocumentKind.WARRANTY_CARD;
import static dev.aftersales.claims.adjudication.GivenLine.line;
import static dev.aftersales.claims.adjudication.Review.Outcome.CONFIRM;
import static dev.aftersales.claims.adjudication.Review.Outcome.DISMISS;
import static dev.aftersales.contracts.events.Route.ON_SITE;
import static dev.aftersales.contracts.events.Route.REFUND;
import static dev.aftersales.contracts.events.Route.REPLACEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.aftersales.claims.policies.ShippedPacks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the shops' policy says of a line, clause by clause. */
class ShopsVerdictsTest {

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

    @Test
    void namesWhoVouchesForAPaper() {
        // When
        LineOutcome judged = line().bringsExamined(
                        INVOICE, "2025-03-14", DatedDocument.State.VALID, Confirmer.Kind.AGENT)
                .judgedUnder("B");

        // Then
        for (String clause : List.of("B1.3a", "B4.8")) {
            Citation cited = GivenClaim.citation(judged, clause);
            assertThat(cited.effect()).isEqualTo(Effect.SUPPORTS);
            assertThat(cited.evidenceIds()).containsExactly("scan-1");
            assertThat(cited.confirmation().by()).isEqualTo(new Confirmer(Confirmer.Kind.AGENT, "rong"));
        }
    }

    @Test
    void namesWhoSaidThatAPaperIsNotToBeHadAndWhen() {
        // When
        LineOutcome judged =
                line().without(WARRANTY_CARD).unavailable("WARRANTY_CARD").judgedUnder("B");

        // Then
        assertThat(GivenClaim.citation(judged, "B4.2").confirmation())
                .isEqualTo(new Confirmation(
                        new Confirmer(Confirmer.Kind.CUSTOMER, "lin"), Instant.parse("2025-06-06T09:00:00Z")));
    }

    @Test
    void saysAllThatLacksOnceSomethingIsNotToBeHad() {
        // When
        LineOutcome judged = line().without(WARRANTY_CARD, INVOICE, PURCHASE_CERTIFICATE)
                .unavailable("WARRANTY_CARD")
                .judgedUnder("B");

        // Then
        assertThat(GivenClaim.citation(judged, "B4.2").counterfactual().en())
                .isEqualTo("it would be free of charge if all of this could be shown: "
                        + "warranty card; date of purchase; invoice or other proof of purchase");
        assertThat(judged.explanation().text()).doesNotContain("it can be decided once");
    }

    @Test
    void namesWhoDeclaredACause() {
        // When
        LineOutcome judged = line().declares("LIGHTNING").judgedUnder("B");

        // Then
        assertThat(GivenClaim.citation(judged, "B4.7").confirmation().by())
                .isEqualTo(new Confirmer(Confirmer.Kind.CUSTOMER, "maria"));
    }

    @Test
    void saysThatAContractBelowTheFloorDoesNotCount() {
        // When
        LineOutcome judged =
                line().contractTerm("P6M").submitted("2026-03-14T10:00").judgedUnder("B");

        // Then
        assertThat(judged.explanation().citations())
                .filteredOn(citation -> citation.clause().equals("B1.1"))
                .extracting(Citation::effect, Citation::fact, Citation::value, Citation::reading)
                .containsExactly(
                        tuple(Effect.SUPPORTS, "termLength", "P12M", "R-B-TERM"),
                        tuple(Effect.NOTED, "contractTerm", "P6M", "R-B-CONTRACT"));
        assertThat(judged.explanation().text()).contains("No term under 12 months is accepted.", "6 months");
    }

    /** B1.1, reading B?7: once legal has switched it on, the law goes before the clauses that the pack names. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("byLaw")
    void letsTheLawWinOnceItIsSwitchedOn(String name, GivenLine given, String off, String on) {
        // Given
        CompiledPolicy law = ShippedPacks.changed("shops", "B-1", "enabled: false", "enabled: true");

        // When
        LineOutcome without = given.judgedUnder("B");
        LineOutcome with = given.judgedUnder(law);

        // Then
        assertThat(PolicyCase.words(without)).isEqualTo(off);
        assertThat(PolicyCase.words(with)).isEqualTo(on);
    }

    static Stream<Arguments> byLaw() {
        String covered = "COVERED DEPOT_REPAIR";
        String refused = "NOT_COVERED B3.1";
        return Stream.of(
                arguments(
                        "no card, and a performance fault",
                        line().without(WARRANTY_CARD).technicianFinds("PERFORMANCE"),
                        "NEEDS_EVIDENCE WARRANTY_CARD",
                        covered),
                arguments(
                        "the card is lost, and a performance fault",
                        line().without(WARRANTY_CARD)
                                .unavailable("WARRANTY_CARD")
                                .technicianFinds("PERFORMANCE"),
                        refused,
                        covered),
                arguments(
                        "the card is lost, and nobody knows the cause yet",
                        line().without(WARRANTY_CARD).unavailable("WARRANTY_CARD"),
                        refused,
                        "ADMITTED"),
                arguments(
                        "no card, and nobody knows the cause yet: it is asked for all the same (B?6)",
                        line().without(WARRANTY_CARD),
                        "NEEDS_EVIDENCE WARRANTY_CARD",
                        "NEEDS_EVIDENCE WARRANTY_CARD"),
                arguments(
                        "the card is lost, and a fault for which the law grants nothing",
                        line().without(WARRANTY_CARD)
                                .unavailable("WARRANTY_CARD")
                                .technicianFinds("MATERIAL"),
                        refused,
                        refused),
                arguments(
                        "no proof of purchase, the year by the card, and a performance fault",
                        line().without(INVOICE, PURCHASE_CERTIFICATE)
                                .unavailable("PROOF_OF_PURCHASE")
                                .technicianFinds("PERFORMANCE"),
                        refused,
                        covered),
                arguments(
                        "an altered card, and a performance fault",
                        line().bringsExamined(
                                        WARRANTY_CARD, "2025-03-14", DatedDocument.State.ALTERED, Confirmer.Kind.AGENT)
                                .technicianFinds("PERFORMANCE"),
                        refused,
                        covered),
                arguments(
                        "a product that is not the vendor's, where nobody has rights against the vendor",
                        line().technicianFinds("PERFORMANCE", "COUNTERFEIT"),
                        refused,
                        refused),
                arguments(
                        "the card is lost, the day after the last period of the law",
                        line().submitted("2026-03-15T00:00")
                                .without(WARRANTY_CARD)
                                .unavailable("WARRANTY_CARD")
                                .technicianFinds("PERFORMANCE"),
                        refused,
                        refused));
    }

    @Test
    void namesTheReadingByWhichTheLawMakesThePaperNeedless() {
        // When
        LineOutcome judged = line().without(WARRANTY_CARD)
                .unavailable("WARRANTY_CARD")
                .technicianFinds("PERFORMANCE")
                .judgedUnder(ShippedPacks.changed("shops", "B-1", "enabled: false", "enabled: true"));

        // Then
        assertThat(GivenClaim.citation(judged, "B4.2").effect()).isEqualTo(Effect.NOTED);
        assertThat(GivenClaim.citation(judged, "B4.2").reading()).isEqualTo("R-B7");
        assertThat(GivenClaim.citation(judged, "B1.1").effect()).isEqualTo(Effect.SUPPORTS);
    }

    /** B4.6, reading R-B1: a person decides, and what an own outlet damaged is the vendor's cost. */
    @Test
    void laysWhatAnOwnOutletDamagedOnTheVendorOnceAPersonConfirmsIt() {
        // Given
        GivenLine given = line().technicianFinds("INSTALLATION_DAMAGE", "DAMAGED_BY_OWN_OUTLET");

        // When
        LineOutcome open = given.judgedUnder("B");
        LineOutcome confirmed = given.reviewed(CONFIRM).judgedUnder("B");

        // Then
        assertThat(PolicyCase.words(open)).isEqualTo("NEEDS_REVIEW");
        assertThat(open.explanation().text()).contains("damaged by: an outlet of the vendor", "Read word for word");
        assertThat(confirmed.explanation().citations())
                .filteredOn(citation -> citation.clause().equals("B4.6"))
                .extracting(Citation::effect, Citation::fact, Citation::value, Citation::reading)
                .containsExactly(tuple(Effect.SUPPORTS, "damagedBy", "OWN_OUTLET", "R-B1"));
        assertThat(GivenClaim.citation(confirmed, "B4.6").confirmation().by())
                .isEqualTo(new Confirmer(Confirmer.Kind.AGENT, "rong"));
    }

    static Stream<PolicyCase> cases() {
        return Stream.of(
                // Term
                row("last minute of the last day", line().submitted("2026-03-14T23:59"), "ADMITTED", "B1.3a/R-B2")
                        .justNot("B4.1"),
                row(
                                "first minute of the next day",
                                line().submitted("2026-03-15T00:00"),
                                "NOT_COVERED B3.1",
                                "B1.3a/R-B2 B4.1/R-B2 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT")
                        .justNot("B1.3a"),
                row(
                        "leap day bought, a year later",
                        line().dated(INVOICE, "2024-02-29").submitted("2025-02-28T23:59"),
                        "ADMITTED",
                        "B1.3a/R-B2"),
                row(
                                "no invoice, so the certificate counts",
                                line().without(INVOICE).dated(PURCHASE_CERTIFICATE, "2024-06-04"),
                                "NOT_COVERED B3.1",
                                "B1.3a/R-B2 B4.1/R-B2 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                        "neither, so the card counts and the proof is asked for",
                        line().without(INVOICE, PURCHASE_CERTIFICATE),
                        "NEEDS_EVIDENCE PROOF_OF_PURCHASE",
                        "B4.8/R-B6"),
                row(
                        "no paper at all",
                        line().without(INVOICE, PURCHASE_CERTIFICATE, WARRANTY_CARD),
                        "NEEDS_EVIDENCE WARRANTY_CARD PROOF_OF_PURCHASE PURCHASE_DATE",
                        "B1.3a B4.2/R-B6 B4.8/R-B6"),
                // Evidence
                row(
                                "19: invoice present, card absent",
                                line().without(WARRANTY_CARD),
                                "NEEDS_EVIDENCE WARRANTY_CARD",
                                "B4.2/R-B6")
                        .justNot("B4.8"),
                row(
                                "19: and the card is not to be had",
                                line().without(WARRANTY_CARD).unavailable("WARRANTY_CARD"),
                                "NOT_COVERED B3.1",
                                "B4.2/R-B6 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row("certificate in place of the invoice", line().without(INVOICE), "ADMITTED", "B1.3a/R-B2")
                        .justNot("B4.8"),
                row(
                                "no proof of purchase to be had",
                                line().without(INVOICE, PURCHASE_CERTIFICATE).unavailable("PROOF_OF_PURCHASE"),
                                "NOT_COVERED B3.1",
                                "B4.8/R-B6 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                        "an altered certificate is none, and there is no invoice",
                        line().without(INVOICE).bringsExamined(PURCHASE_CERTIFICATE, "2025-03-14", ALTERED, AGENT),
                        "NEEDS_EVIDENCE PROOF_OF_PURCHASE",
                        "~B4.8 B4.8/R-B6"),
                row(
                                "an altered certificate, and nothing else to be had",
                                line().without(INVOICE)
                                        .bringsExamined(PURCHASE_CERTIFICATE, "2025-03-14", ALTERED, AGENT)
                                        .unavailable("PROOF_OF_PURCHASE"),
                                "NOT_COVERED B3.1",
                                "~B4.8 B4.8/R-B6 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                                "a certificate that was found in order",
                                line().without(INVOICE)
                                        .bringsExamined(PURCHASE_CERTIFICATE, "2025-03-14", VALID, AGENT),
                                "ADMITTED",
                                "B1.3a/R-B2 B4.8/R-B6")
                        .justNot("B4.8"),
                row(
                        "an invoice of another product",
                        line().without(PURCHASE_CERTIFICATE).bringsExamined(INVOICE, "2025-03-14", INCONSISTENT, AGENT),
                        "NEEDS_EVIDENCE PROOF_OF_PURCHASE",
                        "~B4.8/R-B-INVOICE B4.8/R-B6"),
                row(
                                "an invoice of another product, and a certificate of this one",
                                line().bringsExamined(INVOICE, "2023-03-14", INCONSISTENT, AGENT),
                                "ADMITTED",
                                "~B4.8/R-B-INVOICE B1.3a/R-B2")
                        .justNot("B4.1"),
                row(
                                "a visit that the contract promises",
                                line().at("CN-440106").contractVisits("CN-4401").servedBy(ON_SITE, "PERFORMANCE"),
                                "COVERED ON_SITE",
                                "B1.3a/R-B2 B1.3a B1.1/R-B-CONTRACT B1.3a B1.3a/R-B-PARTS")
                        .charging(
                                "PARTS=VENDOR by B1.3a/R-B-PARTS, LABOUR=VENDOR by B1.3a, SERVICE=VENDOR by B1.3a, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                        "a card that was only typed is no card",
                        line().types(WARRANTY_CARD, "2025-03-14", Map.of()),
                        "NEEDS_EVIDENCE WARRANTY_CARD",
                        "B4.2/R-B6"),
                row(
                        "nor does an invoice that was only typed say when the year began",
                        line().without(PURCHASE_CERTIFICATE)
                                .types(INVOICE, "2025-03-14", Map.of())
                                .technicianFinds("PERFORMANCE"),
                        "NEEDS_EVIDENCE PROOF_OF_PURCHASE",
                        "B4.8/R-B6"),
                row("an earthquake", line().technicianFinds("EARTHQUAKE"), "NOT_COVERED B3.1", "B4.7/R-B-NATURE B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row("a cause that nobody has a name for", line().technicianFinds("LIHGTNING"), "NEEDS_REVIEW", "B1.3a"),
                row(
                        "a card without the two bar codes of the record",
                        line().unit("indoorBarcode", "690001")
                                .unit("outdoorBarcode", "690002")
                                .brings(WARRANTY_CARD, "2025-03-14", Map.of("indoorBarcode", "690001"))
                                .technicianFinds("PERFORMANCE"),
                        "NEEDS_EVIDENCE CARD_BARCODES",
                        "B4.5/R-B10"),
                row(
                        "a recorded card without the outdoor bar code",
                        line().unit("indoorBarcode", "690001")
                                .unit("outdoorBarcode", "690002")
                                .recorded(WARRANTY_CARD, "2025-03-14", Map.of("indoorBarcode", "690001"))
                                .technicianFinds("PERFORMANCE"),
                        "NEEDS_EVIDENCE CARD_BARCODES",
                        "B4.5/R-B10"),
                row(
                        "a split unit that is recorded with one bar code, and a card with one",
                        line().of("SA-35")
                                .unit("indoorBarcode", "690001")
                                .recorded(WARRANTY_CARD, "2025-03-14", Map.of("indoorBarcode", "690001"))
                                .technicianFinds("PERFORMANCE"),
                        "NEEDS_EVIDENCE CARD_BARCODES",
                        "B4.5/R-B10"),
                row(
                        "a split unit that is recorded with one bar code, and a card with both",
                        line().of("SA-35")
                                .unit("indoorBarcode", "690001")
                                .brings(
                                        WARRANTY_CARD,
                                        "2025-03-14",
                                        Map.of("indoorBarcode", "690001", "outdoorBarcode", "690002"))
                                .technicianFinds("PERFORMANCE"),
                        "NEEDS_REVIEW",
                        "B4.5/R-B-RECORD"),
                row(
                                "and the customer says that there are no others: nothing disagrees",
                                recordedWithOne().unavailable("CARD_BARCODES").technicianFinds("PERFORMANCE"),
                                "NEEDS_REVIEW",
                                "B4.5/R-B-RECORD")
                        .justNot("B4.5"),
                row(
                                "and a person finds that they are not those of the unit",
                                recordedWithOne().technicianFinds("PERFORMANCE").reviewed(CONFIRM),
                                "NOT_COVERED B3.1",
                                "B4.5/R-B-RECORD B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                        "and a person finds that nothing disagrees",
                        recordedWithOne().reviewed(DISMISS),
                        "ADMITTED",
                        "B1.3a/R-B2 B4.2/R-B6 B4.5/R-B10"),
                row(
                        "and the record is mended",
                        recordedWithOne().unit("outdoorBarcode", "690002"),
                        "ADMITTED",
                        "B1.3a/R-B2 B4.2/R-B6 B4.5/R-B10"),
                row(
                        "one bar code, recorded as the outdoor one, and a card with that",
                        line().of("SA-12")
                                .unit("outdoorBarcode", "690002")
                                .brings(WARRANTY_CARD, "2025-03-14", Map.of("outdoorBarcode", "690002")),
                        "ADMITTED",
                        "B1.3a/R-B2 B4.2/R-B6 B4.5/R-B10"),
                row(
                        "one bar code, recorded as the outdoor one, and a card with both",
                        line().of("SA-12")
                                .unit("outdoorBarcode", "690002")
                                .brings(
                                        WARRANTY_CARD,
                                        "2025-03-14",
                                        Map.of("indoorBarcode", "690001", "outdoorBarcode", "690002")),
                        "ADMITTED",
                        "B1.3a/R-B2 B4.2/R-B6 B4.5/R-B10"),
                row(
                        "one bar code of which the record has none",
                        line().of("SA-12").brings(WARRANTY_CARD, "2025-03-14", Map.of("indoorBarcode", "690001")),
                        "NEEDS_REVIEW",
                        "B4.5/R-B-RECORD"),
                row(
                        "a split unit of which no bar code is recorded",
                        line().of("SA-35").technicianFinds("PERFORMANCE"),
                        "NEEDS_EVIDENCE CARD_BARCODES",
                        "B4.5/R-B10"),
                row(
                        "a recorded card that bears no bar code",
                        line().unit("indoorBarcode", "690001").technicianFinds("PERFORMANCE"),
                        "NEEDS_EVIDENCE CARD_BARCODES",
                        "B4.5/R-B10"),
                row(
                        "a card beside an illegible record of one",
                        line().unit("indoorBarcode", "690001")
                                .recorded(WARRANTY_CARD, "2025-03-14", ILLEGIBLE)
                                .alsoBrings(WARRANTY_CARD, "C-9", "2025-03-14"),
                        "NEEDS_EVIDENCE CARD_BARCODES",
                        "B4.5/R-B10"),
                row(
                        "one bar code where the record has one",
                        line().unit("indoorBarcode", "690001")
                                .brings(WARRANTY_CARD, "2025-03-14", Map.of("indoorBarcode", "690001")),
                        "ADMITTED",
                        "B1.3a/R-B2 B4.2/R-B6 B4.5/R-B10"),
                row(
                        "a card of another product is none of this one, whether or not it bears bar codes",
                        line().without(WARRANTY_CARD)
                                .bringsExamined(WARRANTY_CARD, "2025-03-14", INCONSISTENT, AGENT)
                                .technicianFinds("PERFORMANCE"),
                        "NEEDS_EVIDENCE WARRANTY_CARD",
                        "B4.2/R-B6"),
                row(
                                "a card that cannot be read, and no other to be had",
                                line().without(WARRANTY_CARD)
                                        .bringsExamined(WARRANTY_CARD, "2025-03-14", ILLEGIBLE, AGENT)
                                        .unavailable("WARRANTY_CARD"),
                                "NOT_COVERED B3.1",
                                "B4.2/R-B6 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                        "nor does it say when the year began",
                        line().without(INVOICE, PURCHASE_CERTIFICATE, WARRANTY_CARD)
                                .bringsExamined(WARRANTY_CARD, "2025-03-14", ILLEGIBLE, AGENT),
                        "NEEDS_EVIDENCE WARRANTY_CARD PROOF_OF_PURCHASE PURCHASE_DATE",
                        "~B4.2/R-B-CARD B1.3a B4.2/R-B6 B4.8/R-B6"),
                row(
                                "a card that was found in order",
                                line().without(WARRANTY_CARD).bringsExamined(WARRANTY_CARD, "2025-03-14", VALID, AGENT),
                                "ADMITTED",
                                "B1.3a/R-B2 B4.2/R-B6")
                        .justNot("B4.2"),
                row("card there", line(), "ADMITTED", "B1.3a/R-B2").justNot("B4.2"),
                row(
                        "no serial",
                        line().noSerial(),
                        "NEEDS_EVIDENCE WARRANTY_CARD PROOF_OF_PURCHASE SERIAL",
                        "B4.2/R-B6 B4.8/R-B6 B4.5/R-B-SERIAL"),
                row(
                                "photos are not asked for",
                                line().evidence().technicianFinds("PERFORMANCE"),
                                "COVERED DEPOT_REPAIR",
                                "B1.3a/R-B2 B1.3a B1.2/R-B12 B1.3a B1.3a/R-B-PARTS")
                        .charging(
                                "PARTS=VENDOR by B1.3a/R-B-PARTS, LABOUR=VENDOR by B1.3a, SERVICE=VENDOR by B1.3a, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                // Cover
                row(
                                "performance fault, repaired",
                                line().technicianFinds("PERFORMANCE"),
                                "COVERED DEPOT_REPAIR",
                                "B1.3a/R-B2 B1.3a B1.2/R-B12 B1.3a B1.3a/R-B-PARTS")
                        .charging(
                                "PARTS=VENDOR by B1.3a/R-B-PARTS, LABOUR=VENDOR by B1.3a, SERVICE=VENDOR by B1.3a, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT")
                        .justNot("B3.1"),
                row(
                                "performance fault, exchanged",
                                line().servedBy(REPLACEMENT, "PERFORMANCE"),
                                "COVERED REPLACEMENT",
                                "B1.3a/R-B2 B1.3a B1.2/R-B12 B1.3a B1.3a/R-B-PARTS")
                        .charging(
                                "PARTS=VENDOR by B1.3a/R-B-PARTS, LABOUR=VENDOR by B1.3a, SERVICE=VENDOR by B1.3a, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                                "performance fault, taken back",
                                line().servedBy(REFUND, "PERFORMANCE"),
                                "COVERED REFUND",
                                "B1.3a/R-B2 B1.3a B1.2/R-B12 B1.3a B1.3a/R-B-PARTS")
                        .charging(
                                "PARTS=VENDOR by B1.3a/R-B-PARTS, LABOUR=VENDOR by B1.3a, SERVICE=VENDOR by B1.3a, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                                "taken back for no performance fault",
                                line().servedBy(REFUND, "MATERIAL"),
                                "NEEDS_REVIEW",
                                "B1.2/R-B12")
                        .justNot("B1.2"),
                row(
                                "a cause that nobody foresaw is covered all the same",
                                line().technicianFinds("FADING"),
                                "COVERED DEPOT_REPAIR",
                                "B1.3a/R-B2 B1.3a B1.2/R-B12 B1.3a B1.3a/R-B-PARTS")
                        .charging(
                                "PARTS=VENDOR by B1.3a/R-B-PARTS, LABOUR=VENDOR by B1.3a, SERVICE=VENDOR by B1.3a, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                        "a visit, on which the policy is silent",
                        line().servedBy(ON_SITE, "PERFORMANCE"),
                        "NEEDS_REVIEW",
                        "B1.3a/R-B-VISIT"),
                // Exclusions
                row(
                                "altered card, found by an agent",
                                line().bringsExamined(
                                                WARRANTY_CARD,
                                                "2025-03-14",
                                                DatedDocument.State.ALTERED,
                                                Confirmer.Kind.AGENT),
                                "NOT_COVERED B3.1",
                                "B4.3/R-B5 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                                "altered invoice, found by an agent",
                                line().bringsExamined(
                                                INVOICE,
                                                "2025-03-14",
                                                DatedDocument.State.ALTERED,
                                                Confirmer.Kind.AGENT),
                                "NOT_COVERED B3.1",
                                "B4.3/R-B5 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                                "invoice looked at and valid",
                                line().bringsExamined(
                                                INVOICE, "2025-03-14", DatedDocument.State.VALID, Confirmer.Kind.AGENT),
                                "ADMITTED",
                                "B1.3a/R-B2 B4.8/R-B6")
                        .justNot("B4.3"),
                row("counterfeit", line().technicianFinds("COUNTERFEIT"), "NOT_COVERED B3.1", "B4.4 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                                "the records know that the serial is not genuine",
                                line().unit("serialGenuine", "NO"),
                                "NOT_COVERED B3.1",
                                "B4.4 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row("counterfeit suspected", line().technicianSuspects("COUNTERFEIT"), "NEEDS_REVIEW", "B4.4")
                        .justNot("B4.4"),
                row("bar codes agree", barcodes("IN-1001", "OUT-2002"), "ADMITTED", "B1.3a/R-B2 B4.2/R-B6 B4.5/R-B10")
                        .justNot("B4.5"),
                row("indoor bar code differs", barcodes("IN-7777", "OUT-2002"), "NOT_COVERED B3.1", "B4.5/R-B10 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row("outdoor bar code differs", barcodes("IN-1001", "OUT-9999"), "NOT_COVERED B3.1", "B4.5/R-B10 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                                "one character differs: perhaps misread",
                                barcodes("IN-1001", "OUT-2003"),
                                "NEEDS_REVIEW",
                                "B4.5/R-B5")
                        .justNot("B4.5"),
                row(
                        "one bar code only, and it agrees",
                        line().of("SA-12")
                                .unit("indoorBarcode", "IN-1001")
                                .brings(WARRANTY_CARD, "2025-03-14", Map.of("indoorBarcode", "IN-1001")),
                        "ADMITTED",
                        "B1.3a/R-B2 B4.2/R-B6 B4.5/R-B10"),
                row(
                                "one bar code only, and it differs",
                                line().of("SA-12")
                                        .unit("indoorBarcode", "IN-1001")
                                        .brings(WARRANTY_CARD, "2025-03-14", Map.of("indoorBarcode", "IN-7777")),
                                "NOT_COVERED B3.1",
                                "B4.5/R-B10 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                        "damage at installation: never by itself",
                        line().technicianFinds("INSTALLATION_DAMAGE", "DAMAGED_BY_OTHERS"),
                        "NEEDS_REVIEW",
                        "B4.6/R-B1"),
                row(
                                "damage at installation by others, confirmed",
                                line().technicianFinds("INSTALLATION_DAMAGE", "DAMAGED_BY_OTHERS")
                                        .reviewed(CONFIRM),
                                "NOT_COVERED B3.1",
                                "B4.6/R-B1 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                                "damage at installation by an own outlet, confirmed: the vendor's cost",
                                line().technicianFinds("INSTALLATION_DAMAGE", "DAMAGED_BY_OWN_OUTLET")
                                        .reviewed(CONFIRM),
                                "COVERED DEPOT_REPAIR",
                                "B1.3a/R-B2 B4.6/R-B1 B1.2/R-B12 B1.3a B1.3a/R-B-PARTS")
                        .charging(
                                "PARTS=VENDOR by B1.3a/R-B-PARTS, LABOUR=VENDOR by B1.3a, SERVICE=VENDOR by B1.3a, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT")
                        .justNot("B4.6"),
                row(
                                "damage at installation by an own outlet, by review",
                                line().technicianFinds("INSTALLATION_DAMAGE", "DAMAGED_BY_OWN_OUTLET")
                                        .reviewed(DISMISS),
                                "COVERED DEPOT_REPAIR",
                                "B1.3a/R-B2 ~B4.6/R-B1 B1.3a B1.2/R-B12 B1.3a B1.3a/R-B-PARTS")
                        .charging(
                                "PARTS=VENDOR by B1.3a/R-B-PARTS, LABOUR=VENDOR by B1.3a, SERVICE=VENDOR by B1.3a, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT")
                        .justNot("B4.6"),
                row("lightning", line().technicianFinds("LIGHTNING"), "NOT_COVERED B3.1", "B4.7 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row("improper use", line().technicianFinds("IMPROPER_USE"), "NOT_COVERED B3.1", "B4.7 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row("the wrong voltage", line().technicianFinds("VOLTAGE_MISMATCH"), "NOT_COVERED B3.1", "B4.7 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row("the wrong power rating", line().technicianFinds("POWER_MISMATCH"), "NOT_COVERED B3.1", "B4.7 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row("power against the manual", line().technicianFinds("WRONG_POWER"), "NOT_COVERED B3.1", "B4.7 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                        "a drop: perhaps improper use, a person says",
                        line().technicianFinds("DROP"),
                        "NEEDS_REVIEW",
                        "B4.7/R-B-USE"),
                row("liquid declared", line().declares("LIQUID"), "NEEDS_REVIEW", "B4.7/R-B-USE"),
                row(
                                "a drop, confirmed by review",
                                line().technicianFinds("DROP").reviewed(CONFIRM),
                                "NOT_COVERED B3.1",
                                "B4.7/R-B-USE B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row("improper power suspected", line().technicianSuspects("IMPROPER_POWER"), "NEEDS_REVIEW", "B4.7")
                        .justNot("B4.7"),
                row("lightning declared", line().declares("LIGHTNING"), "NEEDS_REVIEW", "B4.7"),
                // Contract before policy
                row(
                                "the contract gives two years",
                                line().submitted("2026-06-05T10:00")
                                        .contractTerm("P24M")
                                        .technicianFinds("PERFORMANCE"),
                                "COVERED DEPOT_REPAIR",
                                "B1.3a/R-B2 B1.1/R-B-CONTRACT B1.3a B1.2/R-B12 B1.3a B1.3a/R-B-PARTS")
                        .charging(
                                "PARTS=VENDOR by B1.3a/R-B-PARTS, LABOUR=VENDOR by B1.3a, SERVICE=VENDOR by B1.3a, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"),
                row(
                        "the contract gives less than the floor, the last day of the floor",
                        line().contractTerm("P6M").submitted("2026-03-14T23:59"),
                        "ADMITTED",
                        "B1.3a/R-B2 B1.1/R-B-TERM ~B1.1/R-B-CONTRACT"),
                row(
                                "the contract gives less than the floor, the day after it",
                                line().contractTerm("P6M").submitted("2026-03-15T00:00"),
                                "NOT_COVERED B3.1",
                                "B1.3a/R-B2 B1.1/R-B-TERM ~B1.1/R-B-CONTRACT B4.1/R-B2 B3.1")
                        .charging(
                                "PARTS=CUSTOMER by B3.1, LABOUR=CUSTOMER by B3.1, SERVICE=CUSTOMER by B3.1, INBOUND_FREIGHT=AGREE by B3.1/R-B-FREIGHT, RETURN_FREIGHT=AGREE by B3.1/R-B-FREIGHT"));
    }

    private static GivenLine recordedWithOne() {
        return line().of("SA-35")
                .unit("indoorBarcode", "690001")
                .brings(WARRANTY_CARD, "2025-03-14", Map.of("indoorBarcode", "690001", "outdoorBarcode", "690002"));
    }

    private static GivenLine barcodes(String indoor, String outdoor) {
        return line().of("SA-35")
                .unit("indoorBarcode", "IN-1001")
                .unit("outdoorBarcode", "OUT-2002")
                .brings(WARRANTY_CARD, "2025-03-14", Map.of("indoorBarcode", indoor, "outdoorBarcode", outdoor));
    }

    private static PolicyCase row(String name, GivenLine given, String outcome, String because) {
        return PolicyCase.of("B", name, given, outcome, because);
    }
}
