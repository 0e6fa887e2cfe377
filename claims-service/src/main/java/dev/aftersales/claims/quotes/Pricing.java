package dev.aftersales.claims.quotes;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.quotes.Objection.Rule;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Place;
import dev.aftersales.claims.tariffs.Price;
import dev.aftersales.claims.tariffs.Tariff;
import dev.aftersales.claims.tariffs.Unit;
import dev.aftersales.contracts.events.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prices what is to stand on a quote, by the vendor's fee model: only the kinds of lines that the policy knows (B3.3), no
 * price above the tariff (B3.2), nothing for what the vendor bears (C4.1), and nothing at all that no clause lays on
 * anybody.
 */
public final class Pricing {

    private final @Nullable QuoteRules rules;
    private final @Nullable Tariff tariff;
    private final Place place;
    private final Map<Integer, List<ChargeSplit>> charges;
    private final List<Objection> objections = new ArrayList<>();
    private final List<QuoteItem> items = new ArrayList<>();
    private @Nullable String currency;

    private Pricing(
            @Nullable QuoteRules rules, @Nullable Tariff tariff, Place place, Map<Integer, List<ChargeSplit>> charges) {
        this.rules = rules;
        this.tariff = tariff;
        this.place = place;
        this.charges = charges;
    }

    /** What came of pricing. */
    public sealed interface Result {

        /** Everything has its price. */
        record Priced(List<QuoteItem> items, Money total) implements Result {
            public Priced {
                items = List.copyOf(items);
            }
        }

        /** It cannot be quoted; every reason there is. */
        record Refused(List<Objection> objections) implements Result {
            public Refused {
                objections = List.copyOf(objections);
            }
        }
    }

    /**
     * Prices these things.
     *
     * @param rules how the policy offers paid service; absent when it says nothing of it
     * @param tariff absent when the vendor has none
     * @param site where the service is done
     * @param charges who pays for what, by line; what is not there cannot be quoted
     * @param wanted at least one
     */
    public static Result price(
            @Nullable QuoteRules rules,
            @Nullable Tariff tariff,
            Place site,
            Map<Integer, List<ChargeSplit>> charges,
            List<Wanted> wanted) {
        Pricing pricing = new Pricing(rules, tariff, new FeeModel(rules).keyed(site), charges);
        for (int i = 0; i < wanted.size(); i++) {
            pricing.add(i, wanted.get(i));
        }
        if (!pricing.objections.isEmpty()) {
            return new Result.Refused(pricing.objections);
        }
        String currency = pricing.items.getFirst().amount().currency();
        return new Result.Priced(
                pricing.items,
                Money.sum(pricing.items.stream().map(QuoteItem::amount).toList(), currency));
    }

    private void add(int index, Wanted wanted) {
        int before = objections.size();
        checkType(index, wanted);
        checkPlace(index);
        checkCharged(index, wanted);
        if (objections.size() > before) {
            return;
        }
        byPayer(wanted).forEach((payer, lines) -> add(index, wanted, payer, lines));
    }

    /** B3.3: a line of another type is no line of a quote. */
    private void checkType(int index, Wanted wanted) {
        QuoteRules.LineTypes types = rules == null ? null : rules.lineTypes();
        if (types != null && !types.types().contains(wanted.type().name())) {
            object(
                    index,
                    "type",
                    Rule.LINE_TYPE,
                    "A quote of this policy has only " + String.join(", ", types.types()) + ".",
                    types.clause());
        }
        if (types == null && !isPlain(wanted.type())) {
            object(
                    index,
                    "type",
                    Rule.LINE_TYPE,
                    "The policy has no fee of this name. Take PARTS, LABOUR or SERVICE.",
                    null);
        }
        if (wanted.type().namesPart() && wanted.part() == null) {
            object(index, "part", Rule.PART_NEEDED, "Name the part by its number.", null);
        }
        if (!wanted.type().namesPart() && wanted.part() != null) {
            object(index, "part", Rule.NO_PART, wanted.type() + " is no part. Leave the part number out.", null);
        }
    }

    private void checkPlace(int index) {
        if (rules == null || rules.tariff() == null) {
            return;
        }
        QuoteRules.Tariff keys = rules.tariff();
        if (keys.by().contains(QuoteRules.Key.REGION) && place.region() == null) {
            object(index, "region", Rule.REGION_NEEDED, "Prices differ by region. Send region.", keys.clause());
        }
        if (keys.by().contains(QuoteRules.Key.SHOP_LEVEL) && place.shopLevel() == null) {
            object(
                    index,
                    "shopLevel",
                    Rule.SHOP_LEVEL_NEEDED,
                    "Prices differ by the level of the repair shop. Send shopLevel.",
                    keys.clause());
        }
    }

    /** Nothing is charged, and nothing taken to be free, that no clause of the policy says who pays for. */
    private void checkCharged(int index, Wanted wanted) {
        ChargeItem item = FeeModel.itemOf(wanted.type());
        List<Integer> silent = wanted.lines().stream()
                .filter(line -> charge(line, item).isEmpty())
                .toList();
        if (!silent.isEmpty()) {
            object(
                    index,
                    "type",
                    Rule.NO_CLAUSE,
                    "No clause of the policy says who pays for " + item + " of line"
                            + (silent.size() > 1 ? "s " : " ")
                            + silent.stream().map(String::valueOf).collect(Collectors.joining(", "))
                            + ". Leave it out.",
                    null);
        }
    }

    private Optional<ChargeSplit> charge(int line, ChargeItem item) {
        return charges.getOrDefault(line, List.of()).stream()
                .filter(charge -> charge.item() == item)
                .findFirst();
    }

    private Map<Paying, List<Integer>> byPayer(Wanted wanted) {
        Map<Paying, List<Integer>> lines = new LinkedHashMap<>();
        for (int line : wanted.lines()) {
            ChargeItem item = FeeModel.itemOf(wanted.type());
            Paying payer = charge(line, item).map(Paying::of).orElseThrow();
            lines.computeIfAbsent(payer, some -> new ArrayList<>()).add(line);
        }
        return lines;
    }

    private void add(int index, Wanted wanted, Paying paying, List<Integer> lines) {
        Optional<Price> listed = tariff == null ? Optional.empty() : tariff.price(place, wanted.type(), wanted.part());
        if (paying.payer() == Payer.VENDOR) {
            String free = listed.map(price -> price.amount().currency()).orElse(knownCurrency(wanted));
            if (free == null) {
                object(index, "price", Rule.NO_TARIFF_PRICE, "Say in which currency the quote is, by a price.", null);
                return;
            }
            put(index, wanted, paying, lines, unit(listed, wanted), Money.zero(free));
            return;
        }
        Money price = priced(index, wanted, listed);
        if (price != null) {
            put(index, wanted, paying, lines, unit(listed, wanted), price);
        }
    }

    /** The price of one unit: the tariff's, or a lower one; never above it (B3.2). */
    private @Nullable Money priced(int index, Wanted wanted, Optional<Price> listed) {
        QuoteRules.Tariff keys = rules == null ? null : rules.tariff();
        Money own = wanted.price();
        if (listed.isEmpty()) {
            if (own == null || (keys != null && !keys.by().isEmpty())) {
                object(
                        index,
                        "price",
                        Rule.NO_TARIFF_PRICE,
                        "The tariff has no price for it. Enter one with PUT /api/v1/tariffs/"
                                + (tariff == null ? Tariff.STANDARD : tariff.code()) + " first.",
                        keys == null ? null : keys.clause());
                return null;
            }
            return own;
        }
        Money most = listed.get().amount();
        if (own == null) {
            return most;
        }
        if (!own.currency().equals(most.currency())) {
            object(index, "price.currency", Rule.ONE_CURRENCY, "The tariff is in " + most.currency() + ".", null);
            return null;
        }
        if (own.compareTo(most) > 0) {
            object(
                    index,
                    "price",
                    Rule.ABOVE_TARIFF,
                    "The tariff's price is " + most.amount() + " " + most.currency() + ". Charge that or less.",
                    keys == null ? null : keys.clause());
            return null;
        }
        return own;
    }

    private void put(int index, Wanted wanted, Paying paying, List<Integer> lines, Unit unit, Money price) {
        String first = currency;
        if (first != null && !first.equals(price.currency())) {
            object(index, "price.currency", Rule.ONE_CURRENCY, "The items before it are in " + first + ".", null);
            return;
        }
        BigDecimal units = units(index, wanted, paying, unit);
        if (units == null) {
            return;
        }
        currency = price.currency();
        // Rounded down for each line, so that no line costs more than the tariff says.
        Money amount =
                price.times(units, RoundingMode.DOWN).times(BigDecimal.valueOf(lines.size()), RoundingMode.UNNECESSARY);
        items.add(new QuoteItem(
                wanted.type(),
                wanted.part(),
                unit,
                units,
                lines,
                price,
                paying.payer() == Payer.VENDOR ? Payer.VENDOR : Payer.CUSTOMER,
                paying.clause(),
                paying.reading(),
                amount));
    }

    private @Nullable BigDecimal units(int index, Wanted wanted, Paying paying, Unit unit) {
        if (unit != Unit.HOUR) {
            if (wanted.hours() != null) {
                object(index, "hours", Rule.NO_HOURS, "It is charged by the " + unit + ", not by the hour.", null);
                return null;
            }
            return BigDecimal.valueOf(wanted.quantity() == null ? 1 : wanted.quantity());
        }
        if (wanted.hours() != null) {
            return wanted.hours();
        }
        if (paying.payer() == Payer.VENDOR) {
            return BigDecimal.ONE;
        }
        object(index, "hours", Rule.HOURS_NEEDED, "It is charged by the hour. Send hours.", null);
        return null;
    }

    private static Unit unit(Optional<Price> listed, Wanted wanted) {
        return listed.map(Price::unit)
                .orElse(wanted.type().namesPart() ? Unit.PIECE : wanted.hours() == null ? Unit.CASE : Unit.HOUR);
    }

    private @Nullable String knownCurrency(Wanted wanted) {
        if (wanted.price() != null) {
            return wanted.price().currency();
        }
        return currency != null ? currency : tariff == null ? null : tariff.currency();
    }

    private void object(int index, String field, Rule rule, String detail, @Nullable String clause) {
        objections.add(new Objection(index, field, rule, detail, clause));
    }

    /** The fees that every vendor can have; the others are for policies that name them. */
    private static boolean isPlain(FeeType type) {
        return FeeModel.itemOf(type).name().equals(type.name());
    }

    /** Who pays, and why. */
    private record Paying(
            Payer payer, @Nullable String clause, @Nullable String reading) {

        static Paying of(ChargeSplit charge) {
            return new Paying(charge.payer(), charge.clause(), charge.reading());
        }
    }
}
