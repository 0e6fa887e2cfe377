package dev.aftersales.claims.tariffs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor charges.
 *
 * @param code the vendor's own name of it; unique in the vendor
 * @param prices no two for the same thing, all in one currency
 * @param entries who entered it, first and last; an entry that changed nothing leaves no trace
 */
public record Tariff(String vendor, String code, List<Price> prices, List<Entry> entries) {

    /** The tariff that counts where none is named. */
    public static final String STANDARD = "standard";

    public Tariff {
        prices = List.copyOf(prices);
        entries = List.copyOf(entries);
        if (prices.isEmpty()) {
            throw new IllegalArgumentException("a tariff has a price");
        }
    }

    /**
     * That somebody entered the prices as they stood from then on.
     *
     * @param by the person's id
     */
    public record Entry(String by, Instant at) {}

    /** The most that this costs there; empty where the tariff has no price for it. */
    public Optional<Price> price(Place place, FeeType type, @Nullable String part) {
        return prices.stream()
                .filter(price -> price.isFor(place, type, part))
                .max(Comparator.comparingInt(Price::precision));
    }

    /** Counts the entries that changed something, from 1. */
    public int revision() {
        return entries.size();
    }

    /** ISO 4217 code of every price. */
    public String currency() {
        return prices.getFirst().amount().currency();
    }

    Tariff as(List<Price> entered, Entry entry) {
        List<Entry> history = new ArrayList<>(entries);
        history.add(entry);
        return new Tariff(vendor, code, entered, history);
    }
}
