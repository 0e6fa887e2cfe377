package dev.aftersales.claims.entitlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aftersales.claims.adjudication.AgreementKind;
import dev.aftersales.claims.adjudication.ClauseCases;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.ContractTerms;
import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.claims.adjudication.UnitFacts;
import dev.aftersales.claims.adjudication.rules.EntitlementRule;
import dev.aftersales.claims.agreements.Agreement;
import dev.aftersales.claims.policies.ShippedPacks;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each clause that grants a service: one case where it just does, one where it just does not. */
public class EntitlementsTest {

    /**
     * The term of every unit here starts on 2025-03-14, so that its last day is 2026-03-14. An agreement, where a case has
     * one, runs through 2026. {@link #deciding} and {@link #justNotDeciding} count the rows.
     */
    private static final String GRANTS = """
            # clause, service,              day,        agreement,         available, price, until
            A2.3,  REMOTE_SUPPORT,       2026-03-14, -,                 true,  FREE, 2026-03-14
            A2.3,  REMOTE_SUPPORT,       2026-03-15, -,                 false, FREE, -
            A2.4,  FIRMWARE,             2026-03-14, -,                 true,  FREE, 2026-03-14
            A2.4,  FIRMWARE,             2026-03-15, -,                 true,  PAID, -
            A2.4,  FIRMWARE,             2030-03-14, -,                 true,  PAID, -
            A5.1,  TRAINING,             2026-05-01, BULK_ORDER,        true,  FREE, 2026-12-31
            A5.1,  TRAINING,             2026-05-01, SERVICE_AGREEMENT, false, FREE, -
            A5.2,  DOCUMENTS,            2035-01-01, -,                 true,  FREE, -
            A5.3,  DEVELOPER_SUPPORT,    2035-01-01, -,                 true,  FREE, -
            A5.4,  INSPECTION,           2026-12-31, SERVICE_AGREEMENT, false, FREE, -
            A5.4,  INSPECTION,           2027-01-01, SERVICE_AGREEMENT, false, FREE, -
            A5.4,  INSPECTION,           2025-12-31, SERVICE_AGREEMENT, false, FREE, -
            A5.4,  INSPECTION,           2026-03-14, -,                 false, FREE, -
            B1.3b, LIFETIME_REPAIR,      2026-03-14, -,                 true,  FREE, 2026-03-14
            B1.3b, LIFETIME_REPAIR,      2026-03-15, -,                 true,  PAID, -
            B2.1,  HOTLINE,              2035-01-01, -,                 true,  FREE, -
            B2.3,  SERVICE_POINTS,       2035-01-01, -,                 true,  FREE, -
            C2.4,  SOFTWARE,             2026-03-14, -,                 true,  FREE, 2026-03-14
            C2.4,  SOFTWARE,             2026-03-15, -,                 true,  PAID, -
            C5.1,  HOTLINE,              2035-01-01, -,                 true,  FREE, -
            D4.1a, REMOTE_SUPPORT,       2035-01-01, -,                 true,  FREE, -
            D4.1b, SELF_SERVICE,         2026-03-14, -,                 true,  FREE, 2026-03-14
            D4.1b, SELF_SERVICE,         2026-03-15, -,                 true,  PAID, -
            E3.1,  HOTLINE,              2035-01-01, -,                 true,  FREE, -
            E3.2,  SUPPORT,              2026-03-14, -,                 true,  FREE, 2026-03-14
            E3.2,  SUPPORT,              2026-03-15, PAID_YEAR,         true,  FREE, 2026-12-31
            E3.2,  SUPPORT,              2027-01-01, PAID_YEAR,         true,  PAID, -
            E3.2,  SUPPORT,              2026-03-15, -,                 true,  PAID, -
            E4.1,  SOFTWARE,             2030-03-14, -,                 true,  FREE, -
            E4.2,  FUNCTION_CHANGE,      2026-03-14, -,                 true,  PAID, -
            E4.4,  ANY_SERVICE_POINT,    2026-03-14, -,                 true,  FREE, 2026-03-14
            E4.4,  ANY_SERVICE_POINT,    2026-03-15, -,                 true,  PAID, -
            E4.4,  ANY_SERVICE_POINT,    2026-03-15, PAID_YEAR,         true,  FREE, 2026-12-31
            E5.1,  RETURN_VISIT,         2026-03-14, -,                 true,  FREE, 2026-03-14
            E5.1,  RETURN_VISIT,         2026-03-15, -,                 false, FREE, -
            E5.3,  INSPECTION,           2026-03-14, PAID_YEAR,         true,  FREE, 2026-12-31
            E5.3,  INSPECTION,           2026-03-15, PAID_YEAR,         true,  FREE, 2026-12-31
            E5.3,  INSPECTION,           2027-01-01, PAID_YEAR,         false, FREE, -
            E7.1,  TRAINING,             2035-01-01, -,                 true,  FREE, -
            """;

    /** The clauses of which a row is one in which they grant what they promise. */
    public static Set<String> deciding() {
        return clauses(true);
    }

    /** The clauses of which a row is one in which they just do not. */
    public static Set<String> justNotDeciding() {
        return clauses(false);
    }

    private static Set<String> clauses(boolean granted) {
        return GRANTS.lines()
                .filter(row -> !row.isBlank() && !row.startsWith("#"))
                .map(row -> row.split(",\\s*"))
                .filter(row -> (row[4].equals("true") && row[5].equals("FREE")) == granted)
                .map(row -> row[0])
                .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0} {1} on {2}, {3}: available {4}, {5}, until {6}")
    @CsvSource(nullValues = "-", textBlock = GRANTS)
    void grants(
            String clause,
            String service,
            LocalDate day,
            @Nullable AgreementKind agreement,
            boolean available,
            EntitlementRule.Price price,
            @Nullable LocalDate until) {
        Entitlement answer = entitlement(clause, service, owned(clause, agreement), day);

        assertThat(answer.available()).isEqualTo(available);
        assertThat(answer.price()).isEqualTo(price);
        assertThat(answer.until()).isEqualTo(until);
        assertThat(answer.because() == null)
                .isEqualTo(available && price == answer.rule().price());
    }

    @ParameterizedTest(name = "{0}, contract for {1}, supply {2}: {3} {4}")
    @CsvSource(nullValues = "-", textBlock = """
            # Worked example 26: a site in Guangzhou, no contract term
            CN-440106, -,         OWN_BRAND, C2.2, false
            CN-440307, -,         OWN_BRAND, C2.2, true
            CN-4403,   -,         OWN_BRAND, C2.2, true
            CN-44,     -,         OWN_BRAND, C2.2, false
            CN-44031,  -,         OWN_BRAND, C2.2, false
            CN-44010,  CN-4401,   OWN_BRAND, C2.2, false
            CN-440106, CN-4401,   OWN_BRAND, C2.2, true
            -,         -,         OWN_BRAND, C2.2, false
            -,         -,         AGENCY,    C2.3, true
            -,         -,         OWN_BRAND, C2.3, false
            """)
    void grantsWhereItsConditionOrTheContractSaysSo(
            @Nullable String site, @Nullable String onSite, String supply, String clause, boolean available) {
        ContractTerms terms = new ContractTerms(null, List.of(), onSite == null ? Set.of() : Set.of(onSite), Map.of());
        Owned owned = new Owned(unit("CX-100", Map.of("supply", supply)), terms, List.of(), site);

        Entitlement answer = entitlement(clause, null, owned, LocalDate.parse("2025-06-01"));

        assertThat(answer.available()).isEqualTo(available);
    }

    @ParameterizedTest(name = "{0}, contract for {1}, on {2}: {3} {4} {5}")
    @CsvSource(nullValues = "-", textBlock = """
            CN-440106, CN-4401, 2026-03-14, A6.1, true,  FREE
            CN-440106, CN-4401, 2026-03-15, A6.1, true,  PAID
            CN-440106, CN-4403, 2026-03-14, A6.1, false, FREE
            CN-440106, -,       2026-03-14, A6.1, false, FREE
            -,         CN-4401, 2026-03-14, A6.1, false, FREE
            CN-440106, CN-4401, 2026-03-14, B1.1, true,  FREE
            CN-440106, CN-4401, 2026-03-15, B1.1, true,  PAID
            CN-440106, -,       2026-03-14, B1.1, false, FREE
            CN-440106, CN-4401, 2026-03-14, D4.4, true,  FREE
            CN-440106, CN-4401, 2026-03-15, D4.4, true,  PAID
            CN-440106, -,       2026-03-14, D4.4, false, FREE
            """)
    void visitsThatOnlyTheContractPromises(
            @Nullable String site,
            @Nullable String onSite,
            LocalDate day,
            String clause,
            boolean available,
            EntitlementRule.Price price) {
        ContractTerms terms = new ContractTerms(null, List.of(), onSite == null ? Set.of() : Set.of(onSite), Map.of());
        UnitFacts unit = owned(clause, null).unit();

        Entitlement visit = entitlement(clause, "ON_SITE", new Owned(unit, terms, List.of(), site), day);

        assertThat(visit.available()).isEqualTo(available);
        assertThat(visit.price()).isEqualTo(price);
        if (!available) {
            assertThat(visit.because().needs()).containsExactly("ON_SITE");
            assertThat(visit.because().words().en()).isEqualTo("where the sales contract promises it");
            assertThat(visit.because().words().zh()).isEqualTo("仅限销售合同约定之处");
        }
    }

    /** C2.2 ends with no term: what ends is that it costs nothing. */
    @ParameterizedTest
    @CsvSource({"2026-03-14, FREE", "2026-03-15, PAID"})
    void visitsGoOnAfterTheTermForACharge(LocalDate day, EntitlementRule.Price price) {
        Owned owned = new Owned(unit("CX-100", Map.of()), ContractTerms.NONE, List.of(), "CN-440307");

        Entitlement visit = entitlement("C2.2", null, owned, day);

        assertThat(visit.available()).isTrue();
        assertThat(visit.price()).isEqualTo(price);
        assertThat(visit.rule().readings()).containsExactly("R-C-VISIT", "R-C-AREA");
    }

    /** C2.3: the customer of goods sold as agent keeps both ways. */
    @ParameterizedTest
    @CsvSource({"2026-03-14, FREE", "2026-03-15, PAID"})
    void goesToTheManufacturerAfterTheTermForACharge(LocalDate day, EntitlementRule.Price price) {
        Owned agency = new Owned(unit("CX-100", Map.of("supply", "AGENCY")), ContractTerms.NONE, List.of(), null);
        Owned own = new Owned(unit("CX-100", Map.of("supply", "OWN_BRAND")), ContractTerms.NONE, List.of(), null);

        Entitlement service = entitlement("C2.3", null, agency, day);

        assertThat(service.available()).isTrue();
        assertThat(service.price()).isEqualTo(price);
        assertThat(service.rule().readings()).containsExactly("R-C-DUAL");
        assertThat(entitlement("C2.3", null, own, day).available()).isFalse();
    }

    @Test
    void whoCannotShowThatTheTermRunsGetsWhatThereIsAfterIt() {
        UnitFacts unit = new UnitFacts("SA35-1", "SA-35", ItemClass.MAIN_UNIT, Map.of(), List.of());

        Entitlement answer = entitlement(
                "B1.3b", null, new Owned(unit, ContractTerms.NONE, List.of(), null), LocalDate.parse("2026-01-01"));

        assertThat(answer.available()).isTrue();
        assertThat(answer.price()).isEqualTo(EntitlementRule.Price.PAID);
        assertThat(answer.because().needs())
                .containsExactly(ShippedPacks.version("B-1").rules().term().missingItem());
    }

    /** Worked example 43: firmware for a unit that is five years old. */
    @Test
    void firmwareAfterFiveYearsIsPaidWithTheExporterAndFreeInAProject() {
        LocalDate day = LocalDate.parse("2030-03-14");

        Entitlement exporter = entitlement("A2.4", "FIRMWARE", owned("A2.4", null), day);
        Entitlement project = entitlement("E4.1", "SOFTWARE", owned("E4.1", null), day);

        assertThat(exporter.price()).isEqualTo(EntitlementRule.Price.PAID);
        assertThat(exporter.rule().reading()).isEqualTo("R-A-FIRMWARE");
        assertThat(exporter.because().words().en()).contains("2026-03-14");
        assertThat(project.price()).isEqualTo(EntitlementRule.Price.FREE);
        assertThat(project.until()).isNull();
    }

    /** E4.1 gives what there is of the software; a wish for another function is E4.2's, agreed and paid. */
    @Test
    @ClauseCases(decides = "E4.1", justNot = "E4.1")
    void e41GivesVersionsAndNoChangedFunctions() {
        CompiledPolicy project = ShippedPacks.policy("E");

        List<Entitlement> answers = Entitlements.of(
                project,
                owned("E4.1", null),
                LocalDate.parse("2030-03-14")
                        .atTime(12, 0)
                        .atZone(project.zone())
                        .toInstant());

        assertThat(answers)
                .filteredOn(answer -> List.of("SOFTWARE", "FUNCTION_CHANGE")
                        .contains(answer.rule().service()))
                .extracting(
                        answer -> answer.rule().service(),
                        answer -> answer.rule().clause(),
                        Entitlement::price)
                .containsExactly(
                        tuple("SOFTWARE", "E4.1", EntitlementRule.Price.FREE),
                        tuple("FUNCTION_CHANGE", "E4.2", EntitlementRule.Price.PAID));
    }

    @ParameterizedTest(name = "{0} accepted 2025-08-31, seen on {1}: due {2}")
    @CsvSource(nullValues = "-", textBlock = """
            E5.3, 2025-09-01, 2026-02-28
            E5.3, 2026-02-28, 2026-02-28
            E5.3, 2026-03-01, 2026-08-31
            """)
    void inspectionsFallDueEverySixMonthsFromAcceptance(String clause, LocalDate day, LocalDate due) {
        UnitFacts unit = new UnitFacts(
                "EC400-0001",
                "EC-400",
                ItemClass.MAIN_UNIT,
                Map.of(),
                List.of(new DatedDocument(DocumentKind.PROJECT_ACCEPTANCE, "PA-1", LocalDate.parse("2025-08-31"))));

        Entitlement answer = entitlement(clause, null, new Owned(unit, ContractTerms.NONE, List.of(), null), day);

        assertThat(answer.nextDue()).isEqualTo(due);
        assertThat(answer.available()).isEqualTo(!day.isBefore(LocalDate.parse("2026-02-28")));
        assertThat(answer.rule().readings()).containsExactly("R-E5", "R-E6");
    }

    /** E5.3, reading R-E5: a paid year that begins between two dates has its own first one. */
    @ParameterizedTest(name = "paid {0} to {1}, seen on {2}: available {3}, next {4}, {5}")
    @CsvSource(nullValues = "-", textBlock = """
            2027-01-01, 2027-12-31, 2027-01-15, false, 2027-03-14, NOT_BEFORE
            2027-01-01, 2027-12-31, 2027-03-14, true,  2027-03-14, -
            2027-01-01, 2027-02-28, 2027-01-15, false, -,          TOO_SHORT
            2027-01-01, 2027-12-31, 2026-12-31, false, 2027-03-14, IN_TERM
            2027-01-01, 2027-02-28, 2026-12-31, false, -,          IN_TERM
            """)
    void e53InspectionsOfAPaidYearStartWithTheFirstDateInIt(
            LocalDate from,
            LocalDate until,
            LocalDate day,
            boolean available,
            @Nullable LocalDate next,
            @Nullable String because) {
        Agreement year = agreement(AgreementKind.PAID_YEAR, from, until);
        Owned owned = new Owned(unit("EC-400", Map.of()), ContractTerms.NONE, List.of(year), null);

        Entitlement inspection = entitlement("E5.3", null, owned, day);

        assertThat(inspection.available()).isEqualTo(available);
        if (day.isBefore(from)) {
            assertThat(inspection.because().words().en())
                    .endsWith(
                            next == null
                                    ? "it ends on 2027-02-28, before the first one falls due on 2027-03-14"
                                    : "from 2027-03-14 on");
            assertThat(inspection.because().words().zh()).contains("2027-03-14");
        } else {
            assertThat(inspection.nextDue()).isEqualTo(next);
        }
        assertThat(
                        inspection.because() == null
                                ? null
                                : inspection.because().needs().getFirst())
                .isEqualTo(because);
    }

    /** A5.4, reading R-A-YEARLY: an agreement of one year ends the day before the first check falls due. */
    @ParameterizedTest(name = "agreement through {0}, seen on {1}: available {2}, next {3}, {4}")
    @CsvSource(nullValues = "-", textBlock = """
            2027-08-31, 2026-09-01, false, -,          TOO_SHORT
            2027-08-31, 2027-08-31, false, -,          TOO_SHORT
            2027-09-01, 2026-09-01, false, 2027-09-01, NOT_BEFORE
            2027-09-01, 2027-08-31, false, 2027-09-01, NOT_BEFORE
            2027-09-01, 2027-09-01, true,  2027-09-01, -
            2028-08-31, 2027-09-02, true,  -,          NONE_LEFT
            2028-09-01, 2027-09-02, true,  2028-09-01, -
            """)
    @ClauseCases(decides = "A5.4", justNot = "A5.4")
    void a54ChecksAreToBeHadFromTheFirstDayOnWhichOneFallsDue(
            LocalDate until, LocalDate day, boolean available, @Nullable LocalDate next, @Nullable String because) {
        Agreement agreement = agreement(AgreementKind.SERVICE_AGREEMENT, LocalDate.parse("2026-09-01"), until);
        Owned owned = new Owned(unit("PX-200", Map.of()), ContractTerms.NONE, List.of(agreement), null);

        Entitlement check = entitlement("A5.4", null, owned, day);

        assertThat(check.available()).isEqualTo(available);
        assertThat(check.nextDue()).isEqualTo(next);
        assertThat(check.rule().readings()).containsExactly("R-A-CHECK", "R-A-YEARLY");
        assertThat(check.from()).isEqualTo(available ? LocalDate.parse("2027-09-01") : null);
        if (because == null) {
            assertThat(check.because()).isNull();
        } else {
            assertThat(check.because().needs()).isEqualTo(because.equals("NONE_LEFT") ? List.of() : List.of(because));
            assertThat(check.because().words().en()).contains(available ? until.toString() : "2027-09-01");
            assertThat(check.because().words().zh()).contains(available ? until.toString() : "2027-09-01");
        }
    }

    /** A5.4, reading R-A-YEARLY: who renews the agreement each year has had one for all of the time. */
    @ParameterizedTest(name = "second agreement {0} to {1}, seen on {2}: available {3}, from {4}, next {5}, {6}")
    @CsvSource(nullValues = "-", textBlock = """
            # The first agreement runs 2025-06-01 to 2026-05-31.
            2026-06-01, 2027-05-31, 2026-05-31, false, -,          2026-06-01, NOT_BEFORE
            2026-06-01, 2027-05-31, 2026-06-01, true,  2026-06-01, 2026-06-01, -
            2026-06-01, 2027-05-31, 2026-11-22, true,  2026-06-01, -,          NONE_LEFT
            2026-06-01, 2027-06-01, 2026-11-22, true,  2026-06-01, 2027-06-01, -
            2026-06-02, 2027-05-31, 2026-11-22, false, -,          -,          TOO_SHORT
            # Before it starts, the first check is named, and not the agreement's first day.
            2026-12-01, 2028-05-31, 2026-11-22, false, -,          2027-12-01, NOT_BEFORE
            2026-12-01, 2027-11-30, 2026-11-22, false, -,          -,          TOO_SHORT
            """)
    void a54ChecksGoOnThroughAgreementsThatTouch(
            LocalDate from,
            LocalDate until,
            LocalDate day,
            boolean available,
            @Nullable LocalDate since,
            @Nullable LocalDate next,
            @Nullable String because) {
        Owned owned = new Owned(
                unit("PX-200", Map.of()),
                ContractTerms.NONE,
                List.of(
                        agreement(AgreementKind.SERVICE_AGREEMENT, from, until),
                        agreement(
                                AgreementKind.SERVICE_AGREEMENT,
                                LocalDate.parse("2025-06-01"),
                                LocalDate.parse("2026-05-31"))),
                null);

        Entitlement check = entitlement("A5.4", null, owned, day);

        assertThat(check.available()).isEqualTo(available);
        assertThat(check.from()).isEqualTo(since);
        if (because == null) {
            assertThat(check.because()).isNull();
        } else {
            assertThat(check.because().needs()).isEqualTo(because.equals("NONE_LEFT") ? List.of() : List.of(because));
        }
        if (because != null && because.equals("NOT_BEFORE")) {
            assertThat(check.because().words().en()).isEqualTo("from " + next + " on");
        } else {
            assertThat(check.nextDue()).isEqualTo(next);
        }
    }

    @Test
    void saysThatAServiceIsThereOnAllDays() {
        Owned owned = new Owned(unit("PX-200", Map.of()), ContractTerms.NONE, List.of(), null);

        Entitlement hotline = entitlement("C5.1", null, owned, LocalDate.parse("2026-03-01"));

        assertThat(EntitlementsView.Hours.of(hotline.rule()).days()).containsExactly("ALL");
    }

    @Test
    void healthChecksFallDueEveryYearOfTheServiceAgreement() {
        Agreement agreement = agreement(
                AgreementKind.SERVICE_AGREEMENT, LocalDate.parse("2024-02-29"), LocalDate.parse("2026-06-30"));
        Owned owned = new Owned(unit("PX-200", Map.of()), ContractTerms.NONE, List.of(agreement), null);

        assertThat(entitlement("A5.4", null, owned, LocalDate.parse("2025-03-01"))
                        .nextDue())
                .isEqualTo("2026-02-28");
        assertThat(entitlement("A5.4", null, owned, LocalDate.parse("2026-03-01"))
                        .nextDue())
                .isNull();
    }

    @Test
    void hotlinesSayTheirHours() {
        EntitlementRule shops = entitlement("B2.1", null, owned("B2.1", null), LocalDate.parse("2026-01-01"))
                .rule();
        EntitlementRule agency = entitlement("C5.1", null, owned("C5.1", null), LocalDate.parse("2026-01-01"))
                .rule();

        assertThat(List.of(shops.from(), shops.to())).containsExactly(LocalTime.of(8, 30), LocalTime.of(18, 0));
        assertThat(shops.days()).isEmpty();
        assertThat(agency.from().plusHours(12)).isEqualTo(agency.to());
        assertThat(agency.readings()).as("its end, too").containsExactly("R-C-FROM", "R-C-TO");
        EntitlementRule project = entitlement("E3.1", null, owned("E3.1", null), LocalDate.parse("2026-01-01"))
                .rule();
        assertThat(EntitlementsView.Hours.of(project))
                .as("7 by 24 hours")
                .isEqualTo(new EntitlementsView.Hours(List.of("ALL"), "00:00", "24:00"));
        assertThat(EntitlementsView.Hours.of(shops))
                .isEqualTo(new EntitlementsView.Hours(List.of("ALL"), "08:30", "18:00"));
    }

    @Test
    void aUnitWithoutADatedPaperIsToldWhichOneIsMissing() {
        UnitFacts unit = new UnitFacts("PX200-1", "PX-200", ItemClass.MAIN_UNIT, Map.of(), List.of());

        Entitlement answer = entitlement(
                "A2.3", null, new Owned(unit, ContractTerms.NONE, List.of(), null), LocalDate.parse("2026-01-01"));

        assertThat(answer.available()).isFalse();
        assertThat(answer.because().needs())
                .containsExactly(ShippedPacks.version("A-1").rules().term().missingItem());
    }

    @Test
    void aTermThatHasYetToBeginIsSaidWithItsFirstDay() {
        Entitlement answer = entitlement("A2.3", null, owned("A2.3", null), LocalDate.parse("2025-03-13"));

        assertThat(answer.available()).isFalse();
        assertThat(answer.because().needs()).containsExactly("NOT_BEFORE");
        assertThat(answer.because().words().en()).contains("2025-03-14");
    }

    @Test
    void whatIsMissingIsSaidInBothLanguages() {
        Because because = entitlement("A5.4", null, owned("A5.4", null), LocalDate.parse("2026-01-01"))
                .because();

        assertThat(entitlement("A5.4", null, owned("A5.4", null), LocalDate.parse("2026-01-01"))
                        .rule()
                        .reading())
                .isEqualTo("R-A-CHECK");
        assertThat(because.needs()).containsExactly("SERVICE_AGREEMENT");
        assertThat(because.words().en()).isEqualTo("with a service agreement");
        assertThat(because.words().zh()).contains("服务协议");
    }

    @Test
    void aConditionIsSaidInWords() {
        Because because = entitlement("C2.2", null, owned("C2.2", null), LocalDate.parse("2025-06-01"))
                .because();

        assertThat(because.words().en())
                .startsWith("where the site is ")
                .endsWith("or where the sales contract says so");
        assertThat(because.words().zh()).contains("使用地点");
    }

    @Test
    void theContractsOwnTermCountsWhereThePolicyLetsIt() {
        ContractTerms twoYears = new ContractTerms(java.time.Period.ofYears(2), List.of(), Set.of(), Map.of());
        Owned owned = new Owned(unit("PX-200", Map.of()), twoYears, List.of(), null);

        assertThat(entitlement("A2.4", null, owned, LocalDate.parse("2027-03-14"))
                        .price())
                .isEqualTo(EntitlementRule.Price.FREE);
        assertThat(entitlement("A2.4", null, owned, LocalDate.parse("2027-03-15"))
                        .price())
                .isEqualTo(EntitlementRule.Price.PAID);
    }

    private static Entitlement entitlement(String clause, @Nullable String service, Owned owned, LocalDate day) {
        CompiledPolicy policy = ShippedPacks.version(clause.charAt(0) + "-1");
        return Entitlements.of(
                        policy, owned, day.atTime(12, 0).atZone(policy.zone()).toInstant())
                .stream()
                .filter(answer -> answer.rule().clause().equals(clause))
                .filter(answer -> service == null || answer.rule().service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static Owned owned(String clause, @Nullable AgreementKind kind) {
        String model =
                switch (clause.charAt(0)) {
                    case 'A' -> "PX-200";
                    case 'B' -> "SA-35";
                    case 'C' -> "CX-100";
                    case 'D' -> "DX-20";
                    default -> "EC-400";
                };
        List<Agreement> agreements = kind == null
                ? List.of()
                : List.of(agreement(kind, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")));
        return new Owned(unit(model, Map.of()), ContractTerms.NONE, agreements, null);
    }

    /** With every paper that a term may start from. */
    private static UnitFacts unit(String model, Map<String, String> attributes) {
        List<DatedDocument> papers = List.of(
                paper(DocumentKind.BILL_OF_LADING),
                paper(DocumentKind.INVOICE),
                paper(DocumentKind.SHIPMENT),
                paper(DocumentKind.PROJECT_ACCEPTANCE));
        return new UnitFacts("S-1", model, ItemClass.MAIN_UNIT, attributes, papers);
    }

    private static DatedDocument paper(DocumentKind kind) {
        return new DatedDocument(kind, kind.name() + "-1", LocalDate.parse("2025-03-14"));
    }

    private static Agreement agreement(AgreementKind kind, LocalDate from, LocalDate until) {
        return new Agreement("any", "SA-1", kind, "C-1", List.of(), from, until, null, null, List.of());
    }
}
