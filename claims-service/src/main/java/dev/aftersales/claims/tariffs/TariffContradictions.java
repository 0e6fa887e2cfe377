package dev.aftersales.claims.tariffs;

import dev.aftersales.contracts.events.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what no single field of a tariff can show: each contradiction with its field, its rule and what to do. */
final class TariffContradictions {

    private final List<Map<String, String>> found = new ArrayList<>();

    private TariffContradictions() {}

    /** Every contradiction, in the order of the body; empty when there is none. */
    static List<Map<String, String>> in(PutTariff tariff) {
        TariffContradictions contradictions = new TariffContradictions();
        Map<Price, String> places = new HashMap<>();
        for (int i = 0; i < tariff.prices().size(); i++) {
            PutTariff.PriceBody price = tariff.prices().get(i);
            String field = "prices[" + i + "]";
            contradictions.check(field, price);
            String before = places.putIfAbsent(key(price), field);
            if (before != null) {
                contradictions.add(
                        field, "once", "The same thing has a price at " + before + " already. Leave one of them out.");
            }
            String currency = tariff.prices().getFirst().price().currency();
            if (!price.price().currency().equals(currency)) {
                contradictions.add(
                        field + ".price.currency",
                        "one-currency",
                        "The first price is in " + currency + ". Enter other currencies as a tariff of their own.");
            }
        }
        return contradictions.found;
    }

    private void check(String field, PutTariff.PriceBody price) {
        if (price.part() != null && !price.type().namesPart()) {
            add(field + ".part", "no-part", price.type() + " is no part. Leave the part number out.");
        }
        if (price.type().namesPart() && price.unit() != Unit.PIECE) {
            add(field + ".unit", "by-piece", "Parts are charged by the piece. Send PIECE.");
        }
    }

    /** What the price is for, whatever it is. */
    private static Price key(PutTariff.PriceBody body) {
        return new Price(body.region(), body.shopLevel(), body.type(), body.part(), Unit.CASE, Money.zero("EUR"));
    }

    private void add(String field, String rule, String detail) {
        found.add(Map.of("field", field, "rule", rule, "detail", detail));
    }
}
