package dev.aftersales.claims.replays;

import java.time.Instant;
import java.util.List;

/**
 * A flip as it is listed.
 *
 * @param from where the claim's own version leaves the line
 * @param to where the replayed one leaves it
 * @param clauses those that say something else of the line
 * @param payers the items for which somebody else pays
 */
record FlipView(
        String claimId,
        int line,
        Instant submittedAt,
        String policyVersion,
        Standing from,
        Standing to,
        List<Comparison.Shift> clauses,
        List<Flip.Item> payers,
        CostDifference cost,
        String decision) {

    static FlipView of(Flip flip) {
        return new FlipView(
                flip.claimId(),
                flip.line(),
                flip.submittedAt(),
                flip.own(),
                flip.from(),
                flip.to(),
                flip.shifts(),
                flip.moved(),
                flip.cost(),
                "/api/v1/claims/" + flip.claimId() + "/decision");
    }
}
