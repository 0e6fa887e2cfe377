package dev.aftersales.claims.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Place;
import dev.aftersales.claims.tariffs.Price;
import dev.aftersales.claims.tariffs.Tariff;
import dev.aftersales.claims.tariffs.Unit;
import dev.aftersales.contracts.events.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds of every quote, over generated tariffs, charges and wishes. */
class PricingPropertiesTest {

    private static final int QUOTES = 20_000;
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD", "CNY");
    private static final List<Place> PLACES =
            List.of(Place.ANYWHERE, new Place("CN-440307", "A"), new Place("CN-440307", "B"), new Place(null, "A"));

    private final SplittableRandom random = new SplittableRandom(20261120);

    @Test
    void itemsAddUpAndNoneIsAboveTheTariffOrBelowNothing() {
        int priced = 0;
        for (int i = 0; i < QUOTES; i++) {
            String currency = any(CURRENCIES);
            Tariff tariff = tariff(currency);
            Place place = any(PLACES);
            QuoteRules rules = random.nextBoolean() ? GivenFees.SHOPS : GivenFees.AGENCY;
            Map<Integer, List<ChargeSplit>> charges = charges();
            List<Wanted> wanted = wanted(currency);

            Pricing.Result result = Pricing.price(rules, tariff, place, charges, wanted);

            assertThat(Pricing.price(rules, tariff, place, charges, wanted)).isEqualTo(result);
            switch (result) {
                case Pricing.Result.Refused refused ->
                    assertThat(refused.objections()).isNotEmpty();
                case Pricing.Result.Priced quote -> {
                    priced++;
                    check(rules, tariff, place, charges, wanted, quote);
                }
            }
        }
        assertThat(priced).as("not all of them are refused").isGreaterThan(QUOTES / 20);
    }

    private static void check(
            QuoteRules rules,
            Tariff tariff,
            Place place,
            Map<Integer, List<ChargeSplit>> charges,
            List<Wanted> wanted,
            Pricing.Result.Priced quote) {
        BigDecimal sum = BigDecimal.ZERO;
        for (QuoteItem item : quote.items()) {
            BigDecimal amount = item.amount().value();
            sum = sum.add(amount);
            assertThat(amount).isNotNegative();
            Place keyed = rules == GivenFees.SHOPS ? place : Place.ANYWHERE;
            tariff.price(keyed, item.type(), item.part()).ifPresent(price -> assertThat(amount)
                    .isLessThanOrEqualTo(price.amount()
                            .value()
                            .multiply(item.units())
                            .multiply(BigDecimal.valueOf(item.lines().size()))));
            for (int line : item.lines()) {
                boolean borne = charges.getOrDefault(line, List.of()).stream()
                        .filter(charge -> charge.item() == FeeModel.itemOf(item.type()))
                        .findFirst()
                        .map(charge -> charge.payer() == Payer.VENDOR)
                        .orElse(false);
                assertThat(item.payer() == Payer.VENDOR).isEqualTo(borne);
                assertThat(borne && amount.signum() != 0).isFalse();
                assertThat(item.clause()).as("no default charge").isNotNull();
            }
        }
        assertThat(quote.total().value()).isEqualByComparingTo(sum);
        assertThat(quote.items().stream().mapToInt(item -> item.lines().size()).sum())
                .isEqualTo(wanted.stream().mapToInt(one -> one.lines().size()).sum());
        if (rules == GivenFees.SHOPS) {
            assertThat(quote.items()).allMatch(item -> GivenFees.SHOPS
                    .lineTypes()
                    .types()
                    .contains(item.type().name()));
        }
    }

    private Tariff tariff(String currency) {
        Map<String, Price> prices = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            FeeType type = any(List.of(FeeType.values()));
            boolean keyed = random.nextBoolean();
            Price price = new Price(
                    keyed ? any(List.of("CN-44", "CN-4403")) : null,
                    keyed ? any(List.of("A", "B")) : null,
                    type,
                    type.namesPart() && random.nextBoolean() ? "P-7" : null,
                    type.namesPart() ? Unit.PIECE : any(List.of(Unit.values())),
                    amount(currency));
            prices.put(price.region() + price.shopLevel() + type + price.part(), price);
        }
        return new Tariff(
                "shops", "standard", List.copyOf(prices.values()), List.of(new Tariff.Entry("q", Instant.EPOCH)));
    }

    private Map<Integer, List<ChargeSplit>> charges() {
        Map<Integer, List<ChargeSplit>> charges = new HashMap<>();
        for (int line = 1; line <= 3; line++) {
            List<ChargeSplit> splits = new ArrayList<>();
            for (ChargeItem item : ChargeItem.values()) {
                if (random.nextInt(8) > 0) {
                    splits.add(new ChargeSplit(item, any(List.of(Payer.values())), "C4.1", null));
                }
            }
            charges.put(line, splits);
        }
        return charges;
    }

    private List<Wanted> wanted(String currency) {
        List<Wanted> wanted = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            FeeType type = any(List.of(FeeType.values()));
            wanted.add(new Wanted(
                    type,
                    type.namesPart() ? any(List.of("P-7", "P-8")) : null,
                    random.nextInt(1, 5),
                    random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(1, 40), 2),
                    any(List.of(List.of(1), List.of(1, 2), List.of(1, 2, 3))),
                    random.nextBoolean() ? null : amount(currency)));
        }
        return wanted;
    }

    private Money amount(String currency) {
        return Money.rounded(BigDecimal.valueOf(random.nextLong(0, 1_000_000), 3), currency, RoundingMode.DOWN);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
