package dev.aftersales.claims.quotes;

import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.adjudication.rules.QuoteRules.CapBase;
import dev.aftersales.claims.adjudication.rules.Settled;
import dev.aftersales.claims.quotes.Objection.Rule;
import dev.aftersales.contracts.events.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What claims may still charge after the term, where the policy caps that by the year (E6.1): only what is charged by the
 * clause of the cap counts, and with it what was agreed to for the same units in the 12 months before.
 *
 * @param base what bears the cap, as the pack reads it
 * @param serials of the claim's units, by line; a line without one is of a unit that nobody knows the price of
 * @param prices of all units of the contract that it names a price for, by serial
 * @param complete whether these are all units of the contract
 * @param charged what counts already
 */
public record CapRoom(
        QuoteRules.AnnualCap cap,
        Settled<CapBase> base,
        Map<Integer, String> serials,
        Map<String, Money> prices,
        boolean complete,
        List<Charge> charged) {
    public CapRoom {
        serials = Map.copyOf(serials);
        prices = Map.copyOf(prices);
        charged = List.copyOf(charged);
    }

    /** What is charged for one unit. */
    public record Charge(String serial, Money amount) {}

    /**
     * That charges do not fit.
     *
     * @param serial of a unit that they are for
     * @param cap the most for 12 months; absent where nobody can say, for want of a price in that currency
     * @param before what of it is charged already
     */
    public record Excess(
            String serial, @Nullable Money cap, @Nullable Money before) {

        /** What it is, and what to do. */
        public String detail() {
            Money most = cap;
            Money there = before;
            if (most == null || there == null) {
                return "The fee of a year is capped by the contract's price, and the contract names none in the quote's"
                        + " currency for unit " + serial + ". Enter it with PUT /api/v1/contracts/{number}.";
            }
            return "For unit " + serial + " 12 months may cost " + words(most) + " at most after its term, of which "
                    + words(there) + " is charged already. Charge less, or quote a year of maintenance with POST"
                    + " /api/v1/contracts/{number}/maintenance-quotes.";
        }

        private static String words(Money money) {
            return money.amount() + " " + money.currency();
        }
    }

    /** What these items charge under the cap, each unit once. */
    public List<Charge> charges(List<QuoteItem> items) {
        Map<String, Money> sums = new LinkedHashMap<>();
        for (QuoteItem item : items) {
            if (item.payer() == Payer.VENDOR
                    || item.amount().zero()
                    || !cap.clause().equals(item.clause())) {
                continue;
            }
            Money each = Money.rounded(
                    item.amount().value().divide(BigDecimal.valueOf(item.lines().size())),
                    item.amount().currency(),
                    RoundingMode.UNNECESSARY);
            item.lines().forEach(line -> sums.merge(serial(line), each, Money::plus));
        }
        List<Charge> charges = new ArrayList<>();
        sums.forEach((serial, amount) -> charges.add(new Charge(serial, amount)));
        return charges;
    }

    /** The first unit for which that is too much; empty when all fits. */
    public Optional<Excess> excess(List<Charge> more) {
        Map<String, Money> sums = new LinkedHashMap<>();
        for (Charge charge : more) {
            Money most = most(charge.serial()).orElse(null);
            if (most == null || !most.currency().equals(charge.amount().currency())) {
                return Optional.of(new Excess(charge.serial(), null, null));
            }
            Money sum = sums.merge(key(charge.serial()), charge.amount(), Money::plus);
            Money before = before(charge.serial(), most.currency());
            if (sum.plus(before).compareTo(most) > 0) {
                return Optional.of(new Excess(charge.serial(), most, before));
            }
        }
        return Optional.empty();
    }

    /** The room that is left when that is charged, too. */
    public CapRoom with(List<Charge> more) {
        List<Charge> all = new ArrayList<>(charged);
        all.addAll(more);
        return new CapRoom(cap, base, serials, prices, complete, all);
    }

    /** Whether a charge for one counts for the other. */
    public boolean countsFor(String serial, String other) {
        return key(serial).equals(key(other));
    }

    /** What of these items breaks the cap, for the first thing that was wanted for the unit. */
    public List<Objection> objections(List<Wanted> wanted, List<QuoteItem> items) {
        return excess(charges(items))
                .map(excess -> {
                    int item = 0;
                    while (item < wanted.size() - 1
                            && wanted.get(item).lines().stream()
                                    .noneMatch(line -> serial(line).equals(excess.serial()))) {
                        item++;
                    }
                    return List.of(new Objection(
                            item,
                            "price",
                            excess.cap() == null ? Rule.UNIT_PRICE_NEEDED : Rule.ABOVE_ANNUAL_CAP,
                            excess.detail(),
                            cap.clause()));
                })
                .orElse(List.of());
    }

    private Money before(String serial, String currency) {
        return Money.sum(
                charged.stream()
                        .filter(charge -> countsFor(charge.serial(), serial))
                        .map(Charge::amount)
                        .filter(amount -> amount.currency().equals(currency))
                        .toList(),
                currency);
    }

    private Optional<Money> most(String serial) {
        return switch (base.value()) {
            case UNIT -> Optional.ofNullable(prices.get(serial)).map(price -> MaintenanceFee.ofYear(cap, price));
            case CONTRACT -> {
                boolean one = complete
                        && prices.containsKey(serial)
                        && prices.values().stream()
                                        .map(Money::currency)
                                        .distinct()
                                        .count()
                                == 1;
                yield one
                        ? Optional.of(MaintenanceFee.ofYear(
                                cap,
                                Money.sum(
                                        prices.values(),
                                        Objects.requireNonNull(prices.get(serial))
                                                .currency())))
                        : Optional.empty();
            }
        };
    }

    private String key(String serial) {
        return switch (base.value()) {
            case UNIT -> serial;
            case CONTRACT -> "";
        };
    }

    private String serial(int line) {
        return serials.getOrDefault(line, "of line " + line);
    }
}
