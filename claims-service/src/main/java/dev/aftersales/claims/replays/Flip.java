package dev.aftersales.claims.replays;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.contracts.events.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line on which the replayed version comes to something else than the claim's own.
 *
 * @param own the version that the claim is bound to
 * @param shifts the clauses that say something else of the line, in their order
 * @param moved the items for which somebody else pays
 */
record Flip(
        String vendor,
        String replay,
        String claimId,
        int line,
        Instant submittedAt,
        String own,
        Standing from,
        Standing to,
        List<Comparison.Shift> shifts,
        List<Item> moved) {
    Flip {
        shifts = List.copyOf(shifts);
        moved = List.copyOf(moved);
    }

    /**
     * An item for which somebody else pays.
     *
     * @param worth absent where neither a quote nor the tariff tells
     */
    record Item(
            ChargeItem item,
            Payer before,
            Payer after,
            @Nullable Worth worth) {}

    /** What is agreed case by case burdens nobody; where a version leaves open who pays, nothing is known. */
    CostDifference cost() {
        if (from.leavesOpenWhoPays() || to.leavesOpenWhoPays()) {
            return CostDifference.UNKNOWN;
        }
        CostDifference cost = CostDifference.NONE;
        for (Item item : moved) {
            Worth worth = item.worth();
            if (worth != null && worth.basis() == Worth.Basis.NOT_PERFORMED) {
                continue;
            }
            Money amount = worth == null ? null : worth.amount();
            Burden burden = amount == null ? Burden.unknown() : Burden.of(amount);
            if (item.before() == Payer.CUSTOMER && item.after() == Payer.VENDOR) {
                cost = cost.plus(CostDifference.toVendor(burden));
            } else if (item.before() == Payer.VENDOR && item.after() == Payer.CUSTOMER) {
                cost = cost.plus(CostDifference.toCustomer(burden));
            }
        }
        return cost;
    }

    /** Of a line of a replay there is one flip at most, however often it is found. */
    String id() {
        return replay + "/" + claimId + "/" + line;
    }
}
