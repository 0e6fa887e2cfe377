package dev.aftersales.claims.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.adjudication.rules.Provision;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the clause register gives figures for, and other parts of the suite will enforce, stands in the packs as such. */
class PackFiguresTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "A4.3  | CLAIM_RECEIVED..ACK_SENT 2 BUSINESS_DAYS",
                "A4.4  | ACK_SENT..DIAGNOSIS_CONCLUDED 1-3 BUSINESS_DAYS by R-A4",
                "A4.5  | DECISION_COVERED..CARRIER_ACCEPTED 2-3 BUSINESS_DAYS if SIMPLE by R-A5",
                "A4.6  | DEPOT_RECEIVED..REPAIR_COMPLETED 5-7 BUSINESS_DAYS if COMPLEX by R-A6",
                "A4.7  | THRESHOLD_REACHED..PLAN_INITIATED 48 ELAPSED_HOURS from 30 units by R-A8",
                "B2.1  | CALL_RECEIVED..CALL_ANSWERED no commitment by R-B4",
                "B2.2a | FACTORY_RECEIVED..REPAIRED 3 CALENDAR_DAYS by R-B3",
                "C5.2  | UNIT_RECEIVED..FAULT_VERIFIED_WITH_CUSTOMER 6-12 ELAPSED_HOURS by R-C4",
                "C5.3  | UNIT_RECEIVED..RETURN_HANDED_TO_CARRIER 3 WORKING_DAYS if [OWN_BRAND] by R-C7",
                "C5.4  | UNIT_RECEIVED..FORWARDED_TO_MANUFACTURER 6-12 ELAPSED_HOURS if [AGENCY] by R-C4; "
                        + "FORWARDED_TO_MANUFACTURER..RETURNED_BY_MANUFACTURER no commitment if [AGENCY] by R-C8",
                "D2.3a | CLAIM_RECEIVED..ACK_SENT no commitment by R-D12; "
                        + "CLAIM_RECEIVED..DIAGNOSIS_CONCLUDED no commitment by R-D12; "
                        + "DEVICE_RECEIVED..REPAIR_COMPLETED no commitment by R-D12",
                "D2.6  | PAYMENT_NOTICE..PAID 1 MONTHS by R-D11",
                "D4.2a | APPLICATION_ACCEPTED..DEVICE_SENT 3 CALENDAR_DAYS by R-D7",
                "D4.2b | APPLICATION_ACCEPTED..DEVICE_RECEIVED 15 CALENDAR_DAYS by R-D6",
                "E3.2  | FAULT_REPORTED..ON_SITE_ARRIVAL no commitment by R-E8",
                "E3.3  | FAULT_REPORTED..FIRST_HUMAN_RESPONSE 1-2 ELAPSED_HOURS by R-E8",
                "E5.2  | PROJECT_ACCEPTED..INSPECTION_DONE 6 MONTHS by R-E6",
                "E7.3  | PROJECT_ACCEPTED..REVIEW_HELD 3 MONTHS by R-E10"
            })
    void promisesTheTime(String clause, String times) {
        assertThat(rules(clause).clocks().stream()
                        .filter(clock -> clock.clause().equals(clause))
                        .map(PackFiguresTest::words)
                        .collect(Collectors.joining("; ")))
                .isEqualTo(times);
    }

    @Test
    void promisesNoOtherTime() {
        assertThat(ShippedPacks.ALL)
                .extracting(policy -> policy.rules().clocks().size())
                .containsExactly(5, 2, 4, 6, 4);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "A2.2  | REPLACEMENT_UNIT {condition=NEW, model=SAME}",
                "A3.9  | CARRIER_CLAIM {openedBy=VENDOR, where=VENDOR_BOOKED}",
                "A4.8  | RMA_BEFORE_RETURN {blindReceipt=QUARANTINE}",
                "A4.9  | MARK_DOCUMENTS {text=Return for Repair, documents=[WAYBILL, PRO_FORMA_INVOICE]}",
                "B2.1  | HOTLINE_HOURS {days=ALL, from=08:30, to=18:00}",
                "B2.2b | INSPECTED_BEFORE_RELEASE {notBy=REPAIRER}",
                "B2.4  | SHOP_STOCK {of=COMMON_PARTS, atLeast=1}",
                "C4.3b | FREIGHT_MODES {payer=VENDOR, modes=[POSTAL_PARCEL, ROAD, RAIL_SLOW]}",
                "C4.3c | CONSENT_BEFORE_BOOKING {modes=[URGENT]}",
                "C5.1  | HOTLINE_HOURS {days=ALL, from=08:00, to=20:00}",
                "D1.1b | ONE_CENTRE {}",
                "D2.1c | FREIGHT_COLLECT {answer=REFUSE_OR_FLAG}",
                "D2.3c | RETURN_UNREPAIRED {after=[NO_EVIDENCE, QUOTE_REFUSED]}",
                "D2.5b | PART_OWNER {when=COVERED, owner=VENDOR}",
                "D2.5c | PART_OWNER {when=PAID, owner=VENDOR, orKeptBy=CUSTOMER, sameParcel=true}",
                "D2.6  | RETURN_UNREPAIRED {after=[UNPAID]}",
                "D3.4  | PACKAGING_CHECKED {with=[PHOTO]}",
                "D3.6  | REFUSE_PARCEL {states=[DAMAGED, SOAKED], then=CARRIER_CLAIM_PACK}",
                "D4.2a | REMIND_TO_SEND {onDays=[3, 10, 14], at=09:00}",
                "D4.2b | CLOSE_UNRECEIVED {afterDays=15, grace=P7D}",
                "D4.2c | RESUBMIT {copies=[DETAILS, EVIDENCE]}",
                "D4.3  | BLIND_RECEIPT {answer=QUARANTINE}",
                "E3.1  | HOTLINE_HOURS {days=ALL, from=00:00, to=24:00}",
                "E4.3  | UPGRADE_PLAN {needs=[WINDOW, BACKUP, ROLLBACK, SIGN_OFF]}",
                "E4.6  | PART_CONDITION {while=IN_TERM, condition=NEW, source=ORIGINAL_MAKER}",
                "E5.2  | RECURRING {from=PROJECT_ACCEPTED, every=P6M}",
                "E5.4  | INSPECTION_REPORT {holds=[STATUS, PARAMETERS, OTHER], to=BRANCH}",
                "E7.3  | RECURRING {from=PROJECT_ACCEPTED, every=P3M}"
            })
    void keepsTheRuleForThePartThatEnforcesIt(String clause, String rule) {
        PolicyRules rules = rules(clause);
        assertThat(Stream.of(rules.logistics(), rules.communication())
                        .flatMap(List::stream)
                        .filter(provision -> provision.clause().equals(clause))
                        .map(PackFiguresTest::words))
                .containsExactly(rule);
    }

    @Test
    void keepsWhatMoneyAndNoticeDependOn() {
        PolicyRules shops = ShippedPacks.policy("B").rules();
        PolicyRules online = ShippedPacks.policy("D").rules();
        PolicyRules project = ShippedPacks.policy("E").rules();
        assertThat(shops.quotes()).isNotNull().satisfies(quotes -> {
            assertThat(quotes.lineTypes())
                    .hasToString(
                            "LineTypes[clause=B3.3, reading=R-B8, types=[DOOR_TO_DOOR, MAINTENANCE, REMOTE, AUXILIARY_MATERIAL, SPARE_PARTS]]");
            assertThat(quotes.tariff()).hasToString("Tariff[clause=B3.2, reading=null, by=[REGION, SHOP_LEVEL]]");
        });
        assertThat(shops.statutory()).isNotNull().satisfies(statutory -> {
            assertThat(statutory.enabled()).isFalse();
            assertThat(statutory.floor()).hasToString("Floor[term=Settled[value=P12M, reading=R-B-TERM]]");
            assertThat(statutory.over()).containsExactly("B4.2", "B4.3", "B4.5", "B4.6", "B4.7", "B4.8");
        });
        assertThat(online.quotes()).isNotNull().satisfies(quotes -> assertThat(quotes.payment())
                .hasToString("Payment[clause=D2.2c, reading=null, before=Settled[value=RETURN, reading=R-D4], "
                        + "window=Settled[value=P1M, reading=R-D11], windowClause=D2.6, ofPartsReading=R-D4-PARTS]"));
        assertThat(project.quotes()).isNotNull().satisfies(quotes -> assertThat(quotes.annualCap())
                .hasToString(
                        "AnnualCap[clause=E6.1, reading=R-E7, percent=Settled[value=5, reading=R-E7], rounding=DOWN, "
                                + "claims=Settled[value=UNIT, reading=R-E-CASE]]"));
        assertThat(ShippedPacks.ALL)
                .extracting(policy -> policy.rules().governance().notice())
                .allSatisfy(notice -> assertThat(notice.days().value()).isEqualTo(30));
    }

    private static PolicyRules rules(String clause) {
        return ShippedPacks.policy(clause.substring(0, 1)).rules();
    }

    private static String words(PromisedTime clock) {
        String span = clock.none()
                ? "no commitment"
                : (clock.target() == null ? "" : clock.target() + "-") + clock.limit() + " " + clock.unit();
        return clock.start() + ".." + clock.stop() + " " + span
                + (clock.faultClass() == null ? "" : " if " + clock.faultClass())
                + clock.when().stream()
                        .map(condition -> " if " + condition.in())
                        .collect(Collectors.joining())
                + (clock.batch() == null ? "" : " from " + clock.batch().units() + " units")
                + (clock.reading() == null ? "" : " by " + clock.reading());
    }

    private static String words(Provision provision) {
        return provision.rule() + " " + provision.parameters();
    }
}
