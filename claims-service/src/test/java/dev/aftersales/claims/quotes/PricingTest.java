package dev.aftersales.claims.quotes;

import static dev.aftersales.claims.quotes.GivenFees.AGENCY;
import static dev.aftersales.claims.quotes.GivenFees.OF_AGENCY;
import static dev.aftersales.claims.quotes.GivenFees.OF_SHOPS;
import static dev.aftersales.claims.quotes.GivenFees.ONLINE;
import static dev.aftersales.claims.quotes.GivenFees.SHENZHEN_A;
import static dev.aftersales.claims.quotes.GivenFees.SHOPS;
import static dev.aftersales.claims.quotes.GivenFees.at;
import static dev.aftersales.claims.quotes.GivenFees.charge;
import static dev.aftersales.claims.quotes.GivenFees.fee;
import static dev.aftersales.claims.quotes.GivenFees.part;
import static dev.aftersales.claims.quotes.GivenFees.spare;
import static dev.aftersales.claims.quotes.GivenFees.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.ClauseCases;
import dev.aftersales.claims.adjudication.JudgedCases;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.quotes.Objection.Rule;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Place;
import dev.aftersales.contracts.events.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PricingTest {

    private static final Set<FeeType> FIVE = EnumSet.of(
            FeeType.DOOR_TO_DOOR, FeeType.MAINTENANCE, FeeType.REMOTE, FeeType.AUXILIARY_MATERIAL, FeeType.SPARE_PARTS);

    /** The customer pays for everything. */
    private static final Map<Integer, List<ChargeSplit>> PAID = IntStream.rangeClosed(1, 9)
            .boxed()
            .collect(Collectors.toMap(line -> line, line -> Stream.of(ChargeItem.values())
                    .map(item -> charge(item, Payer.CUSTOMER, "B3.1"))
                    .toList()));

    /** C names parts, labour and freight only. */
    @Test
    void quotesNothingThatNoClauseLaysOnAnybody() {
        // Given
        LineOutcome refused = JudgedCases.outcomes()
                .filter(outcome -> outcome instanceof LineOutcome.NotCovered)
                .filter(outcome -> outcome.explanation().policyVersion().equals("C-1"))
                .findFirst()
                .orElseThrow();

        // When
        List<Objection> objections = objections(Pricing.price(
                AGENCY,
                OF_AGENCY,
                Place.ANYWHERE,
                Map.of(1, refused.charges(), 2, refused.charges()),
                List.of(
                        part("P-7", 1, 1, 2),
                        at(fee(FeeType.SERVICE, 1), "80", "CNY"),
                        at(fee(FeeType.DUTY, 1, 2), "33", "CNY"))));

        // Then
        assertThat(objections)
                .extracting(Objection::item, Objection::field, Objection::rule)
                .containsExactly(tuple(1, "type", Rule.NO_CLAUSE), tuple(2, "type", Rule.NO_CLAUSE));
        assertThat(objections)
                .extracting(Objection::detail)
                .containsExactly(
                        "No clause of the policy says who pays for SERVICE of line 1. Leave it out.",
                        "No clause of the policy says who pays for DUTY of lines 1, 2. Leave it out.");
    }

    @Test
    @ClauseCases(decides = "B3.1")
    void b31ChargesForWhatIsBeyondTheFreeWarranty() {
        Pricing.Result.Priced priced = priced(Pricing.price(
                SHOPS,
                OF_SHOPS,
                SHENZHEN_A,
                PAID,
                List.of(
                        fee(FeeType.DOOR_TO_DOOR, 1),
                        work(FeeType.MAINTENANCE, "1.5", 1),
                        fee(FeeType.REMOTE, 1),
                        fee(FeeType.AUXILIARY_MATERIAL, 1),
                        spare("P-7", 2, 1))));

        assertThat(priced.items())
                .extracting(item -> item.amount().amount())
                .containsExactly("80.00", "90.00", "33.33", "0.50", "240.00");
        assertThat(priced.total()).isEqualTo(new Money("443.83", "CNY"));
    }

    @ParameterizedTest
    @EnumSource(FeeType.class)
    @ClauseCases(decides = "B3.3", justNot = "B3.3")
    void b33KnowsExactlyFiveKindsOfLines(FeeType type) {
        Wanted wanted = new Wanted(type, type.namesPart() ? "P-7" : null, 1, null, List.of(1), null);

        List<Objection> objections = objections(Pricing.price(SHOPS, OF_SHOPS, SHENZHEN_A, PAID, List.of(wanted)));

        assertThat(objections.stream().anyMatch(objection -> objection.rule() == Rule.LINE_TYPE))
                .isEqualTo(!FIVE.contains(type));
        assertThat(objections)
                .filteredOn(objection -> objection.rule() == Rule.LINE_TYPE)
                .allMatch(objection -> "B3.3".equals(objection.clause()));
    }

    @ParameterizedTest(name = "{0} for {1} CNY at level {2}: {3}")
    @CsvSource({
        "60.00, A, ",
        "59.99, A, ",
        "0.00,  A, ",
        "60.01, A, ABOVE_TARIFF",
        "45.01, B, ABOVE_TARIFF",
        "45.00, B, ",
        "45.00, C, NO_TARIFF_PRICE"
    })
    @ClauseCases(decides = "B3.2", justNot = "B3.2")
    void b32ChargesNoMoreThanTheTariffOfRegionAndShopLevel(String price, String level, Rule refused) {
        List<Objection> objections = objections(Pricing.price(
                SHOPS,
                OF_SHOPS,
                new Place("CN-440307", level),
                PAID,
                List.of(at(work(FeeType.MAINTENANCE, "1", 1), price, "CNY"))));

        assertThat(objections)
                .extracting(Objection::rule, Objection::clause)
                .isEqualTo(refused == null ? List.of() : List.of(tuple(refused, "B3.2")));
    }

    @Test
    void b32HasNoPriceWithoutARegionAndALevel() {
        assertThat(objections(Pricing.price(SHOPS, OF_SHOPS, Place.ANYWHERE, PAID, List.of(fee(FeeType.REMOTE, 1)))))
                .extracting(Objection::rule)
                .containsExactly(Rule.REGION_NEEDED, Rule.SHOP_LEVEL_NEEDED);
        assertThat(objections(Pricing.price(
                        SHOPS,
                        OF_SHOPS,
                        new Place("CN-310000", "A"),
                        PAID,
                        List.of(at(fee(FeeType.REMOTE, 1), "1", "CNY")))))
                .extracting(Objection::rule)
                .containsExactly(Rule.NO_TARIFF_PRICE);
    }

    @Test
    void example21C41ChargesPartsAndNoLabour() {
        Map<Integer, List<ChargeSplit>> charges = Map.of(
                1,
                List.of(
                        charge(ChargeItem.PARTS, Payer.CUSTOMER, "C4.1"),
                        charge(ChargeItem.LABOUR, Payer.VENDOR, "C4.1")));

        Pricing.Result.Priced priced = priced(Pricing.price(
                AGENCY, OF_AGENCY, Place.ANYWHERE, charges, List.of(part("P-7", 1, 1), work(FeeType.LABOUR, "3", 1))));

        assertThat(priced.items())
                .extracting(QuoteItem::type, QuoteItem::payer, QuoteItem::clause, item -> item.amount()
                        .amount())
                .containsExactly(
                        tuple(FeeType.PARTS, Payer.CUSTOMER, "C4.1", "120.00"),
                        tuple(FeeType.LABOUR, Payer.VENDOR, "C4.1", "0.00"));
        assertThat(priced.total()).isEqualTo(new Money("120.00", "CNY"));
    }

    @Test
    void example22C42ChargesPartsAndLabour() {
        Map<Integer, List<ChargeSplit>> charges = Map.of(
                1,
                List.of(
                        charge(ChargeItem.PARTS, Payer.CUSTOMER, "C4.2"),
                        charge(ChargeItem.LABOUR, Payer.CUSTOMER, "C4.2")));

        Pricing.Result.Priced priced = priced(Pricing.price(
                AGENCY, OF_AGENCY, Place.ANYWHERE, charges, List.of(part("P-7", 1, 1), work(FeeType.LABOUR, "3", 1))));

        assertThat(priced.total()).isEqualTo(new Money("300.00", "CNY"));
    }

    @Test
    @ClauseCases(
            decides = {"C4.1", "C4.2"},
            justNot = {"C4.1", "C4.2"})
    void c41SplitsAnItemWhereOnlySomeLinesHaveItFree() {
        Map<Integer, List<ChargeSplit>> charges = Map.of(
                1, List.of(charge(ChargeItem.LABOUR, Payer.VENDOR, "C4.1")),
                2, List.of(charge(ChargeItem.LABOUR, Payer.CUSTOMER, "C4.2")),
                3, List.of(charge(ChargeItem.LABOUR, Payer.VENDOR, "C4.1")));

        Pricing.Result.Priced priced = priced(
                Pricing.price(AGENCY, OF_AGENCY, Place.ANYWHERE, charges, List.of(work(FeeType.LABOUR, "1", 1, 2, 3))));

        assertThat(priced.items())
                .extracting(QuoteItem::lines, item -> item.amount().amount())
                .containsExactly(tuple(List.of(1, 3), "0.00"), tuple(List.of(2), "60.00"));
    }

    @Test
    void c43cChargesUrgentFreightToTheCustomerAndC43aReturnFreightToNobodyElse() {
        Map<Integer, List<ChargeSplit>> charges = Map.of(
                1,
                List.of(
                        charge(ChargeItem.URGENT_FREIGHT, Payer.CUSTOMER, "C4.3c"),
                        charge(ChargeItem.RETURN_FREIGHT, Payer.VENDOR, "C4.3a")));

        Pricing.Result.Priced priced = priced(Pricing.price(
                AGENCY,
                OF_AGENCY,
                Place.ANYWHERE,
                charges,
                List.of(fee(FeeType.URGENT_FREIGHT, 1), fee(FeeType.RETURN_FREIGHT, 1))));

        assertThat(priced.items())
                .extracting(QuoteItem::clause, item -> item.amount().amount())
                .containsExactly(tuple("C4.3c", "35.00"), tuple("C4.3a", "0.00"));
    }

    @Test
    @ClauseCases(decides = {"D2.2a", "D2.1b"})
    void d22aChargesARepairOutsideTheWarrantyAndD21bTheWayIn() {
        // Given
        LineOutcome refused = JudgedCases.outcomes()
                .filter(outcome -> outcome instanceof LineOutcome.NotCovered)
                .filter(outcome -> outcome.explanation().policyVersion().equals("D-1"))
                .findFirst()
                .orElseThrow();

        // When
        Pricing.Result.Priced priced = priced(Pricing.price(
                ONLINE,
                null,
                Place.ANYWHERE,
                Map.of(1, refused.charges()),
                List.of(
                        new Wanted(FeeType.PARTS, "P-7", 1, null, List.of(1), new Money("120", "CNY")),
                        new Wanted(FeeType.LABOUR, null, null, null, List.of(1), new Money("60", "CNY")),
                        new Wanted(FeeType.INBOUND_FREIGHT, null, null, null, List.of(1), new Money("18", "CNY")),
                        new Wanted(FeeType.RETURN_FREIGHT, null, null, null, List.of(1), null))));

        // Then
        assertThat(priced.items())
                .extracting(QuoteItem::clause, item -> item.amount().amount())
                .containsExactly(
                        tuple("D2.2a", "120.00"),
                        tuple("D2.2a", "60.00"),
                        tuple("D2.1b", "18.00"),
                        tuple("D2.1d", "0.00"));
    }

    @Test
    void d21dAndE21AndA21CostNothingWhereTheVendorBearsThem() {
        for (Map.Entry<ChargeItem, String> borne : Map.of(
                        ChargeItem.RETURN_FREIGHT, "D2.1d",
                        ChargeItem.PARTS, "E2.1",
                        ChargeItem.LABOUR, "A2.1")
                .entrySet()) {
            FeeType type = FeeType.valueOf(borne.getKey().name());
            Wanted wanted = new Wanted(type, type.namesPart() ? "P-7" : null, 3, null, List.of(1), null);

            Pricing.Result.Priced priced = priced(Pricing.price(
                    AGENCY,
                    OF_AGENCY,
                    Place.ANYWHERE,
                    Map.of(1, List.of(charge(borne.getKey(), Payer.VENDOR, borne.getValue()))),
                    List.of(wanted)));

            assertThat(priced.items()).singleElement().satisfies(item -> {
                assertThat(item.amount()).isEqualTo(Money.zero("CNY"));
                assertThat(item.clause()).isEqualTo(borne.getValue());
            });
        }
    }

    @ParameterizedTest(name = "{0} {1} for {2} h and {3} lines is {4}")
    @CsvSource({
        "33.33,  EUR, 0.5,  1, 16.66",
        "33.33,  EUR, 0.5,  3, 49.98",
        "333,    JPY, 0.25, 1, 83",
        "33.333, KWD, 0.5,  2, 33.332",
        "0.01,   EUR, 0.25, 1, 0.00"
    })
    void roundsEachLineDownToTheMinorUnit(String price, String currency, String hours, int lines, String expected) {
        Integer[] numbers = IntStream.rangeClosed(1, lines).boxed().toArray(Integer[]::new);

        Pricing.Result.Priced agreed = priced(Pricing.price(
                AGENCY,
                null,
                Place.ANYWHERE,
                PAID,
                List.of(at(work(FeeType.LABOUR, hours, numbers), price, currency))));

        assertThat(agreed.total()).isEqualTo(new Money(expected, currency));
    }

    @Test
    void reckonsNoTwoCurrenciesIntoOneQuote() {
        assertThat(objections(Pricing.price(
                        AGENCY,
                        null,
                        Place.ANYWHERE,
                        PAID,
                        List.of(at(fee(FeeType.SERVICE, 1), "1", "EUR"), at(fee(FeeType.DUTY, 1), "1", "CNY")))))
                .extracting(Objection::rule)
                .containsExactly(Rule.ONE_CURRENCY);
    }

    @Test
    void asksForHoursWhereTheTariffCountsThemAndForNoneWhereItDoesNot() {
        assertThat(objections(Pricing.price(AGENCY, OF_AGENCY, Place.ANYWHERE, PAID, List.of(fee(FeeType.LABOUR, 1)))))
                .extracting(Objection::rule)
                .containsExactly(Rule.HOURS_NEEDED);
        assertThat(objections(Pricing.price(
                        AGENCY, OF_AGENCY, Place.ANYWHERE, PAID, List.of(work(FeeType.URGENT_FREIGHT, "1", 1)))))
                .extracting(Objection::rule)
                .containsExactly(Rule.NO_HOURS);
    }

    static Pricing.Result.Priced priced(Pricing.Result result) {
        assertThat(result).isInstanceOf(Pricing.Result.Priced.class);
        return (Pricing.Result.Priced) result;
    }

    private static List<Objection> objections(Pricing.Result result) {
        return switch (result) {
            case Pricing.Result.Priced priced -> List.of();
            case Pricing.Result.Refused refused -> refused.objections();
        };
    }
}
