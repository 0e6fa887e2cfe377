package dev.aftersales.claims.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.adjudication.rules.QuoteRules.CapBase;
import dev.aftersales.claims.adjudication.rules.Settled;
import dev.aftersales.claims.quotes.CapRoom.Charge;
import dev.aftersales.claims.quotes.Objection.Rule;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Unit;
import dev.aftersales.contracts.events.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E6.1 for what claims charge: 5 % of 333.33 is 16.66, of both units 33.33. */
class CapRoomTest {

    private static final Map<String, Money> PRICES = Map.of("S-1", cny("333.33"), "S-2", cny("333.33"));

    @ParameterizedTest(name = "by {0}: {1} beside {2} for the same unit, fits: {3}")
    @CsvSource({
        "UNIT,     16.66, 0,     true",
        "UNIT,     16.67, 0,     false",
        "UNIT,     6.66,  10.00, true",
        "UNIT,     6.67,  10.00, false",
        "CONTRACT, 33.33, 0,     true",
        "CONTRACT, 33.34, 0,     false",
        "CONTRACT, 23.33, 10.00, true",
        "CONTRACT, 23.34, 10.00, false"
    })
    void e61AllowsAUnitNoMoreThanTheCapIn12Months(CapBase base, String amount, String before, boolean fits) {
        CapRoom room = room(base, PRICES).with(List.of(new Charge("S-1", cny(before))));

        assertThat(room.excess(List.of(new Charge("S-1", cny(amount)))).isEmpty())
                .isEqualTo(fits);
    }

    @Test
    void whatIsChargedForAnotherUnitCountsOnlyWhereTheContractBearsTheCap() {
        List<Charge> other = List.of(new Charge("S-2", cny("33.33")));
        List<Charge> wanted = List.of(new Charge("S-1", cny("0.01")));

        assertThat(room(CapBase.UNIT, PRICES).with(other).excess(wanted)).isEmpty();
        assertThat(room(CapBase.CONTRACT, PRICES).with(other).excess(wanted)).isPresent();
    }

    @Test
    void countsOnlyWhatTheCustomerPaysByTheClauseOfTheCap() {
        List<Charge> charges = room(CapBase.UNIT, PRICES)
                .charges(List.of(
                        item(FeeType.PARTS, Payer.CUSTOMER, "E6.1", "20.00", 1, 2),
                        item(FeeType.LABOUR, Payer.CUSTOMER, "E6.1", "3.00", 1),
                        item(FeeType.SERVICE, Payer.VENDOR, "E6.1", "0.00", 1),
                        item(FeeType.INBOUND_FREIGHT, Payer.CUSTOMER, "E1.1", "50.00", 1),
                        item(FeeType.DUTY, Payer.CUSTOMER, null, "7.00", 1)));

        assertThat(charges).containsExactlyInAnyOrder(new Charge("S-1", cny("13.00")), new Charge("S-2", cny("10.00")));
    }

    @Test
    void saysWhatBreaksTheCapAtTheThingThatIsWantedForTheUnit() {
        List<QuoteItem> items = List.of(
                item(FeeType.PARTS, Payer.CUSTOMER, "E6.1", "16.66", 1),
                item(FeeType.PARTS, Payer.CUSTOMER, "E6.1", "16.67", 2));
        List<Wanted> wanted = List.of(wanted(1), wanted(2));

        assertThat(room(CapBase.UNIT, PRICES).objections(wanted, items))
                .singleElement()
                .satisfies(objection -> {
                    assertThat(objection.rule()).isEqualTo(Rule.ABOVE_ANNUAL_CAP);
                    assertThat(objection.item()).isEqualTo(1);
                    assertThat(objection.clause()).isEqualTo("E6.1");
                    assertThat(objection.detail()).contains("S-2", "16.66 CNY at most", "0.00 CNY is charged");
                });
    }

    @Test
    void withoutAPriceOfTheUnitInThatCurrencyNobodyKnowsTheCap() {
        List<QuoteItem> items = List.of(item(FeeType.PARTS, Payer.CUSTOMER, "E6.1", "1.00", 1));
        List<Wanted> wanted = List.of(wanted(1));

        assertThat(room(CapBase.UNIT, Map.of()).objections(wanted, items))
                .extracting(Objection::rule)
                .containsExactly(Rule.UNIT_PRICE_NEEDED);
        assertThat(room(CapBase.UNIT, Map.of("S-1", new Money("9", "EUR"))).objections(wanted, items))
                .extracting(Objection::rule)
                .containsExactly(Rule.UNIT_PRICE_NEEDED);
    }

    private static CapRoom room(CapBase base, Map<String, Money> prices) {
        return new CapRoom(
                GivenFees.PROJECT,
                new Settled<>(base, "R-E-CASE"),
                Map.of(1, "S-1", 2, "S-2"),
                prices,
                true,
                List.of());
    }

    private static QuoteItem item(FeeType type, Payer payer, @Nullable String clause, String amount, Integer... lines) {
        return new QuoteItem(
                type, null, Unit.CASE, BigDecimal.ONE, List.of(lines), cny("1"), payer, clause, null, cny(amount));
    }

    private static Wanted wanted(int line) {
        return new Wanted(FeeType.PARTS, "P-7", 1, null, List.of(line), null);
    }

    private static Money cny(String amount) {
        return new Money(amount, "CNY");
    }
}
