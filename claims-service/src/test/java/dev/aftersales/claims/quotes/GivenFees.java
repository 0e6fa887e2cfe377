package dev.aftersales.claims.quotes;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Place;
import dev.aftersales.claims.tariffs.Price;
import dev.aftersales.claims.tariffs.Tariff;
import dev.aftersales.claims.tariffs.Unit;
import dev.aftersales.contracts.events.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Fee models and tariffs of the five vendors, as far as pricing needs them. */
final class GivenFees {

    /** Exactly five kinds of lines, prices by region and level of the repair shop. */
    static final QuoteRules SHOPS = rules("B");

    /** Nothing but prices. */
    static final QuoteRules AGENCY = rules("C");

    /** Payment before the return. */
    static final QuoteRules ONLINE = rules("D");

    static final QuoteRules.AnnualCap PROJECT =
            Objects.requireNonNull(rules("E").annualCap());

    static final Tariff OF_SHOPS = tariff(
            "CNY",
            priced("CN-4403", "A", FeeType.DOOR_TO_DOOR, null, Unit.CASE, "80.00"),
            priced("CN-4403", "A", FeeType.MAINTENANCE, null, Unit.HOUR, "60.00"),
            priced("CN-4403", "B", FeeType.MAINTENANCE, null, Unit.HOUR, "45.00"),
            priced("CN-4403", "A", FeeType.REMOTE, null, Unit.CASE, "33.33"),
            priced("CN-4403", "A", FeeType.AUXILIARY_MATERIAL, null, Unit.PIECE, "0.50"),
            priced("CN-4403", "A", FeeType.SPARE_PARTS, "P-7", Unit.PIECE, "120.00"));

    static final Tariff OF_AGENCY = tariff(
            "CNY",
            priced(null, null, FeeType.PARTS, "P-7", Unit.PIECE, "120.00"),
            priced(null, null, FeeType.LABOUR, null, Unit.HOUR, "60.00"),
            priced(null, null, FeeType.URGENT_FREIGHT, null, Unit.CASE, "35.00"));

    static final Place SHENZHEN_A = new Place("CN-440307", "A");

    private GivenFees() {}

    private static QuoteRules rules(String policy) {
        return Objects.requireNonNull(ShippedPacks.policy(policy).rules().quotes());
    }

    static Tariff tariff(String currency, Price... prices) {
        return new Tariff(
                "shops",
                Tariff.STANDARD,
                List.of(prices).stream()
                        .map(price -> new Price(
                                price.region(),
                                price.shopLevel(),
                                price.type(),
                                price.part(),
                                price.unit(),
                                new Money(price.amount().amount(), currency)))
                        .toList(),
                List.of(new Tariff.Entry("qiu", Instant.EPOCH)));
    }

    static Price priced(String region, String shopLevel, FeeType type, String part, Unit unit, String amount) {
        return new Price(region, shopLevel, type, part, unit, new Money(amount, "CNY"));
    }

    static Wanted part(String number, int quantity, Integer... lines) {
        return new Wanted(FeeType.PARTS, number, quantity, null, List.of(lines), null);
    }

    static Wanted spare(String number, int quantity, Integer... lines) {
        return new Wanted(FeeType.SPARE_PARTS, number, quantity, null, List.of(lines), null);
    }

    static Wanted work(FeeType type, String hours, Integer... lines) {
        return new Wanted(type, null, null, new BigDecimal(hours), List.of(lines), null);
    }

    static Wanted fee(FeeType type, Integer... lines) {
        return new Wanted(type, null, null, null, List.of(lines), null);
    }

    static Wanted at(Wanted wanted, String amount, String currency) {
        return new Wanted(
                wanted.type(),
                wanted.part(),
                wanted.quantity(),
                wanted.hours(),
                wanted.lines(),
                new Money(amount, currency));
    }

    static ChargeSplit charge(ChargeItem item, Payer payer, String clause) {
        return new ChargeSplit(item, payer, clause, null);
    }
}
