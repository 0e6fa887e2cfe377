package dev.aftersales.claims.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.contracts.events.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms at their borders: month ends, leap days, and days that zones make longer, shorter, or leave out. */
class TermDatesTest {

    @ParameterizedTest(name = "{0}: bill of lading of {1}, last second {2}")
    @CsvSource({
        // East and west of Greenwich, and as far as zones go
        "Asia/Shanghai,       2025-03-14, 2026-03-14T15:59:59Z",
        "America/New_York,    2025-03-14, 2026-03-15T03:59:59Z",
        "America/Los_Angeles, 2025-01-10, 2026-01-11T07:59:59Z",
        "Pacific/Kiritimati,  2025-03-14, 2026-03-14T09:59:59Z",
        "Pacific/Pago_Pago,   2025-03-14, 2026-03-15T10:59:59Z",
        "UTC,                 2025-03-14, 2026-03-14T23:59:59Z",
        // The last day has 23 hours, or 25
        "Europe/Berlin,       2025-03-29, 2026-03-29T21:59:59Z",
        "Europe/Berlin,       2024-10-26, 2025-10-26T22:59:59Z",
        "America/New_York,    2025-03-08, 2026-03-09T03:59:59Z",
        "America/New_York,    2024-11-02, 2025-11-03T04:59:59Z",
        // Its midnight was left out, and all of it
        "America/Sao_Paulo,   2017-11-04, 2018-11-05T01:59:59Z",
        "Pacific/Apia,        2010-12-30, 2011-12-30T09:59:59Z",
        // Leap days and month ends
        "Asia/Shanghai,       2024-02-29, 2025-02-28T15:59:59Z",
        "Asia/Shanghai,       2023-02-28, 2024-02-28T15:59:59Z",
        "Asia/Shanghai,       2025-01-31, 2026-01-31T15:59:59Z",
        "Asia/Shanghai,       2025-12-31, 2026-12-31T15:59:59Z",
    })
    void coversThroughTheLastSecondOfTheLastDay(String zone, LocalDate anchor, Instant lastSecond) {
        // Given
        CompiledPolicy policy = ShippedPacks.changed("exporter", "A-1", "zone: Asia/Shanghai", "zone: " + zone);

        // When
        LineOutcome last = judged(policy, DocumentKind.BILL_OF_LADING, anchor, lastSecond, ContractTerms.NONE, null);
        LineOutcome next = judged(
                policy, DocumentKind.BILL_OF_LADING, anchor, lastSecond.plusSeconds(1), ContractTerms.NONE, null);

        // Then
        assertThat(last).isInstanceOf(LineOutcome.Admitted.class);
        assertThat(next).isInstanceOf(LineOutcome.NotCovered.class);
        assertThat(next.clauses()).contains("A3.1", "A1.3");
    }

    @ParameterizedTest(name = "invoice of {0}, contract term {1}: labour free through {2}")
    @CsvSource({
        "2025-03-14, P12M, 2028-03-14",
        "2024-02-29, P12M, 2027-02-28",
        // Counted from the invoice: from the clamped end of the term a day would be lost
        "2024-08-31, P18M, 2028-02-29",
        "2024-10-31, P16M, 2028-02-29",
    })
    void countsWhatFollowsTheTermFromTheAnchorToo(LocalDate anchor, Period term, LocalDate lastDay) {
        // Given
        CompiledPolicy policy = ShippedPacks.version("C-1");
        ContractTerms terms = new ContractTerms(term, List.of(), Set.of(), Map.of());

        // When
        LineOutcome last = judged(policy, DocumentKind.INVOICE, anchor, noon(policy, lastDay), terms, null);
        LineOutcome next = judged(policy, DocumentKind.INVOICE, anchor, noon(policy, lastDay.plusDays(1)), terms, null);

        // Then
        assertThat(last.verdict()).contains(Verdict.COVERED_PARTIAL);
        assertThat(next.verdict()).contains(Verdict.NOT_COVERED_OFFER_QUOTE);
    }

    @ParameterizedTest(name = "{0} of {1}, {2}: through {3}")
    @CsvSource({
        "DX-10, 2025-08-31, BATTERY, 2026-02-28",
        "DX-10, 2025-08-31, MOTOR,   2027-08-31",
        // A contract of before models had one form
        "dx-10, 2025-08-31, BATTERY, 2026-02-28",
        "DX-20, 2024-02-29, MOTOR,   2025-02-28",
    })
    void givesComponentsTermsOfTheirOwn(String model, LocalDate invoice, String component, LocalDate lastDay) {
        // Given
        CompiledPolicy policy = ShippedPacks.version("D-1");

        // When
        LineOutcome last = judged(
                policy, DocumentKind.INVOICE, invoice, noon(policy, lastDay), ContractTerms.NONE, model, component);
        LineOutcome next = judged(
                policy,
                DocumentKind.INVOICE,
                invoice,
                noon(policy, lastDay.plusDays(1)),
                ContractTerms.NONE,
                model,
                component);

        // Then
        assertThat(last).isInstanceOf(LineOutcome.Admitted.class);
        assertThat(next).isInstanceOf(LineOutcome.NotCovered.class);
    }

    /** Each with papers of 2025-03-14 that would count in its place, claimed on 2025-06-05. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "A, BILL_OF_LADING,     BILL_OF_LADING_DATE",
        "B, INVOICE,            PURCHASE_DATE",
        "C, INVOICE,            INVOICE_DATE",
        "D, INVOICE,            INVOICE_OR_SHIPMENT_DATE",
        "E, PROJECT_ACCEPTANCE, ACCEPTANCE_OR_DELIVERY_DATE",
    })
    void asksForTheRightPaperWhereTheTermWouldStartAfterTheClaim(String letter, DocumentKind kind, String item) {
        // When
        LineOutcome sameDay = GivenLine.line()
                .of("DX-20")
                .without(DocumentKind.DELIVERY)
                .dated(kind, "2025-06-05")
                .judgedUnder(letter);
        LineOutcome dayAfter = GivenLine.line()
                .of("DX-20")
                .without(DocumentKind.DELIVERY)
                .dated(kind, "2025-06-06")
                .judgedUnder(letter);

        // Then
        assertThat(PolicyCase.words(sameDay)).isEqualTo("ADMITTED");
        assertThat(PolicyCase.words(dayAfter)).isEqualTo("NEEDS_EVIDENCE " + item);
        assertThat(dayAfter.explanation().text()).contains("of 2025-06-06, which is after the claim");
        assertThat(dayAfter.explanation().text(Locale.CHINESE)).contains("2025-06-06，晚于申请之日");
    }

    /** D2.4c gives another day in the place of an invoice's, and that one may have come. */
    @Test
    void countsFromTheDeliveryThatAnInvoiceAfterTheClaimIsLaterThan() {
        assertThat(PolicyCase.words(GivenLine.line()
                        .of("DX-20")
                        .dated(DocumentKind.INVOICE, "2025-06-06")
                        .judgedUnder("D")))
                .isEqualTo("ADMITTED");
    }

    private static Instant noon(CompiledPolicy policy, LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(policy.zone()).toInstant();
    }

    private static LineOutcome judged(
            CompiledPolicy policy,
            DocumentKind kind,
            LocalDate date,
            Instant submitted,
            ContractTerms terms,
            @Nullable String component) {
        return judged(policy, kind, date, submitted, terms, "X1", component);
    }

    private static LineOutcome judged(
            CompiledPolicy policy,
            DocumentKind kind,
            LocalDate date,
            Instant submitted,
            ContractTerms terms,
            String model,
            @Nullable String component) {
        UnitFacts unit = new UnitFacts(
                "S-1",
                model,
                ItemClass.MAIN_UNIT,
                Map.of("saleChannel", "AUTHORISED", "supply", "OWN_BRAND"),
                List.of(new DatedDocument(kind, "P-1", date)));
        Facts facts = new Facts(
                submitted,
                "dora",
                "C-1",
                true,
                model,
                true,
                null,
                null,
                "WEB",
                null,
                Map.of("TERMS_ACCEPTED", new Consented("1", "dora", submitted)),
                Map.of(),
                List.of(new EvidenceItem("photo-1", EvidenceKind.PHOTO)),
                terms,
                List.of(new LineFacts(1, "S-1", unit, List.of(), component, Map.of(), null, List.of(), List.of())));
        return new Adjudicator().judge(policy, facts, Pass.FIRST).lines().getFirst();
    }
}
