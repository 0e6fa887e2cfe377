package dev.aftersales.claims.adjudication;

import static dev.aftersales.claims.adjudication.Confirmer.Kind.AGENT;
import static dev.aftersales.claims.adjudication.DatedDocument.State.ALTERED;
import static dev.aftersales.claims.adjudication.DatedDocument.State.INCONSISTENT;
import static dev.aftersales.claims.adjudication.DocumentKind.AIR_OR_ROAD_WAYBILL;
import static dev.aftersales.claims.adjudication.DocumentKind.BILL_OF_LADING;
import static dev.aftersales.claims.adjudication.DocumentKind.CONTRACT_DELIVERY;
import static dev.aftersales.claims.adjudication.EvidenceKind.OTHER;
import static dev.aftersales.claims.adjudication.EvidenceKind.PHOTO;
import static dev.aftersales.claims.adjudication.EvidenceKind.VIDEO;
import static dev.aftersales.claims.adjudication.GivenClaim.DIAGNOSED;
import static dev.aftersales.claims.adjudication.GivenClaim.billOfLading;
import static dev.aftersales.claims.adjudication.GivenLine.line;
import static dev.aftersales.claims.adjudication.Review.Outcome.CONFIRM;
import static dev.aftersales.claims.adjudication.Review.Outcome.DISMISS;
import static dev.aftersales.contracts.events.Route.DEPOT_REPAIR;
import static dev.aftersales.contracts.events.Route.ON_SITE;
import static dev.aftersales.contracts.events.Route.REPLACEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.contracts.events.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the exporter's policy says of a line: the worked examples of the clause register, and one case for each rule. */
class ExporterVerdictsTest {

    @ParameterizedTest(name = "{0} -> {2} by {3}")
    @MethodSource
    void judgesByThePolicy(String given, GivenClaim claim, String outcome, String clauses) {
        // When
        LineOutcome judged = claim.judged();

        // Then
        assertThat(words(judged)).isEqualTo(outcome);
        assertThat(decisive(judged)).isEqualTo(List.of(clauses.split(" ")));
    }

    static Stream<Arguments> judgesByThePolicy() {
        return Stream.of(
                // Term
                arguments(
                        "1: last minute of the last day",
                        claim().submitted("2026-03-14T23:59"),
                        "ADMITTED",
                        "A1.1 A1.2 A4.2"),
                arguments(
                        "2: first minute of the next day",
                        claim().submitted("2026-03-15T00:00"),
                        "NOT_COVERED A1.3",
                        "A1.1 A3.1 A1.3"),
                arguments(
                        "out of term, and no photo either",
                        claim().submitted("2026-03-15T00:00").evidence(),
                        "NOT_COVERED A1.3",
                        "A1.1 A3.1 A4.2 A1.3"),
                arguments(
                        "leap day bought, a year later",
                        claim().documents(billOfLading("2024-02-29")).submitted("2025-02-28T12:00"),
                        "ADMITTED",
                        "A1.1 A1.2 A4.2"),
                arguments(
                        "leap day bought, a year and a day later",
                        claim().documents(billOfLading("2024-02-29")).submitted("2025-03-01T00:00"),
                        "NOT_COVERED A1.3",
                        "A1.1 A3.1 A1.3"),
                arguments(
                        "waybill only",
                        claim().documents(paper(DocumentKind.AIR_OR_ROAD_WAYBILL, "2025-03-14")),
                        "ADMITTED",
                        "A1.1/R-A2 A1.2 A4.2"),
                arguments(
                        "waybill only, out of term",
                        claim().documents(paper(DocumentKind.AIR_OR_ROAD_WAYBILL, "2024-03-14")),
                        "NOT_COVERED A1.3",
                        "A1.1/R-A2 A3.1/R-A2 A1.3"),
                arguments(
                        "delivery only",
                        claim().documents(paper(DocumentKind.CONTRACT_DELIVERY, "2025-03-14")),
                        "ADMITTED",
                        "A1.1/R-A2 A1.2 A4.2"),
                arguments(
                        "bill of lading before a younger waybill",
                        claim().documents(
                                        paper(DocumentKind.AIR_OR_ROAD_WAYBILL, "2025-03-14"),
                                        billOfLading("2024-03-14")),
                        "NOT_COVERED A1.3",
                        "A1.1 A3.1 A1.3"),
                arguments("no paper at all", claim().documents(), "NEEDS_EVIDENCE BILL_OF_LADING_DATE", "A1.1"),

                // Items
                arguments(
                        "standard accessory", claim().item(ItemClass.STANDARD_ACCESSORY), "ADMITTED", "A1.1 A1.2 A4.2"),
                arguments(
                        "consumable", claim().item(ItemClass.CONSUMABLE), "NOT_COVERED A1.3/R-A15", "A1.2 A1.3/R-A15"),

                // Evidence
                arguments("14: video only", claim().evidence(VIDEO), "ADMITTED", "A1.1 A1.2 A4.2"),
                arguments("photo and video", claim().evidence(PHOTO, VIDEO), "ADMITTED", "A1.1 A1.2 A4.2"),
                arguments("no media", claim().evidence(), "NEEDS_EVIDENCE PHOTO_OR_VIDEO", "A4.2"),
                arguments(
                        "no media to be had: a person decides, and nobody is asked again",
                        claim().evidence().unavailable("PHOTO_OR_VIDEO", DIAGNOSED),
                        "NEEDS_REVIEW",
                        "A4.2"),
                arguments(
                        "no media to be had, and a person lets it pass",
                        claim().evidence()
                                .unavailable("PHOTO_OR_VIDEO", DIAGNOSED)
                                .reviewed(DISMISS),
                        "ADMITTED",
                        "A1.1 A1.2"),
                arguments(
                        "no media to be had, and a person holds that against it",
                        claim().evidence()
                                .unavailable("PHOTO_OR_VIDEO", DIAGNOSED)
                                .reviewed(CONFIRM),
                        "NOT_COVERED A1.3/R-A15",
                        "A4.2 A1.3/R-A15"),
                arguments(
                        "no media to be had, said after the review of something else",
                        claim().evidence()
                                .unavailable("PHOTO_OR_VIDEO", DIAGNOSED)
                                .reviewed(DISMISS, DIAGNOSED.minusSeconds(1)),
                        "NEEDS_REVIEW",
                        "A4.2"),
                arguments("a text file is no photo", claim().evidence(OTHER), "NEEDS_EVIDENCE PHOTO_OR_VIDEO", "A4.2"),
                arguments("no description", claim().noDescription(), "NEEDS_EVIDENCE FAULT_DESCRIPTION", "A4.2"),
                arguments("no model", claim().noModel(), "NEEDS_EVIDENCE MODEL", "A4.2"),
                arguments("the unit's model in other letters", claim().model("x1 "), "ADMITTED", "A1.1 A1.2 A4.2"),
                arguments("another model than the unit's", claim().model("X2"), "NEEDS_EVIDENCE MODEL", "A4.2"),
                arguments(
                        "diagnosed under another model",
                        claim().model("X2").catalogueSays("WORKMANSHIP"),
                        "NEEDS_EVIDENCE MODEL",
                        "A4.2"),
                arguments(
                        "neither model nor media",
                        claim().noModel().evidence(),
                        "NEEDS_EVIDENCE MODEL PHOTO_OR_VIDEO",
                        "A4.2 A4.2"),
                arguments(
                        "no contract number",
                        claim().contractNumber(null).serialUnknownToContract(),
                        "NEEDS_EVIDENCE CONTRACT_NUMBER",
                        "A4.2"),
                arguments(
                        "unknown contract", claim().contractUnknown(), "NEEDS_EVIDENCE KNOWN_CONTRACT_NUMBER", "A4.2"),
                arguments("no serial", claim().noSerial(), "NEEDS_EVIDENCE SERIAL", "A1.1/R-A3"),
                arguments(
                        "serial unknown to the contract",
                        claim().serialUnknownToContract(),
                        "NEEDS_EVIDENCE SERIAL_UNDER_CONTRACT",
                        "A1.1/R-A2"),
                arguments(
                        "label reported illegible",
                        claim().noSerial().declares("SERIAL_LABEL_ILLEGIBLE"),
                        "NEEDS_REVIEW",
                        "A3.7/R-A3"),
                arguments(
                        "label found legible after all",
                        claim().noSerial().declares("SERIAL_LABEL_ILLEGIBLE").reviewed(DISMISS),
                        "NEEDS_EVIDENCE SERIAL",
                        "A1.1/R-A3"),

                // Cover
                arguments(
                        "catalogue presumes workmanship",
                        claim().catalogueSays("WORKMANSHIP"),
                        "COVERED PARTS",
                        "A1.1 A1.2 A2.0 A4.2 A4.5 A2.1 A2.1/R-A1"),
                arguments(
                        "technician finds material",
                        claim().technicianFinds("MATERIAL"),
                        "COVERED PARTS",
                        "A1.1 A1.2 A2.0 A4.2 A4.5 A2.1 A2.1/R-A1"),
                arguments(
                        "to the depot",
                        claim().diagnosed(Confirmer.Kind.TECHNICIAN, "MATERIAL", true, DEPOT_REPAIR),
                        "COVERED DEPOT_REPAIR",
                        "A1.1 A1.2 A2.0 A4.2 A4.6 A2.1 A2.1/R-A1"),
                arguments(
                        "new unit, repair impractical",
                        claim().diagnosed(
                                        Confirmer.Kind.TECHNICIAN, "MATERIAL", true, REPLACEMENT, "REPAIR_IMPRACTICAL"),
                        "COVERED REPLACEMENT",
                        "A1.1 A1.2 A2.0 A4.2 A2.2/R-A12 A2.1 A2.1/R-A1"),
                arguments(
                        "new unit for no reason",
                        claim().diagnosed(Confirmer.Kind.TECHNICIAN, "MATERIAL", true, REPLACEMENT),
                        "NEEDS_REVIEW",
                        "A2.2/R-A12"),
                arguments(
                        "new unit for no reason, refused",
                        claim().diagnosed(Confirmer.Kind.TECHNICIAN, "MATERIAL", true, REPLACEMENT)
                                .reviewed(CONFIRM),
                        "COVERED DEPOT_REPAIR",
                        "A1.1 A1.2 A2.0 A4.2 A4.6 A2.1 A2.1/R-A1"),
                arguments(
                        "a visit, which the policy does not offer",
                        claim().diagnosed(Confirmer.Kind.TECHNICIAN, "MATERIAL", true, ON_SITE),
                        "NEEDS_REVIEW",
                        "A2.0"),

                // Exclusions
                arguments(
                        "42: water damage",
                        claim().technicianFinds("WATER_INGRESS"),
                        "NOT_COVERED A1.3/R-A15",
                        "A3.2 A1.3/R-A15"),
                arguments(
                        "water damage suspected", claim().technicianSuspects("WATER_INGRESS"), "NEEDS_REVIEW", "A3.2"),
                arguments(
                        "water damage presumed by the catalogue",
                        claim().catalogueSays("WATER_INGRESS"),
                        "NEEDS_REVIEW",
                        "A3.2"),
                arguments("water damage declared", claim().declares("WATER_INGRESS"), "NEEDS_REVIEW", "A3.2"),
                arguments(
                        "declared and confirmed on review",
                        claim().declares("WATER_INGRESS").reviewed(CONFIRM),
                        "NOT_COVERED A1.3/R-A15",
                        "A3.2 A1.3/R-A15"),
                arguments(
                        "declared and dismissed on review",
                        claim().declares("WATER_INGRESS").reviewed(DISMISS),
                        "ADMITTED",
                        "A1.1 A1.2 A4.2"),
                arguments(
                        "declared, but the technician knows better",
                        claim().declares("WATER_INGRESS").technicianFinds("MATERIAL"),
                        "COVERED PARTS",
                        "A1.1 A1.2 A2.0 A4.2 A4.5 A2.1 A2.1/R-A1"),
                arguments(
                        "declared, and the catalogue cannot know better",
                        claim().declares("WATER_INGRESS").catalogueSays("MATERIAL"),
                        "NEEDS_REVIEW",
                        "A3.2"),
                arguments(
                        "suspected and confirmed on review",
                        claim().technicianSuspects("WATER_INGRESS").reviewed(CONFIRM),
                        "NOT_COVERED A1.3/R-A15",
                        "A3.2 A1.3/R-A15"),
                arguments(
                        "suspected and dismissed on review",
                        claim().technicianSuspects("WATER_INGRESS").reviewed(DISMISS),
                        "COVERED PARTS",
                        "A1.1 A1.2 A2.0 A4.2 A4.5 A2.1 A2.1/R-A1"),
                arguments(
                        "a review older than the suspicion settles nothing",
                        claim().technicianSuspects("DROP").reviewed(DISMISS, GivenClaim.DIAGNOSED.minusSeconds(1)),
                        "NEEDS_REVIEW",
                        "A3.2"),
                arguments(
                        "opened", claim().technicianFinds("DISASSEMBLY"), "NOT_COVERED A1.3/R-A15", "A3.3 A1.3/R-A15"),
                arguments(
                        "opened with leave, so no clause answers",
                        claim().technicianFinds("DISASSEMBLY", "WORK_AUTHORISED"),
                        "NEEDS_REVIEW",
                        "A2.0"),
                arguments(
                        "wrong voltage",
                        claim().technicianFinds("VOLTAGE_MISMATCH"),
                        "NOT_COVERED A1.3/R-A15",
                        "A3.4 A1.3/R-A15"),
                arguments(
                        "power surge",
                        claim().technicianFinds("POWER_SURGE"),
                        "NOT_COVERED A1.3/R-A15",
                        "A3.2 A1.3/R-A15"),
                arguments(
                        "lightning is a surge, too",
                        claim().technicianFinds("LIGHTNING"),
                        "NOT_COVERED A1.3/R-A15",
                        "A3.2/R-A10 A3.5 A1.3/R-A15"),
                arguments(
                        "a surge with lightning found",
                        claim().technicianFinds("POWER_SURGE", "LIGHTNING"),
                        "NOT_COVERED A1.3/R-A15",
                        "A3.2 A3.2/R-A10 A3.5 A1.3/R-A15"),
                arguments(
                        "flood is water ingress, too",
                        claim().technicianFinds("FLOOD"),
                        "NOT_COVERED A1.3/R-A15",
                        "A3.2/R-A10 A3.5 A1.3/R-A15"),
                arguments(
                        "earthquake",
                        claim().technicianFinds("EARTHQUAKE"),
                        "NOT_COVERED A1.3/R-A15",
                        "A3.5 A1.3/R-A15"),
                arguments(
                        "scratch without effect",
                        claim().technicianFinds("SCRATCH", "FUNCTION_UNIMPAIRED"),
                        "NOT_COVERED A1.3/R-A15",
                        "A3.6 A1.3/R-A15"),
                arguments(
                        "wear with effect",
                        claim().technicianFinds("WEAR", "FUNCTION_IMPAIRED"),
                        "NEEDS_REVIEW",
                        "A3.6/R-A9"),
                arguments("wear, effect not looked at", claim().technicianFinds("WEAR"), "NEEDS_REVIEW", "A3.6/R-A9"),
                arguments(
                        "serial label altered, fault or no fault",
                        claim().technicianFinds("MATERIAL", "SERIAL_LABEL_ALTERED"),
                        "NOT_COVERED A1.3/R-A15",
                        "A3.7 A1.3/R-A15"),
                arguments(
                        "labels intact",
                        claim().technicianFinds("MATERIAL", "SERIAL_LABEL_INTACT", "TAMPER_LABEL_INTACT"),
                        "COVERED PARTS",
                        "A1.1 A1.2 A2.0 A4.2 A4.5 A2.1 A2.1/R-A1"),
                arguments(
                        "tamper label damaged and the unit opened",
                        claim().technicianFinds("DISASSEMBLY", "TAMPER_LABEL_DAMAGED"),
                        "NOT_COVERED A1.3/R-A15",
                        "A3.3 A3.7 A1.3/R-A15"),
                arguments(
                        "cheap consumable",
                        claim().technicianFinds("NON_CERTIFIED_CONSUMABLE"),
                        "NOT_COVERED A1.3/R-A15",
                        "A3.8 A1.3/R-A15"),
                arguments("damaged in transit", claim().technicianFinds("IN_TRANSIT_DAMAGE"), "REDIRECT", "A3.9/R-A11"),
                arguments(
                        "perhaps damaged in transit",
                        claim().technicianSuspects("IN_TRANSIT_DAMAGE"),
                        "NEEDS_REVIEW",
                        "A3.9/R-A11"),
                arguments(
                        "in transit, confirmed on review",
                        claim().technicianSuspects("IN_TRANSIT_DAMAGE").reviewed(CONFIRM),
                        "REDIRECT",
                        "A3.9/R-A11"),
                arguments(
                        "out of term and dropped",
                        claim().submitted("2026-06-05T10:00").technicianFinds("DROP"),
                        "NOT_COVERED A1.3",
                        "A1.1 A3.1 A3.2 A1.3"),

                // Causes that nobody foresaw
                arguments("unknown cause", claim().technicianFinds("GREMLINS"), "NEEDS_REVIEW", "A2.0"),
                arguments(
                        "unknown cause with a sign of a fall",
                        claim().technicianFinds("GREMLINS", "DROP"),
                        "NEEDS_REVIEW",
                        "A3.2 A2.0"),
                arguments(
                        "unknown cause, no defect by review",
                        claim().technicianFinds("GREMLINS").reviewed(CONFIRM),
                        "NOT_COVERED A1.3/R-A15",
                        "A2.0 A1.3/R-A15"),
                arguments(
                        "unknown cause, a defect by review",
                        claim().technicianFinds("GREMLINS").reviewed(DISMISS),
                        "COVERED PARTS",
                        "A1.1 A1.2 A2.0 A4.2 A4.5 A2.1 A2.1/R-A1"),
                arguments(
                        "an unknown cause declared does not hold a claim up",
                        claim().declares("GREMLINS"),
                        "ADMITTED",
                        "A1.1 A1.2 A4.2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void judgesNearMissesChargesAndContracts(PolicyCase given) {
        // When
        LineOutcome judged = given.given().judgedUnder(given.policy());

        // Then
        assertThat(PolicyCase.words(judged)).isEqualTo(given.outcome());
        assertThat(PolicyCase.because(judged)).isEqualTo(given.because());
        assertThat(PolicyCase.charges(judged)).isEqualTo(given.charges());
    }

    @Test
    void readingA1ChargesPartsOfACoveredDefectWhereItSaysSo() {
        // Given
        CompiledPolicy paid = ShippedPacks.changed("exporter", "A-1", "value: FREE", "value: PAID");

        // When
        LineOutcome judged = line().technicianFinds("MATERIAL").judgedUnder(paid);

        // Then
        assertThat(judged.verdict()).contains(Verdict.COVERED_PARTIAL);
        assertThat(PolicyCase.charges(judged)).startsWith("PARTS=CUSTOMER by A2.1/R-A1, LABOUR=VENDOR by A2.1, ");
    }

    static Stream<PolicyCase> cases() {
        return Stream.of(
                // Who pays
                row(
                                "covered",
                                line().technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "A1.1 A1.2 A2.0 A4.2 A4.6 A2.1 A2.1/R-A1")
                        .charging(
                                "PARTS=VENDOR by A2.1/R-A1, LABOUR=VENDOR by A2.1, SERVICE=VENDOR by A2.1, INBOUND_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, RETURN_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, DUTY=AGREE by A6.1/R-A12-FREIGHT")
                        .justNot("A1.3"),
                row("out of term", line().submitted("2026-03-15T00:00"), "NOT_COVERED A1.3", "A1.1 A3.1 A1.3")
                        .charging(
                                "PARTS=CUSTOMER by A1.3, LABOUR=CUSTOMER by A1.3, SERVICE=CUSTOMER by A1.3, INBOUND_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, RETURN_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, DUTY=AGREE by A6.1/R-A12-FREIGHT")
                        .justNot("A1.1 A2.1"),
                row(
                                "excluded inside the term",
                                line().technicianFinds("DROP"),
                                "NOT_COVERED A1.3/R-A15",
                                "A3.2 A1.3/R-A15")
                        .charging(
                                "PARTS=CUSTOMER by A1.3/R-A15, LABOUR=CUSTOMER by A1.3/R-A15, SERVICE=CUSTOMER by A1.3/R-A15, INBOUND_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, RETURN_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, DUTY=AGREE by A6.1/R-A12-FREIGHT"),
                // Near misses
                row("last minute of the last day", line().submitted("2026-03-14T23:59"), "ADMITTED", "A1.1 A1.2 A4.2")
                        .justNot("A3.1"),
                row("a spare part", line().item(ItemClass.SPARE_PART), "NOT_COVERED A1.3/R-A15", "A1.2 A1.3/R-A15")
                        .charging(
                                "PARTS=CUSTOMER by A1.3/R-A15, LABOUR=CUSTOMER by A1.3/R-A15, SERVICE=CUSTOMER by A1.3/R-A15, INBOUND_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, RETURN_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, DUTY=AGREE by A6.1/R-A12-FREIGHT")
                        .justNot("A1.2"),
                row("a cause that nobody foresaw", line().technicianFinds("GREMLINS"), "NEEDS_REVIEW", "A2.0")
                        .justNot("A2.0"),
                row(
                                "a new unit, repair not impractical",
                                line().servedBy(REPLACEMENT, "MATERIAL"),
                                "NEEDS_REVIEW",
                                "A2.2/R-A12")
                        .justNot("A2.2"),
                row("a drop suspected", line().technicianSuspects("DROP"), "NEEDS_REVIEW", "A3.2")
                        .justNot("A3.2"),
                row(
                                "opened with leave",
                                line().technicianFinds("DISASSEMBLY", "WORK_AUTHORISED"),
                                "NEEDS_REVIEW",
                                "~A3.3 A2.0")
                        .justNot("A3.3"),
                row("wrong voltage suspected", line().technicianSuspects("VOLTAGE_MISMATCH"), "NEEDS_REVIEW", "A3.4")
                        .justNot("A3.4"),
                row("fire suspected", line().technicianSuspects("FIRE"), "NEEDS_REVIEW", "A3.5")
                        .justNot("A3.5"),
                row(
                                "wear that impairs the function",
                                line().technicianFinds("WEAR", "FUNCTION_IMPAIRED"),
                                "NEEDS_REVIEW",
                                "A3.6/R-A9")
                        .justNot("A3.6"),
                row(
                                "labels intact",
                                line().technicianFinds("MATERIAL", "SERIAL_LABEL_INTACT", "TAMPER_LABEL_INTACT"),
                                "COVERED DEPOT_REPAIR",
                                "A1.1 A1.2 A2.0 A4.2 A4.6 A2.1 A2.1/R-A1")
                        .charging(
                                "PARTS=VENDOR by A2.1/R-A1, LABOUR=VENDOR by A2.1, SERVICE=VENDOR by A2.1, INBOUND_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, RETURN_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, DUTY=AGREE by A6.1/R-A12-FREIGHT")
                        .justNot("A3.7"),
                row(
                                "an accessory that is not certified, suspected",
                                line().technicianSuspects("NON_CERTIFIED_ACCESSORY"),
                                "NEEDS_REVIEW",
                                "A3.8")
                        .justNot("A3.8"),
                row(
                                "damage in transit suspected",
                                line().technicianSuspects("IN_TRANSIT_DAMAGE"),
                                "NEEDS_REVIEW",
                                "A3.9/R-A11")
                        .justNot("A3.9"),
                row("video only", line().evidence(VIDEO), "ADMITTED", "A1.1 A1.2 A4.2")
                        .justNot("A4.2"),
                row(
                                "claimed late, but the fault showed inside the term",
                                line().submitted("2026-03-20T10:00").faultShowed("2026-03-10"),
                                "NEEDS_REVIEW",
                                "~A1.1 A3.1/R-A12-LATE")
                        .justNot("A3.1"),
                row(
                                "claimed late, and the fault showed late",
                                line().submitted("2026-03-20T10:00").faultShowed("2026-03-15"),
                                "NOT_COVERED A1.3",
                                "A1.1 A3.1 A1.3")
                        .charging(
                                "PARTS=CUSTOMER by A1.3, LABOUR=CUSTOMER by A1.3, SERVICE=CUSTOMER by A1.3, INBOUND_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, RETURN_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, DUTY=AGREE by A6.1/R-A12-FREIGHT"),
                row(
                        "the bill of lading is of another shipment",
                        line().without(AIR_OR_ROAD_WAYBILL, CONTRACT_DELIVERY)
                                .bringsExamined(BILL_OF_LADING, "2025-03-14", INCONSISTENT, AGENT),
                        "NEEDS_EVIDENCE BILL_OF_LADING_DATE",
                        "~A1.1/R-A-OTHER A1.1"),
                row(
                                "the bill of lading is of another shipment, and the waybill of this",
                                line().bringsExamined(BILL_OF_LADING, "2023-03-14", INCONSISTENT, AGENT),
                                "ADMITTED",
                                "~A1.1/R-A-OTHER A1.1/R-A2 A1.2 A4.2")
                        .justNot("A3.1"),
                row(
                        "an altered bill of lading, of which the policy says nothing",
                        line().bringsExamined(BILL_OF_LADING, "2025-03-14", ALTERED, AGENT),
                        "ADMITTED",
                        "A1.1 A1.2 A4.2"),
                row(
                                "claimed late and let pass, and then the route is refused",
                                line().submitted("2026-03-20T10:00")
                                        .faultShowed("2026-03-10")
                                        .servedBy(REPLACEMENT, "MATERIAL")
                                        .reviewed(DISMISS, "2026-03-21T10:00:00Z", "A3.1")
                                        .reviewed(CONFIRM, "2026-03-24T10:00:00Z", "A2.2"),
                                "COVERED DEPOT_REPAIR",
                                "~A1.1 ~A3.1/R-A12-LATE A1.2 A2.0 A4.2 A4.6 A2.1 A2.1/R-A1")
                        .charging(
                                "PARTS=VENDOR by A2.1/R-A1, LABOUR=VENDOR by A2.1, SERVICE=VENDOR by A2.1, INBOUND_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, RETURN_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, DUTY=AGREE by A6.1/R-A12-FREIGHT")
                        .justNot("A3.1"),
                row(
                                "claimed late, and somebody was asked only of the route",
                                line().submitted("2026-03-20T10:00")
                                        .faultShowed("2026-03-10")
                                        .servedBy(REPLACEMENT, "MATERIAL")
                                        .reviewed(DISMISS, "2026-03-24T10:00:00Z", "A2.2"),
                                "NEEDS_REVIEW",
                                "~A1.1 A3.1/R-A12-LATE")
                        .justNot("A3.1"),
                row(
                                "claimed late and let pass, and then the suspected drop is confirmed",
                                line().submitted("2026-03-20T10:00")
                                        .faultShowed("2026-03-10")
                                        .technicianSuspects("DROP")
                                        .reviewed(DISMISS, "2026-03-21T10:00:00Z", "A3.1")
                                        .reviewed(CONFIRM, "2026-03-24T10:00:00Z", "A3.2"),
                                "NOT_COVERED A1.3/R-A15",
                                "~A1.1 ~A3.1/R-A12-LATE A3.2 A1.3/R-A15")
                        .charging(
                                "PARTS=CUSTOMER by A1.3/R-A15, LABOUR=CUSTOMER by A1.3/R-A15, SERVICE=CUSTOMER by A1.3/R-A15, INBOUND_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, RETURN_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, DUTY=AGREE by A6.1/R-A12-FREIGHT")
                        .justNot("A3.1"),
                // Contract before policy
                row(
                                "the contract gives two years",
                                line().submitted("2026-06-05T10:00")
                                        .contractTerm("P24M")
                                        .technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "A1.1 A6.1 A1.2 A2.0 A4.2 A4.6 A2.1 A2.1/R-A1")
                        .charging(
                                "PARTS=VENDOR by A2.1/R-A1, LABOUR=VENDOR by A2.1, SERVICE=VENDOR by A2.1, INBOUND_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, RETURN_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, DUTY=AGREE by A6.1/R-A12-FREIGHT"),
                row(
                                "the contract gives six months",
                                line().submitted("2025-09-15T10:00").contractTerm("P6M"),
                                "NOT_COVERED A1.3",
                                "A1.1 A6.1 A3.1 A1.3")
                        .charging(
                                "PARTS=CUSTOMER by A1.3, LABOUR=CUSTOMER by A1.3, SERVICE=CUSTOMER by A1.3, INBOUND_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, RETURN_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, DUTY=AGREE by A6.1/R-A12-FREIGHT"),
                row(
                                "the contract excludes a cause",
                                line().contractExcludes("MATERIAL").technicianFinds("MATERIAL"),
                                "NOT_COVERED A1.3/R-A15",
                                "A6.1 A1.3/R-A15")
                        .charging(
                                "PARTS=CUSTOMER by A1.3/R-A15, LABOUR=CUSTOMER by A1.3/R-A15, SERVICE=CUSTOMER by A1.3/R-A15, INBOUND_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, RETURN_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, DUTY=AGREE by A6.1/R-A12-FREIGHT"),
                row(
                                "the contract pays the way in",
                                line().contractCharges(ChargeItem.INBOUND_FREIGHT, Payer.VENDOR)
                                        .technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "A1.1 A1.2 A2.0 A4.2 A4.6 A2.1 A2.1/R-A1 A6.1")
                        .charging(
                                "PARTS=VENDOR by A2.1/R-A1, LABOUR=VENDOR by A2.1, SERVICE=VENDOR by A2.1, INBOUND_FREIGHT=VENDOR by A6.1, RETURN_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, DUTY=AGREE by A6.1/R-A12-FREIGHT"),
                row(
                                "the contract promises visits there",
                                line().at("CN-440106").contractVisits("CN-4401").servedBy(ON_SITE, "MATERIAL"),
                                "COVERED ON_SITE",
                                "A1.1 A1.2 A2.0 A4.2 A6.1 A2.1 A2.1/R-A1")
                        .charging(
                                "PARTS=VENDOR by A2.1/R-A1, LABOUR=VENDOR by A2.1, SERVICE=VENDOR by A2.1, INBOUND_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, RETURN_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, DUTY=AGREE by A6.1/R-A12-FREIGHT"),
                row(
                                "the contract promises visits elsewhere",
                                line().at("CN-440307").contractVisits("CN-4401").servedBy(ON_SITE, "MATERIAL"),
                                "NEEDS_REVIEW",
                                "A2.0")
                        .justNot("A6.1"),
                row(
                                "the contract is silent",
                                line().contractVisits("CN-44").technicianFinds("MATERIAL"),
                                "COVERED DEPOT_REPAIR",
                                "A1.1 A1.2 A2.0 A4.2 A4.6 A2.1 A2.1/R-A1")
                        .charging(
                                "PARTS=VENDOR by A2.1/R-A1, LABOUR=VENDOR by A2.1, SERVICE=VENDOR by A2.1, INBOUND_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, RETURN_FREIGHT=AGREE by A6.1/R-A12-FREIGHT, DUTY=AGREE by A6.1/R-A12-FREIGHT")
                        .justNot("A6.1"));
    }

    private static PolicyCase row(String name, GivenLine given, String outcome, String because) {
        return PolicyCase.of("A", name, given, outcome, because);
    }

    private static GivenClaim claim() {
        return new GivenClaim();
    }

    private static DatedDocument paper(DocumentKind kind, String date) {
        return new DatedDocument(kind, "P-1", LocalDate.parse(date));
    }

    private static String words(LineOutcome outcome) {
        return switch (outcome) {
            case LineOutcome.Admitted admitted -> "ADMITTED";
            case LineOutcome.Covered covered -> "COVERED " + covered.route();
            case LineOutcome.NotCovered not ->
                "NOT_COVERED " + not.quote().clause()
                        + (not.quote().reading() == null
                                ? ""
                                : "/" + not.quote().reading());
            case LineOutcome.Partial partial -> "PARTIAL " + partial.quote().clause();
            case LineOutcome.Redirected redirected -> "REDIRECT";
            case LineOutcome.NeedsReview review -> "NEEDS_REVIEW";
            case LineOutcome.NeedsEvidence needs ->
                "NEEDS_EVIDENCE "
                        + String.join(
                                " ",
                                needs.missing().stream()
                                        .map(MissingEvidence::item)
                                        .toList());
        };
    }

    /** The clauses that made the outcome: those in favour where it is in favour, else those against, and the quote. */
    private static List<String> decisive(LineOutcome outcome) {
        boolean favourable = outcome instanceof LineOutcome.Admitted || outcome instanceof LineOutcome.Covered;
        return outcome.explanation().citations().stream()
                .filter(citation -> switch (citation.effect()) {
                    case SUPPORTS -> favourable;
                    case GRANTS -> favourable || citation.fact().equals("quote");
                    case DISMISSED, DISPUTE_UPHELD, CHARGES, NOTED -> false;
                    case EXCLUDES, SUSPECTED, REDIRECTS, LACKS_EVIDENCE, UNDECIDED -> true;
                })
                .map(citation ->
                        citation.reading() == null ? citation.clause() : citation.clause() + "/" + citation.reading())
                .toList();
    }
}
