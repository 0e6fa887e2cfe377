package dev.aftersales.claims.replays;

import dev.aftersales.contracts.events.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What comes to be paid by one side that the other paid before.
 *
 * @param items of service, each line's counted once
 * @param unpriced how many of them no amount is known of
 * @param amounts of the others, one sum for each currency, in the order of the currencies' codes
 */
record Burden(long items, long unpriced, List<Money> amounts) {

    static final Burden NONE = new Burden(0, 0, List.of());

    Burden {
        amounts = List.copyOf(amounts);
    }

    /** One item whose price is not known. */
    static Burden unknown() {
        return new Burden(1, 1, List.of());
    }

    /** One item at that price. */
    static Burden of(Money amount) {
        return new Burden(1, 0, List.of(amount));
    }

    Burden plus(Burden other) {
        if (other.items == 0) {
            return this;
        }
        List<Money> sums = new ArrayList<>(amounts);
        other.amounts.forEach(amount -> add(sums, amount));
        return new Burden(items + other.items, unpriced + other.unpriced, sums);
    }

    private static void add(List<Money> sums, Money amount) {
        for (int i = 0; i < sums.size(); i++) {
            int order = sums.get(i).currency().compareTo(amount.currency());
            if (order == 0) {
                sums.set(i, sums.get(i).plus(amount));
                return;
            }
            if (order > 0) {
                sums.add(i, amount);
                return;
            }
        }
        sums.add(amount);
    }
}
