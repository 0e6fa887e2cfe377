package dev.aftersales.claims.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aftersales.contracts.events.Money;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTest {

    private static final Tariff TARIFF = tariff(
            price(null, null, FeeType.LABOUR, null, "40.00"),
            price(null, null, FeeType.PARTS, "P-7", "12.00"),
            price(null, null, FeeType.PARTS, null, "99.00"),
            price("CN-44", "A", FeeType.MAINTENANCE, null, "50.00"),
            price("CN-4403", "A", FeeType.MAINTENANCE, null, "60.00"),
            price("CN-4403", "B", FeeType.MAINTENANCE, null, "45.00"),
            price(null, "A", FeeType.REMOTE, null, "20.00"));

    @ParameterizedTest(name = "{0} {1} {2} {3} costs {4}")
    @CsvSource(nullValues = "-", textBlock = """
            -,          -, LABOUR,      -,   40.00
            -,          -, PARTS,       P-7, 12.00
            -,          -, PARTS,       P-8, 99.00
            CN-440307,  A, MAINTENANCE, -,   60.00
            CN-440307,  B, MAINTENANCE, -,   45.00
            CN-440106,  A, MAINTENANCE, -,   50.00
            CN-440106,  B, MAINTENANCE, -,   -
            CN-310000,  A, MAINTENANCE, -,   -
            CN-440307,  -, MAINTENANCE, -,   -
            -,          A, MAINTENANCE, -,   -
            CN-440307,  A, LABOUR,      -,   -
            -,          A, REMOTE,      -,   20.00
            -,          -, REMOTE,      -,   -
            -,          -, DUTY,        -,   -
            """)
    void b32PricesByRegionAndShopLevelAndItem(
            String region, String shopLevel, FeeType type, String part, String expected) {
        assertThat(TARIFF.price(new Place(region, shopLevel), type, part)
                        .map(price -> price.amount().amount())
                        .orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void refusesTwoPricesForTheSame() {
        assertThat(rules(body("EUR", null), body("EUR", null))).containsExactly("once prices[1]");
    }

    @Test
    void refusesASecondCurrency() {
        assertThat(rules(body("EUR", null), body("CNY", "CN-44")))
                .containsExactly("one-currency prices[1].price.currency");
    }

    @Test
    void refusesAPartNumberOnWhatIsNoPartAndPartsThatAreNotCounted() {
        PutTariff.PriceBody labour =
                new PutTariff.PriceBody(null, null, FeeType.LABOUR, "P-7", Unit.HOUR, new Money("1", "EUR"));
        PutTariff.PriceBody part =
                new PutTariff.PriceBody(null, null, FeeType.PARTS, "P-7", Unit.HOUR, new Money("1", "EUR"));

        assertThat(rules(labour, part)).containsExactly("no-part prices[0].part", "by-piece prices[1].unit");
    }

    @Test
    void hasAPrice() {
        assertThatIllegalArgumentException().isThrownBy(() -> tariff());
    }

    private static List<String> rules(PutTariff.PriceBody... prices) {
        return TariffContradictions.in(new PutTariff(List.of(prices))).stream()
                .map(error -> error.get("rule") + " " + error.get("field"))
                .collect(Collectors.toList());
    }

    private static PutTariff.PriceBody body(String currency, String region) {
        return new PutTariff.PriceBody(region, null, FeeType.LABOUR, null, Unit.HOUR, new Money("1", currency));
    }

    private static Tariff tariff(Price... prices) {
        return new Tariff(
                "shops", "standard", Stream.of(prices).toList(), List.of(new Tariff.Entry("qiu", Instant.EPOCH)));
    }

    private static Price price(String region, String shopLevel, FeeType type, String part, String amount) {
        Unit unit = type.namesPart() ? Unit.PIECE : Unit.HOUR;
        return new Price(region, shopLevel, type, part, unit, new Money(amount, "CNY"));
    }
}
