package dev.aftersales.claims.adjudication;

import static dev.aftersales.claims.adjudication.GivenClaim.citation;
import static dev.aftersales.claims.adjudication.GivenLine.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.policies.ExporterPack;
import dev.aftersales.contracts.events.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {

    @Test
    void saysFromWhichDateOnTheUnitWouldHaveBeenCovered() {
        // When
        LineOutcome judged = new GivenClaim().submitted("2026-06-05T10:00").judged();

        // Then
        Citation expired = citation(judged, "A3.1");
        assertThat(expired.value()).isEqualTo("2026-06-05");
        assertThat(expired.counterfactual().en())
                .isEqualTo("it would be covered if the bill of lading were dated 2025-06-05 or later");
        assertThat(expired.counterfactual().zh()).contains("提单").contains("2025-06-05");
        assertThat(citation(judged, "A1.1").value()).isEqualTo("BILL_OF_LADING BL-1 of 2025-03-14, through 2026-03-14");
    }

    @Test
    void saysWhoConfirmedTheCauseWhenAndOnWhatEvidence() {
        // When
        LineOutcome judged = new GivenClaim().technicianFinds("WATER_INGRESS").judged();

        // Then
        Citation excluded = citation(judged, "A3.2");
        assertThat(excluded.fact()).isEqualTo("cause");
        assertThat(excluded.value()).isEqualTo("WATER_INGRESS");
        assertThat(excluded.evidenceIds()).containsExactly("photo-1");
        assertThat(excluded.confirmation())
                .isEqualTo(new Confirmation(
                        new Confirmer(Confirmer.Kind.TECHNICIAN, "tomas"), Instant.parse("2025-06-10T09:00:00Z")));
    }

    @Test
    void namesTheReviewerWhoConfirmedASuspicion() {
        // When
        LineOutcome judged = new GivenClaim()
                .technicianSuspects("WATER_INGRESS")
                .reviewed(Review.Outcome.CONFIRM)
                .judged();

        // Then
        assertThat(citation(judged, "A3.2").confirmation().by()).isEqualTo(new Confirmer(Confirmer.Kind.AGENT, "anna"));
    }

    @Test
    void statesADismissedCauseAsTheSuspicionThatItWas() {
        // When
        LineOutcome judged = new GivenClaim()
                .technicianSuspects("WATER_INGRESS")
                .reviewed(Review.Outcome.DISMISS)
                .judged();

        // Then
        assertThat(citation(judged, "A2.0").value())
                .isEqualTo("no confirmed exclusion; suspicion WATER_INGRESS dismissed");
        assertThat(judged.explanation().text())
                .contains("Suspicion: "
                        + citation(judged, "A3.2").words().en()
                        + ", dismissed by the word of agent anna at 2025-06-10T10:00:00Z")
                .doesNotContain("Fact: " + citation(judged, "A3.2").words().en());
        assertThat(judged.explanation().dismisses("cause", "WATER_INGRESS")).isTrue();
    }

    @Test
    void namesWhatAnInvoiceOfAnotherUnitSaysAndWhatTheUnitHas() {
        // When
        LineOutcome judged = line().of("DX-10")
                .brings(DocumentKind.INVOICE, "2025-03-14", Map.of("model", "DX-20", "serial", "S-9"))
                .judgedUnder("D");

        // Then
        Citation invalid = citation(judged, "D2.4e");
        assertThat(invalid.value())
                .isEqualTo("INCONSISTENT: model DX-20, of the unit DX-10; serial S-9, of the unit S-1");
        assertThat(invalid.evidenceIds()).containsExactly("scan-1");
        assertThat(invalid.words().en())
                .isEqualTo("invoice: inconsistent; the model on it is DX-20, that of the unit is DX-10;"
                        + " the serial number on it is S-9, that of the unit is S-1");
        assertThat(invalid.words().zh()).contains("所载序列号为 S-9，产品的为 S-1");
    }

    @ParameterizedTest
    @CsvSource({"I-1, 2025-03-14, I-2, 2025-05-01", "I-2, 2025-05-01, I-1, 2025-03-14"})
    void saysWhichOfTwoInvoicesCountsAndWhyInWhateverOrderTheyCame(
            String one, String date, String other, String otherDate) {
        // When
        LineOutcome judged = line().of("CX-100")
                .without(DocumentKind.INVOICE)
                .alsoBrings(DocumentKind.INVOICE, one, date)
                .alsoBrings(DocumentKind.INVOICE, other, otherDate)
                .judgedUnder("C");

        // Then
        Citation noted = citation(judged, "C2.1");
        assertThat(noted.effect()).isEqualTo(Effect.NOTED);
        assertThat(noted.reading()).isEqualTo("R-C-FIRST");
        assertThat(noted.words().en())
                .isEqualTo("paper: invoice I-2 of 2025-05-01; of several the earliest counts:"
                        + " invoice I-1 of 2025-03-14");
        assertThat(noted.words().zh()).contains("以最早的为准：发票 I-1");
        assertThat(judged.explanation().text()).contains("invoice I-1 of 2025-03-14, covered through 2026-03-14");
    }

    @Test
    void namesThePaperOfADisputeThatDoesNotCountAndWhoLetTheLineInAllTheSame() {
        // When
        LineOutcome judged = line().submitted("2026-06-05T10:00")
                .alsoBrings(DocumentKind.BILL_OF_LADING, "BL-NEW", "2025-08-01")
                .upheld("A3.1")
                .judgedUnder("A");

        // Then
        Citation noted = citation(judged, "A1.1");
        assertThat(noted.effect()).isEqualTo(Effect.NOTED);
        assertThat(noted.evidenceIds()).containsExactly("scan-2");
        assertThat(noted.words().en())
                .contains("BL-NEW of 2025-08-01; the vendor's own record counts: bill of lading P-0");
        assertThat(noted.words().zh()).contains("以供应商自有记录为准");
        assertThat(judged.explanation().text()).contains("A3.1 (dispute upheld)", "dispute upheld by agent rong");
    }

    @Test
    void printsAReviewOfALateClaimNeitherOnPapersNorOnWhatTheCustomerSaid() {
        // When
        LineOutcome judged = line().submitted("2026-04-05T10:00")
                .faultShowed("2026-03-01")
                .reviewed(Review.Outcome.CONFIRM, "2026-04-06T10:00:00Z")
                .judgedUnder("A");

        // Then
        assertThat(judged.verdict()).contains(Verdict.NOT_COVERED_OFFER_QUOTE);
        assertThat(judged.explanation().citations())
                .filteredOn(citation -> citation.confirmation() != null
                        && citation.confirmation().by().id().equals("rong"))
                .extracting(Citation::clause, Citation::fact)
                .containsExactly(tuple("A3.1", "submitted"));
        assertThat(judged.explanation().text())
                .contains("it would have been in time by 2026-03-14", "were dated 2025-04-05 or later");
    }

    @Test
    void countsWhoPaysAfterTheTermForNoGroundAgainstCover() {
        // When
        LineOutcome judged = line().of("CX-900")
                .submitted("2028-03-15T10:00")
                .reviewed(Review.Outcome.CONFIRM, "2028-03-16T10:00:00Z")
                .judgedUnder("C");
        LineOutcome open = line().of("CX-900").submitted("2028-03-15T10:00").judgedUnder("C");

        // Then
        assertThat(citation(judged, "C3.1").counterfactual().en()).doesNotContain("C4.2");
        assertThat(citation(open, "C3.1").counterfactual().en()).doesNotContain("C4.2");
    }

    @Test
    void namesAPaperWithoutANumberByItsKind() {
        // When
        LineOutcome judged = line().without(DocumentKind.BILL_OF_LADING)
                .alsoBrings(DocumentKind.BILL_OF_LADING, "BILL_OF_LADING", "2025-03-14")
                .judgedUnder("A");

        // Then
        assertThat(citation(judged, "A1.1").words().en())
                .isEqualTo("warranty period: bill of lading of 2025-03-14, covered through 2026-03-14");
        assertThat(citation(judged, "A1.1").words().zh()).contains("提单，日期 2025-03-14");
    }

    @Test
    void grantsNothingWholeOfWhichTheContractLaysSomeOnTheCustomer() {
        // When
        LineOutcome labour = line().technicianFinds("MATERIAL")
                .contractCharges(ChargeItem.LABOUR, Payer.CUSTOMER)
                .judgedUnder("A");
        LineOutcome both = line().technicianFinds("MATERIAL")
                .contractCharges(ChargeItem.LABOUR, Payer.CUSTOMER)
                .contractCharges(ChargeItem.PARTS, Payer.CUSTOMER)
                .contractCharges(ChargeItem.SERVICE, Payer.CUSTOMER)
                .judgedUnder("A");

        // Then
        assertThat(labour).isInstanceOfSatisfying(LineOutcome.Partial.class, partial -> assertThat(
                        partial.quote().clause())
                .isEqualTo("A6.1"));
        assertThat(labour.readings()).doesNotContain("R-A15");
        assertThat(labour.explanation().citations())
                .filteredOn(citation -> citation.clause().equals("A2.1"))
                .extracting(Citation::value)
                .doesNotContain("DEPOT_REPAIR");
        assertThat(both).isInstanceOf(LineOutcome.NotCovered.class);
        assertThat(both.clauses()).doesNotContain("A2.1");
    }

    @Test
    void saysWhichBarcodeDiffersAndHow() {
        // When
        LineOutcome judged = line().unit("indoorBarcode", "690012")
                .brings(DocumentKind.WARRANTY_CARD, "2025-03-14", Map.of("indoorBarcode", "777777"))
                .judgedUnder("B");

        // Then
        Citation differs = judged.explanation().citations().stream()
                .filter(citation -> citation.value().equals("DIFFERENT"))
                .findFirst()
                .orElseThrow();
        assertThat(differs.words().en()).contains("is 777777, that of the unit is 690012");
        assertThat(differs.words().zh()).contains("777777", "690012");
    }

    /** B4.5: with one of them right it would still not be covered. */
    @Test
    void saysThatAllBarcodesWouldHaveToAgreeInWords() {
        // When
        LineOutcome judged = line().unit("indoorBarcode", "IN123")
                .unit("outdoorBarcode", "OUT456")
                .brings(
                        DocumentKind.WARRANTY_CARD,
                        "2025-03-14",
                        Map.of("indoorBarcode", "Q9999", "outdoorBarcode", "Z8888"))
                .judgedUnder("B");

        // Then
        Citation excludes = GivenClaim.citation(judged, "B4.5");
        assertThat(excludes.counterfactual())
                .isEqualTo(new Text(
                        "it would be covered if the indoor bar code and outdoor bar code on the paper were those"
                                + " of the unit",
                        "如果凭证上的室内机条码和室外机条码与产品一致，则在保修范围内"));
        assertThat(excludes.words().zh()).contains("所载室外机条码为 Z8888");
    }

    /** Reading R-A3: without a serial the report that the label is illegible is what lets the line be judged. */
    @Test
    void namesTheReadingByWhichAReportStandsInForTheSerial() {
        // When
        LineOutcome without =
                line().noSerial().reports("serialLabel", "ILLEGIBLE").judgedUnder("A");
        LineOutcome with = line().reports("serialLabel", "ILLEGIBLE").judgedUnder("A");

        // Then
        assertThat(citation(without, "A3.7").reading()).isEqualTo("R-A3");
        assertThat(citation(with, "A3.7").reading()).isNull();
    }

    /** D2.4a, C2.1: a term of its own is said with its length, whatever the main unit's is. */
    @ParameterizedTest(name = "{0} {1}: {2} by {3}, {4}")
    @CsvSource(nullValues = "-", textBlock = """
            D, DX-10,  BATTERY, D2.4a, P6M,  R-D1
            D, DX-10,  -,       D2.4a, P24M, R-D1
            C, CX-900, -,       C2.1,  P36M, -
            """)
    void saysHowLongATermOfItsOwnIs(
            String policy,
            String model,
            @org.jspecify.annotations.Nullable String component,
            String clause,
            String length,
            @org.jspecify.annotations.Nullable String reading) {
        // When
        LineOutcome judged =
                (component == null ? line().of(model) : line().of(model).component(component)).judgedUnder(policy);

        // Then
        assertThat(judged.explanation().citations())
                .filteredOn(citation -> citation.fact().equals("termLength"))
                .extracting(Citation::clause, Citation::value, Citation::reading)
                .containsExactly(tuple(clause, length, reading));
    }

    @Test
    void callsAnUpheldDisputeWhatItIs() {
        // When
        LineOutcome judged = line().of("CX-100")
                .technicianFinds("MAN_MADE", "HARDWARE_FAULT")
                .upheld("C3.4")
                .judgedUnder("C");

        // Then
        Citation disputed = citation(judged, "C3.4");
        assertThat(disputed.effect()).isEqualTo(Effect.DISPUTE_UPHELD);
        assertThat(citation(judged, "C2.4").value()).isEqualTo("no confirmed exclusion; dispute of MAN_MADE upheld");
        assertThat(judged.explanation().verdict()).isEqualTo(Verdict.COVERED);
        assertThat(judged.explanation().text())
                .contains("C3.4 (dispute upheld): ")
                .contains("Disputed: cause: damage made by people, dispute upheld by agent rong at ")
                .doesNotContainIgnoringCase("suspicion")
                .doesNotContain("dismissed");
        assertThat(judged.explanation().text(Locale.CHINESE))
                .contains("C3.4（异议成立）")
                .contains("认定异议成立")
                .doesNotContain("疑点");
        assertThat(judged.explanation().dismisses("cause", "MAN_MADE")).isTrue();
    }

    @Test
    void callsADisputeOfTheTermUpheldForEveryClauseItLifts() {
        // When
        LineOutcome judged =
                line().of("CX-100").submitted("2026-06-05T10:00").upheld("C3.1").judgedUnder("C");

        // Then
        assertThat(judged).isInstanceOf(LineOutcome.Admitted.class);
        assertThat(judged.explanation().citations())
                .extracting(Citation::effect)
                .contains(Effect.DISPUTE_UPHELD)
                .doesNotContain(Effect.DISMISSED);
    }

    @Test
    void saysOfEachOfSeveralGroundsThatItFallsOnlyTogetherWithTheOthers() {
        // When
        LineOutcome judged = new GivenClaim()
                .submitted("2026-06-05T10:00")
                .technicianFinds("WATER_INGRESS")
                .judged();

        // Then
        assertThat(citation(judged, "A3.1").counterfactual().en())
                .isEqualTo("it would be covered if the bill of lading were dated 2025-06-05 or later;"
                        + " the reasons under A3.2 would have to fall away, too");
        assertThat(citation(judged, "A3.2").counterfactual().en())
                .isEqualTo(
                        "it would be covered if the unit had failed because of a fault in the material or a fault in the"
                                + " workmanship, and not because of water inside;"
                                + " the reasons under A3.1 would have to fall away, too");
        assertThat(citation(judged, "A3.2").counterfactual().zh())
                .isEqualTo("如果故障由材料缺陷或工艺缺陷引起，而不是由进水引起，则在保修范围内；此外，第 A3.1 条的理由也须不成立");
    }

    @Test
    void saysOfAnotherGroundUnderTheSameClauseWhatItIs() {
        // When
        LineOutcome judged = line().of("EC-400")
                .submitted("2026-06-05T10:00")
                .technicianFinds("DROP")
                .reviewed(Review.Outcome.CONFIRM)
                .judgedUnder("E");

        // Then
        List<Citation> against = judged.explanation().citations().stream()
                .filter(citation -> citation.effect() == Effect.EXCLUDES && citation.counterfactual() != null)
                .toList();
        assertThat(against).extracting(Citation::clause).containsExactly("E1.1", "E1.1");
        assertThat(against.getFirst().counterfactual().en())
                .isEqualTo("it would be covered if the project acceptance were dated 2025-06-05 or later;"
                        + " this would have to be otherwise, too: cause: a drop");
        assertThat(against.getLast().counterfactual().en())
                .endsWith("; this would have to be otherwise, too: claimed on: 2026-06-05");
        assertThat(against).allSatisfy(citation -> {
            assertThat(citation.counterfactual().en()).doesNotContain("E1.1");
            assertThat(citation.counterfactual().zh()).contains("以下情况也须不成立").doesNotContain("E1.1");
        });
    }

    @Test
    void doesNotSayThatTheCauseThatExcludesWouldHelp() {
        // When
        LineOutcome one =
                line().technicianFinds("MATERIAL").contractExcludes("MATERIAL").judgedUnder("A");
        LineOutcome all = line().technicianFinds("MATERIAL")
                .contractExcludes("MATERIAL", "WORKMANSHIP")
                .judgedUnder("A");
        LineOutcome other =
                line().technicianFinds("DROP").contractExcludes("MATERIAL").judgedUnder("A");
        LineOutcome unknown = line().technicianFinds("UNKNOWN")
                .contractExcludes("MATERIAL", "WORKMANSHIP")
                .judgedUnder("A");

        // Then
        assertThat(citation(one, "A6.1").counterfactual().en())
                .isEqualTo("it would be covered if the unit had failed because of a fault in the workmanship,"
                        + " and not because of a fault in the material");
        assertThat(citation(all, "A6.1").counterfactual().en())
                .isEqualTo("it would be covered if this were not so: cause: a fault in the material");
        assertThat(citation(other, "A3.2").counterfactual().en())
                .contains("because of a fault in the workmanship, and not because of a drop");
        assertThat(citation(unknown, "A2.0").counterfactual().en())
                .isEqualTo("a person first has to look at this: cause: a cause that nobody found");
    }

    @Test
    void saysNotOfACoveredLineThatItIsStillToBeDecided() {
        // Given
        GivenLine given = line().without(
                        DocumentKind.BILL_OF_LADING, DocumentKind.AIR_OR_ROAD_WAYBILL, DocumentKind.CONTRACT_DELIVERY)
                .unavailable("BILL_OF_LADING_DATE")
                .technicianFinds("MATERIAL");

        // When
        LineOutcome open = given.judgedUnder("A");
        LineOutcome dismissed = given.reviewed(Review.Outcome.DISMISS).judgedUnder("A");

        // Then
        assertThat(dismissed.verdict()).contains(Verdict.COVERED);
        assertThat(dismissed.explanation().text()).doesNotContain("can be decided once");
        assertThat(open.verdict()).contains(Verdict.NEEDS_REVIEW);
        assertThat(open.explanation().text())
                .contains("it would be free of charge if this could be shown: date of the bill of lading")
                .doesNotContain("can be decided once");
    }

    @Test
    void saysOfALateLineWithAnOpenSuspicionThatNeitherAloneIsEnough() {
        // When
        LineOutcome judged = new GivenClaim()
                .submitted("2026-06-05T10:00")
                .technicianSuspects("WATER_INGRESS")
                .judged();

        // Then
        assertThat(judged.explanation().verdict()).isEqualTo(Verdict.NOT_COVERED_OFFER_QUOTE);
        assertThat(citation(judged, "A3.1").counterfactual().en())
                .endsWith("; the reasons under A3.2 would have to fall away, too");
        assertThat(citation(judged, "A3.2").counterfactual().en())
                .endsWith("; the reasons under A3.1 would have to fall away, too");
    }

    @Test
    void saysOfALineThatGoesOnToDiagnosisThatThereIsNoVerdictYet() {
        // When
        Explanation explanation = new GivenClaim().judged().explanation();

        // Then
        assertThat(explanation.verdict()).isNull();
        assertThat(explanation.outcome().en())
                .isEqualTo("No verdict yet under policy version A-1: nothing stands against cover so far,"
                        + " and the line goes on to diagnosis.");
        assertThat(explanation.outcome().zh()).isEqualTo("按政策版本 A-1：尚无判定；目前没有不利理由，进入故障诊断。");
        assertThat(explanation.text()).startsWith(explanation.outcome().en());
    }

    @Test
    void bringsTheWordsOfEveryReadingItRestsOn() {
        // When
        LineOutcome judged = new GivenClaim().technicianFinds("WATER_INGRESS").judged();

        // Then
        Citation quote = citation(judged, "A1.3");
        assertThat(quote.reading()).isEqualTo("R-A15");
        assertThat(quote.readingText())
                .isEqualTo(ExporterPack.POLICY.rules().readings().get("R-A15").text());
    }

    @Test
    void readsAsTextForPeople() {
        // When
        Explanation explanation =
                new GivenClaim().technicianFinds("WATER_INGRESS").judged().explanation();

        // Then
        assertThat(explanation.text())
                .startsWith("Not covered under policy version A-1; a quote is offered.\n")
                .contains("A3.2 (excludes): Not covered: damage by human factors")
                .containsPattern("Fact: cause: .+, by the word of technician tomas at 2025-06-10T09:00:00Z")
                .contains("Evidence: photo-1")
                .contains("Policy silent, reading R-A15: Paid repair is offered");
        assertThat(explanation.text(Locale.SIMPLIFIED_CHINESE))
                .startsWith("按政策版本 A-1：不属于保修范围，提供报价。\n")
                .contains("A3.2（排除）：不保修：人为损坏")
                .containsPattern("事实：原因：.+，由技术员 tomas 于 2025-06-10T09:00:00Z 确认")
                .contains("证据：photo-1")
                .contains("政策未作规定，按解读 R-A15：");
    }

    @ParameterizedTest
    @EnumSource
    void headsEveryVerdictWithASentence(Verdict verdict) {
        assertThat(new Explanation("A-1", verdict, List.of()).text())
                .contains(" under policy version A-1")
                .endsWith(".")
                .doesNotContain("offer quote", "_");
    }

    @Test
    void linesJudgedAlikeShareOneDocument() {
        // Given
        Facts one = new GivenClaim().technicianFinds("WATER_INGRESS").facts();
        LineFacts first = one.lines().getFirst();
        UnitFacts unit = first.unit();
        LineFacts second = new LineFacts(
                2,
                "S-2",
                new UnitFacts("S-2", unit.model(), unit.itemClass(), unit.documents()),
                first.diagnosis(),
                null);
        Facts both = new Facts(
                one.submittedAt(),
                one.submittedBy(),
                one.contractNumber(),
                one.contractKnown(),
                one.model(),
                one.faultDescribed(),
                one.declaredCause(),
                one.evidence(),
                List.of(first, second));

        // When
        List<LineOutcome> judged = new Adjudicator()
                .judge(ExporterPack.POLICY, both, Pass.AFTER_DIAGNOSIS)
                .lines();

        // Then
        assertThat(judged).extracting(LineOutcome::line).containsExactly(1, 2);
        assertThat(judged.get(0).explanation().id())
                .matches("[0-9a-f]{64}")
                .isEqualTo(judged.get(1).explanation().id());
    }

    @Test
    void saysWhatTheCustomerDoesWhereSomebodyElseAnswers() {
        // When
        LineOutcome judged =
                new GivenClaim().technicianFinds("IN_TRANSIT_DAMAGE").judged();

        // Then
        assertThat(citation(judged, "A3.9").next().en()).startsWith("Claim it from the carrier");
        assertThat(judged.explanation().text()).contains("What you do next: Claim it from the carrier");
        assertThat(judged.explanation().text(Locale.CHINESE)).contains("接下来请您：请尽快向承运人");
    }

    @Test
    void differentContentsHaveDifferentIds() {
        // Given
        Text text = new Text("a", "b");
        Citation citation = new Citation(
                "A1.1", Effect.SUPPORTS, text, "f", "v", List.of("e1", "e2"), null, null, null, null, null, null);
        Citation otherSplit = new Citation(
                "A1.1", Effect.SUPPORTS, text, "f", "v", List.of("e1e2"), null, null, null, null, null, null);
        Citation counterfactual = new Citation(
                "A1.1", Effect.SUPPORTS, text, "f", "v", List.of("e1", "e2"), null, null, null, text, null, null);
        Citation next = new Citation(
                "A1.1", Effect.SUPPORTS, text, "f", "v", List.of("e1", "e2"), null, null, null, null, text, null);

        // When
        List<String> ids = List.of(
                new Explanation("A-1", null, List.of(citation)).id(),
                new Explanation("A-2", null, List.of(citation)).id(),
                new Explanation("A-1", Verdict.COVERED, List.of(citation)).id(),
                new Explanation("A-1", null, List.of(otherSplit)).id(),
                new Explanation("A-1", null, List.of(counterfactual)).id(),
                new Explanation("A-1", null, List.of(next)).id(),
                new Explanation("A-1", null, List.of(citation, citation)).id());

        // Then
        assertThat(ids).doesNotHaveDuplicates();
    }
}
