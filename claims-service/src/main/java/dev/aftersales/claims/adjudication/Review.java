package dev.aftersales.claims.adjudication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of the doubts about a line. It settles the doubts that were there when it was given, and none that
 * came later.
 *
 * @param agent the person's id
 * @param reason in the person's words; kept with the claim, not shown in explanations
 * @param clauses under which there were doubts; empty for a review that was given before they were kept with it, which
 *     settles whatever was there
 * @param doubts that were put before the person; empty for a review that was given before they were kept with it, which
 *     settles whatever there was under the clauses
 * @param toCustomer why, in words for the customer, who reads them with the decision; absent where none were said
 */
public record Review(
        String agent,
        Outcome outcome,
        String reason,
        Instant at,
        List<String> clauses,
        List<Doubt> doubts,
        @Nullable String toCustomer) {
    // What was stored before there were clauses comes back without them.
    @SuppressWarnings("ConstantValue")
    public Review {
        clauses = clauses == null ? List.of() : List.copyOf(clauses);
        doubts = doubts == null ? List.of() : List.copyOf(doubts);
    }

    /** A review of all that was there. */
    public Review(String agent, Outcome outcome, String reason, Instant at) {
        this(agent, outcome, reason, at, List.of());
    }

    /** A review of all that was there under these clauses. */
    public Review(String agent, Outcome outcome, String reason, Instant at, List<String> clauses) {
        this(agent, outcome, reason, at, clauses, List.of());
    }

    /** A review of these doubts, of which nothing is said to the customer. */
    public Review(String agent, Outcome outcome, String reason, Instant at, List<String> clauses, List<Doubt> doubts) {
        this(agent, outcome, reason, at, clauses, doubts, null);
    }

    /** Whether the doubt, of that time, was put before the person. */
    boolean settles(Doubt doubt, Instant since) {
        return !at.isBefore(since)
                && (clauses.isEmpty() || clauses.contains(doubt.clause()))
                && (doubts.isEmpty() || doubts.contains(doubt));
    }

    Confirmation confirmation() {
        return new Confirmation(new Confirmer(Confirmer.Kind.AGENT, agent), at);
    }

    /** Which way. */
    public enum Outcome {
        /** The ground against cover stands. */
        CONFIRM,
        /** It does not. */
        DISMISS
    }
}
