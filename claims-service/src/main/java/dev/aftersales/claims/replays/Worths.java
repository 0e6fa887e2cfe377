package dev.aftersales.claims.replays;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.claims.Claim;
import dev.aftersales.claims.claims.ClaimLine;
import dev.aftersales.claims.claims.Conclusion;
import dev.aftersales.claims.claims.LineState;
import dev.aftersales.claims.quotes.FeeModel;
import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.claims.quotes.QuoteItem;
import dev.aftersales.claims.quotes.Served;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Place;
import dev.aftersales.claims.tariffs.Price;
import dev.aftersales.claims.tariffs.Tariff;
import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an item of a line's service costs: by the line's own quotes, else by the vendor's standard tariff as it stands,
 * for what the line's route performs.
 */
final class Worths {

    private final @Nullable Tariff tariff;

    /** @param tariff absent when the vendor has none */
    Worths(@Nullable Tariff tariff) {
        this.tariff = tariff;
    }

    /**
     * Empty where nobody can tell: no part is named, no price is there, or the prices of the places that it may be differ.
     *
     * @param model by which the customer is charged
     * @param before who pays for it by the version that the claim was judged under: what the customer agreed to is all that
     *     the customer pays by that
     */
    Optional<Worth> of(Claim claim, ClaimLine line, ChargeItem item, FeeModel model, Payer before) {
        List<Quote> own = claim.quotes().reversed().stream()
                .filter(quote -> quote.names(line.line()))
                .toList();
        Route route = route(line, own);
        Optional<Money> asked = own.stream().findFirst().flatMap(quote -> quoted(quote, line, item));
        if (asked.isPresent()) {
            return asked.map(amount -> new Worth(Worth.Basis.QUOTE, amount));
        }
        Optional<Quote> agreed = own.stream().filter(Quote::agreed).findFirst();
        if (before == Payer.CUSTOMER && agreed.isPresent()) {
            Money nothing = Money.zero(agreed.get().total().currency());
            return Optional.of(new Worth(
                    Worth.Basis.QUOTE, quoted(agreed.get(), line, item).orElse(nothing)));
        }
        if (route != null && !FeeModel.performs(route, item)) {
            return Optional.of(new Worth(Worth.Basis.NOT_PERFORMED, null));
        }
        return own.stream()
                .flatMap(quote -> quoted(quote, line, item).stream())
                .findFirst()
                .map(amount -> new Worth(Worth.Basis.QUOTE, amount))
                .or(() -> listed(place(claim, own), line, route, item, model)
                        .map(amount -> new Worth(Worth.Basis.TARIFF, amount)));
    }

    /** How the line is served: as it is being done, as it was last offered, else as the diagnosis proposes. */
    private static @Nullable Route route(ClaimLine line, List<Quote> own) {
        if (line.state() instanceof LineState.Authorised authorised) {
            return authorised.route();
        }
        if (line.state() instanceof LineState.InService) {
            return Route.PARTS;
        }
        Conclusion conclusion = line.conclusion();
        return own.stream()
                .flatMap(quote -> quote.lines().stream())
                .filter(served -> served.line() == line.line())
                .map(Served::route)
                .findFirst()
                .orElse(conclusion == null ? null : conclusion.diagnosis().disposition());
    }

    /** What the customer pays by it; what the vendor bears stands there without a price. */
    private static Optional<Money> quoted(Quote quote, ClaimLine line, ChargeItem item) {
        return quote.items().stream()
                .filter(quoted -> quoted.lines().contains(line.line()))
                .filter(quoted -> FeeModel.itemOf(quoted.type()) == item && quoted.payer() == Payer.CUSTOMER)
                .map(Worths::forOneLine)
                .reduce(Money::plus);
    }

    private static Money forOneLine(QuoteItem item) {
        return item.price().times(item.units(), RoundingMode.DOWN);
    }

    /** Where the unit stands, and of which level the repair shop is that quoted for it last. */
    private static Place place(Claim claim, List<Quote> own) {
        List<Quote.Source> sources =
                own.stream().map(Quote::tariff).filter(Objects::nonNull).toList();
        return sources.isEmpty()
                ? new Place(claim.particulars().site(), null)
                : new Place(
                        sources.getFirst().region() == null
                                ? claim.particulars().site()
                                : sources.getFirst().region(),
                        sources.getFirst().shopLevel());
    }

    private Optional<Money> listed(
            Place place, ClaimLine line, @Nullable Route route, ChargeItem item, FeeModel model) {
        Tariff prices = tariff;
        Optional<FeeType> fee = model.fee(item);
        if (prices == null || fee.isEmpty()) {
            return Optional.empty();
        }
        if (!fee.get().namesPart()) {
            return price(prices, place, fee.get(), null, model)
                    .flatMap(price -> work(price, item == ChargeItem.LABOUR ? line.conclusion() : null));
        }
        // What is replaced as a whole costs more than its parts.
        Conclusion conclusion = route == Route.REPLACEMENT || route == Route.MANUFACTURER ? null : line.conclusion();
        return conclusion == null || conclusion.parts().isEmpty()
                ? Optional.empty()
                : parts(prices, place, fee.get(), conclusion.parts(), model);
    }

    /** Work by the hour has a price where somebody said how long it takes. */
    private static Optional<Money> work(Price price, @Nullable Conclusion conclusion) {
        BigDecimal hours = conclusion == null ? null : conclusion.labourHours();
        return switch (price.unit()) {
            case CASE -> Optional.of(price.amount());
            case HOUR ->
                hours == null ? Optional.empty() : Optional.of(price.amount().times(hours, RoundingMode.DOWN));
            case PIECE -> Optional.empty();
        };
    }

    private static Optional<Money> parts(
            Tariff prices, Place place, FeeType fee, List<PartQuantity> parts, FeeModel model) {
        Money sum = Money.zero(prices.currency());
        for (PartQuantity part : parts) {
            Optional<Price> price = price(prices, place, fee, part.part(), model);
            if (price.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(price.get().amount().times(BigDecimal.valueOf(part.quantity()), RoundingMode.UNNECESSARY));
        }
        return Optional.of(sum);
    }

    private static Optional<Price> price(
            Tariff prices, Place place, FeeType fee, @Nullable String part, FeeModel model) {
        return prices.certain(place, model.byRegion(), model.byShopLevel(), fee, part);
    }
}
