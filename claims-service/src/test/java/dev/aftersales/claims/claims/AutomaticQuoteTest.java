package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Quote;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.claims.quotes.QuoteItem;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Price;
import dev.aftersales.claims.tariffs.Tariff;
import dev.aftersales.claims.tariffs.Unit;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is quoted without a person, and what keeps a line from it. */
class AutomaticQuoteTest {

    private static final Instant NOW = Instant.parse("2026-06-05T02:00:00Z");

    private static final List<ChargeSplit> UP_TO_MONTH_24 = List.of(
            new ChargeSplit(ChargeItem.LABOUR, Payer.VENDOR, "C4.1", "R-C2"),
            new ChargeSplit(ChargeItem.PARTS, Payer.CUSTOMER, "C4.1", "R-C2"));

    private static final List<ChargeSplit> AFTER_MONTH_24 = List.of(
            new ChargeSplit(ChargeItem.PARTS, Payer.CUSTOMER, "C4.2", "R-C2"),
            new ChargeSplit(ChargeItem.LABOUR, Payer.CUSTOMER, "C4.2", "R-C2"));

    private static final List<ChargeSplit> ALL_OF_IT = List.of(
            new ChargeSplit(ChargeItem.PARTS, Payer.CUSTOMER, "B3.1", null),
            new ChargeSplit(ChargeItem.LABOUR, Payer.CUSTOMER, "B3.1", null),
            new ChargeSplit(ChargeItem.SERVICE, Payer.CUSTOMER, "B3.1", null));

    private static final Price PART = price(null, FeeType.PARTS, "P-7", Unit.PIECE, "260");
    private static final Price BY_THE_HOUR = price(null, FeeType.LABOUR, null, Unit.HOUR, "120");
    private static final Price FLAT = price(null, FeeType.LABOUR, null, Unit.CASE, "150");
    private static final Price VISIT = price(null, FeeType.SERVICE, null, Unit.CASE, "80");

    @Test
    void c42ChargesLabourAfterMonth24ByTheStandardTime() {
        AutomaticQuote quote = agency(AFTER_MONTH_24, Route.DEPOT_REPAIR, "1.5", PART, BY_THE_HOUR);

        assertThat(items(quote)).containsExactly("PARTS 260.00 CUSTOMER C4.2", "LABOUR 180.00 CUSTOMER C4.2");
    }

    @Test
    void c41ShowsLabourThatTheVendorBearsThroughMonth24() {
        AutomaticQuote quote = agency(UP_TO_MONTH_24, Route.DEPOT_REPAIR, null, PART, BY_THE_HOUR);

        assertThat(items(quote)).containsExactly("PARTS 260.00 CUSTOMER C4.1", "LABOUR 0.00 VENDOR C4.1");
    }

    @Test
    void c42ChargesAFlatPriceWhateverTheTime() {
        assertThat(items(agency(AFTER_MONTH_24, Route.DEPOT_REPAIR, null, PART, FLAT)))
                .contains("LABOUR 150.00 CUSTOMER C4.2");
        assertThat(items(agency(AFTER_MONTH_24, Route.DEPOT_REPAIR, "9", PART, FLAT)))
                .contains("LABOUR 150.00 CUSTOMER C4.2");
    }

    @Test
    void c42HasNoLabourWhereTheCustomerFitsThePart() {
        assertThat(items(agency(AFTER_MONTH_24, Route.PARTS, null, PART, BY_THE_HOUR)))
                .containsExactly("PARTS 260.00 CUSTOMER C4.2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "DEPOT_REPAIR, LABOUR HOURS_NEEDED",
        "ON_SITE,      LABOUR HOURS_NEEDED",
        "REPLACEMENT,  ROUTE_NEEDS_PERSON",
        "MANUFACTURER, ROUTE_NEEDS_PERSON",
    })
    void waitsForAPersonWithTheReasonWhereAComponentHasNoPrice(Route route, String reason) {
        AutomaticQuote quote = agency(AFTER_MONTH_24, route, null, PART, BY_THE_HOUR);

        assertThat(quote.offer()).isEmpty();
        assertThat(reasons(quote)).containsExactly(reason);
    }

    @Test
    void namesEveryComponentThatHasNoPrice() {
        assertThat(reasons(agency(AFTER_MONTH_24, Route.DEPOT_REPAIR, "2", VISIT)))
                .containsExactly("PARTS P-7 NO_TARIFF_PRICE", "LABOUR NO_TARIFF_PRICE");
        assertThat(reasons(quoted("C", AFTER_MONTH_24, line(Route.DEPOT_REPAIR, "2", List.of()), null)))
                .containsExactly("PARTS PART_NEEDED", "LABOUR NO_TARIFF_PRICE");
    }

    @Test
    void chargesTheVisitWhereThePolicySaysWhoPaysForIt() {
        assertThat(items(quoted("A", ALL_OF_IT, line(Route.ON_SITE, "1"), tariff(PART, BY_THE_HOUR, VISIT))))
                .containsExactly(
                        "PARTS 260.00 CUSTOMER B3.1", "LABOUR 120.00 CUSTOMER B3.1", "SERVICE 80.00 CUSTOMER B3.1");
        assertThat(items(agency(AFTER_MONTH_24, Route.ON_SITE, "1", PART, BY_THE_HOUR, VISIT)))
                .hasSize(2);
    }

    @Test
    void b32TellsThatTheLevelOfTheShopIsAPersonsChoice() {
        AutomaticQuote quote = quoted(
                "B",
                ALL_OF_IT,
                line(Route.DEPOT_REPAIR, "1"),
                tariff(
                        price("CN-3101", FeeType.SPARE_PARTS, "P-7", Unit.PIECE, "46"),
                        price("CN-3101", FeeType.MAINTENANCE, null, Unit.HOUR, "45")));

        assertThat(quote.offer()).isEmpty();
        assertThat(reasons(quote))
                .contains("SPARE_PARTS P-7 SHOP_LEVEL_NEEDED", "MAINTENANCE SHOP_LEVEL_NEEDED")
                .contains("SPARE_PARTS P-7 REGION_NEEDED");
        assertThat(quote.unpriced().get(1))
                .allSatisfy(missing -> assertThat(missing.clause()).isEqualTo("B3.2"));
    }

    @Test
    void chargesTheWayBackOnlyWhereItIsTheCustomers() {
        List<ChargeSplit> charges = List.of(
                new ChargeSplit(ChargeItem.PARTS, Payer.CUSTOMER, "C4.2", null),
                new ChargeSplit(ChargeItem.LABOUR, Payer.CUSTOMER, "C4.2", null),
                new ChargeSplit(ChargeItem.INBOUND_FREIGHT, Payer.CUSTOMER, "C4.3a", null),
                new ChargeSplit(ChargeItem.RETURN_FREIGHT, Payer.CUSTOMER, "C4.3a", null));

        assertThat(items(agency(
                        charges,
                        Route.DEPOT_REPAIR,
                        "1",
                        PART,
                        BY_THE_HOUR,
                        price(null, FeeType.RETURN_FREIGHT, null, Unit.CASE, "30"))))
                .contains("RETURN_FREIGHT 30.00 CUSTOMER C4.3a")
                .noneMatch(item -> item.startsWith("INBOUND"));
        assertThat(reasons(agency(charges, Route.DEPOT_REPAIR, "1", PART, BY_THE_HOUR)))
                .containsExactly("RETURN_FREIGHT NO_TARIFF_PRICE");
    }

    @Test
    void tellsAReasonOnce() {
        ClaimLine line = line(Route.DEPOT_REPAIR, null);
        AutomaticQuote first = agency(AFTER_MONTH_24, Route.DEPOT_REPAIR, null, PART, BY_THE_HOUR);

        assertThat(first.saysAnythingTo(claim("C", line))).isTrue();
        assertThat(first.saysAnythingTo(
                        claim("C", line.unpriced(first.unpriced().get(1)))))
                .isFalse();
    }

    private static AutomaticQuote agency(
            List<ChargeSplit> charges, Route route, @Nullable String hours, Price... prices) {
        return quoted("C", charges, line(route, hours), tariff(prices));
    }

    private static AutomaticQuote quoted(
            String policy, List<ChargeSplit> charges, ClaimLine line, @Nullable Tariff tariff) {
        LineOutcome answer = new LineOutcome.Partial(
                1,
                new Quote("C4.1", null),
                charges,
                new Explanation(policy + "-1", Verdict.COVERED_PARTIAL, List.of()));
        return AutomaticQuote.of(ShippedPacks.policy(policy), claim(policy, line), List.of(answer), tariff, null);
    }

    private static List<String> items(AutomaticQuote quote) {
        return quote.offer().orElseThrow().priced().items().stream()
                .map(AutomaticQuoteTest::words)
                .toList();
    }

    private static String words(QuoteItem item) {
        return item.type() + " " + item.amount().amount() + " " + item.payer() + " " + item.clause();
    }

    private static List<String> reasons(AutomaticQuote quote) {
        return Stream.ofNullable(quote.unpriced().get(1))
                .flatMap(List::stream)
                .map(missing -> missing.code())
                .toList();
    }

    private static ClaimLine line(Route route, @Nullable String hours) {
        return line(route, hours, List.of(new PartQuantity("P-7", 1)));
    }

    private static ClaimLine line(Route route, @Nullable String hours, List<PartQuantity> parts) {
        Diagnosis diagnosis = new Diagnosis(
                "QUALITY_FAILURE",
                true,
                new Confirmer(Confirmer.Kind.CATALOGUE, "H-310"),
                NOW,
                FaultClass.SIMPLE,
                route,
                List.of(),
                Map.of());
        return ClaimLine.claimed(new UnitLine(1, "S-1", 1))
                .concluded(new Conclusion(diagnosis, parts, null, hours == null ? null : new BigDecimal(hours)))
                .at(new LineState.PartlyCovered("/q"));
    }

    private static Claim claim(String policy, ClaimLine line) {
        return Claim.submitted(
                "clm-1",
                "agency",
                "nordwind",
                new CustomerRef("cus-1", 1),
                "carl",
                NOW,
                policy + "-1",
                null,
                null,
                "CX-100",
                "H-310",
                "d",
                null,
                Particulars.NONE,
                List.of(),
                List.of(),
                List.of(line),
                new FirstAnswer("h", 201, "/l", "{}"));
    }

    private static Tariff tariff(Price... prices) {
        return new Tariff("agency", Tariff.STANDARD, List.of(prices), List.of(new Tariff.Entry("frida", NOW)));
    }

    private static Price price(@Nullable String region, FeeType type, @Nullable String part, Unit unit, String amount) {
        return new Price(region, region == null ? null : "A", type, part, unit, new Money(amount, "CNY"));
    }
}
