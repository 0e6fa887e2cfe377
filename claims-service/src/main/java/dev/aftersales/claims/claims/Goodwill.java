package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor bears beyond the verdict, by the word of one who may say so. It stands beside the verdict, not over it.
 *
 * @param items that the vendor bears; empty when it bears all of them
 * @param route of the service; absent when it is that of the diagnosis
 * @param reading of the policy under which it is granted; absent when the policy says nothing of it
 * @param reason in the person's words; kept with the claim, for the vendor's staff only
 * @param by the person's id
 * @param toCustomer why, in words for the customer, who reads them with the decision; absent where none were said
 */
public record Goodwill(
        List<ChargeItem> items,
        @Nullable Route route,
        @Nullable String reading,
        String reason,
        String by,
        Instant at,
        @Nullable String toCustomer) {

    /** What has to be paid for before a unit is served; freight and duty are settled when they arise. */
    private static final Set<ChargeItem> OF_SERVICE =
            EnumSet.of(ChargeItem.PARTS, ChargeItem.LABOUR, ChargeItem.SERVICE);

    public Goodwill {
        items = List.copyOf(items);
    }

    /** Goodwill of which nothing is said to the customer. */
    public Goodwill(
            List<ChargeItem> items,
            @Nullable Route route,
            @Nullable String reading,
            String reason,
            String by,
            Instant at) {
        this(items, route, reading, reason, by, at, null);
    }

    /** Whether the vendor bears everything. */
    boolean isFull() {
        return items.isEmpty();
    }

    /** By which way the line is served. */
    Route routeOr(Conclusion conclusion) {
        return route == null ? conclusion.diagnosis().disposition() : route;
    }

    /** Whether the same was granted. */
    boolean grants(Goodwill other) {
        return Set.copyOf(items).equals(Set.copyOf(other.items)) && route == other.route;
    }

    /**
     * Whether nothing is left that the customer has to pay for before the unit is served.
     *
     * @param charges what the policy says of who pays; where it says nothing, parts and labour are the customer's
     */
    boolean coversAll(List<ChargeSplit> charges) {
        if (isFull()) {
            return true;
        }
        Set<ChargeItem> owed = EnumSet.noneOf(ChargeItem.class);
        charges.stream()
                .filter(charge -> charge.payer() == Payer.CUSTOMER && OF_SERVICE.contains(charge.item()))
                .forEach(charge -> owed.add(charge.item()));
        if (charges.stream().noneMatch(charge -> OF_SERVICE.contains(charge.item()))) {
            owed.addAll(Set.of(ChargeItem.PARTS, ChargeItem.LABOUR));
        }
        return items.containsAll(owed);
    }
}
