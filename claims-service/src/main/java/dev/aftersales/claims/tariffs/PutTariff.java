package dev.aftersales.claims.tariffs;

import dev.aftersales.contracts.events.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tariff as it is entered, and shown. */
record PutTariff(@NotEmpty @Size(max = PutTariff.MOST) List<@NotNull @Valid PriceBody> prices) {

    /** Prices of one tariff, which is one document. */
    static final int MOST = 5_000;

    static PutTariff of(Tariff tariff) {
        return new PutTariff(tariff.prices().stream().map(PriceBody::of).toList());
    }

    List<Price> toPrices() {
        return prices.stream().map(PriceBody::toPrice).toList();
    }

    /** One price. */
    record PriceBody(
            @Nullable @Pattern(regexp = "[A-Z]{2}(-[0-9A-Z]{1,12})?")
            String region,

            @Nullable @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,31}")
            String shopLevel,

            @NotNull FeeType type,
            @Nullable @Size(min = 1, max = 64) String part,
            @NotNull Unit unit,
            @NotNull Money price) {

        static PriceBody of(Price price) {
            return new PriceBody(
                    price.region(), price.shopLevel(), price.type(), price.part(), price.unit(), price.amount());
        }

        Price toPrice() {
            return new Price(region, shopLevel, type, part, unit, price);
        }
    }
}
