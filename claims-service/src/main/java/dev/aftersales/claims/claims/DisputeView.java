package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.DatedDocument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as it is shown.
 *
 * @param decision absent while the dispute is open
 */
record DisputeView(
        int number,
        List<Integer> lines,
        List<String> clauses,
        String statement,
        List<String> evidenceIds,
        List<DatedDocument> documents,
        String by,
        Instant at,
        @Nullable DecisionView decision) {

    /** How it was decided, and why, in the words that the person who decided has for the customer. */
    record DecisionView(Dispute.Outcome outcome, String reason, String by, Instant at) {}

    static DisputeView of(Dispute dispute) {
        Dispute.Decision decision = dispute.decision();
        return new DisputeView(
                dispute.number(),
                dispute.lines(),
                dispute.clauses(),
                dispute.statement(),
                dispute.evidenceIds(),
                dispute.documents().stream().map(ClaimDocument::document).toList(),
                dispute.by(),
                dispute.at(),
                decision == null
                        ? null
                        : new DecisionView(decision.outcome(), decision.reason(), decision.by(), decision.at()));
    }
}
