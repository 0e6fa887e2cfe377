package dev.aftersales.claims.replays;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.claims.Claim;
import dev.aftersales.claims.claims.ClaimLine;
import dev.aftersales.claims.claims.Conclusion;
import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.claims.quotes.QuoteItem;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Place;
import dev.aftersales.claims.tariffs.Price;
import dev.aftersales.claims.tariffs.Tariff;
import dev.aftersales.claims.tariffs.Unit;
import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.PartQuantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an item of a line's service costs: by the claim's last quote, else by the vendor's standard tariff as it
 * stands. Prices that differ by place, and work by the hour, are known from a quote only.
 */
final class Worths {

    private final @Nullable Tariff tariff;

    /** @param tariff absent when the vendor has none */
    Worths(@Nullable Tariff tariff) {
        this.tariff = tariff;
    }

    /** Empty where neither tells. */
    Optional<Worth> of(Claim claim, ClaimLine line, ChargeItem item) {
        return quoted(claim, line, item)
                .map(amount -> new Worth(Worth.Basis.QUOTE, amount))
                .or(() -> listed(line, item).map(amount -> new Worth(Worth.Basis.TARIFF, amount)));
    }

    private static Optional<Money> quoted(Claim claim, ClaimLine line, ChargeItem item) {
        List<Quote> quotes = claim.quotes();
        if (quotes.isEmpty()) {
            return Optional.empty();
        }
        // What the vendor bears stands there without a price.
        return quotes.getLast().items().stream()
                .filter(quoted -> quoted.lines().contains(line.line()))
                .filter(quoted ->
                        itemOf(quoted.type()) == item && !quoted.price().zero())
                .map(Worths::forOneLine)
                .reduce(Money::plus);
    }

    private static Money forOneLine(QuoteItem item) {
        return item.price().times(item.units(), RoundingMode.DOWN);
    }

    private Optional<Money> listed(ClaimLine line, ChargeItem item) {
        Tariff prices = tariff;
        if (prices == null) {
            return Optional.empty();
        }
        if (item == ChargeItem.PARTS) {
            Conclusion conclusion = line.conclusion();
            return conclusion == null || conclusion.parts().isEmpty()
                    ? Optional.empty()
                    : parts(prices, conclusion.parts());
        }
        return prices.price(Place.ANYWHERE, FeeType.valueOf(item.name()), null)
                .filter(price -> price.unit() == Unit.CASE)
                .map(Price::amount);
    }

    private static Optional<Money> parts(Tariff prices, List<PartQuantity> parts) {
        Money sum = Money.zero(prices.currency());
        for (PartQuantity part : parts) {
            Optional<Price> price = prices.price(Place.ANYWHERE, FeeType.PARTS, part.part());
            if (price.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(price.get().amount().times(BigDecimal.valueOf(part.quantity()), RoundingMode.UNNECESSARY));
        }
        return Optional.of(sum);
    }

    private static ChargeItem itemOf(FeeType type) {
        return switch (type) {
            case PARTS, SPARE_PARTS, AUXILIARY_MATERIAL -> ChargeItem.PARTS;
            case LABOUR, MAINTENANCE -> ChargeItem.LABOUR;
            case SERVICE, DOOR_TO_DOOR, REMOTE -> ChargeItem.SERVICE;
            case INBOUND_FREIGHT -> ChargeItem.INBOUND_FREIGHT;
            case RETURN_FREIGHT -> ChargeItem.RETURN_FREIGHT;
            case URGENT_FREIGHT -> ChargeItem.URGENT_FREIGHT;
            case DUTY -> ChargeItem.DUTY;
        };
    }
}
