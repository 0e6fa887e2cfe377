package dev.aftersales.claims.claims;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer contests clauses that were held against lines of the claim.
 *
 * @param number from 1, in the claim
 * @param clauses that are contested
 * @param statement in the customer's words: personal data may be in it, so that it leaves the store only to a reader
 * @param evidenceIds that came with it
 * @param documents that came with it; when it is upheld, those that a file shows count for the verdict, in the place of
 *     what the vendor's records have of the kind (D2.4a, D2.4d)
 * @param by the person's id
 * @param decision absent while the dispute is open
 */
public record Dispute(
        int number,
        List<Integer> lines,
        List<String> clauses,
        String statement,
        List<String> evidenceIds,
        List<ClaimDocument> documents,
        String by,
        Instant at,
        @Nullable Decision decision) {

    /** The most that a claim may have: whoever is still not content then does not need a form but a talk. */
    public static final int MOST = 20;

    public Dispute {
        lines = List.copyOf(lines);
        clauses = List.copyOf(clauses);
        evidenceIds = List.copyOf(evidenceIds);
        documents = List.copyOf(documents);
    }

    /** Whether nobody has decided it. */
    public boolean isOpen() {
        return decision == null;
    }

    /** The same dispute, decided. */
    Dispute decided(Decision given) {
        return new Dispute(number, lines, clauses, statement, evidenceIds, documents, by, at, given);
    }

    /**
     * How a person decided it.
     *
     * @param reason in the person's words, for the customer; shown with the dispute, in no explanation and no event
     * @param by the person's id
     */
    public record Decision(Outcome outcome, String reason, String by, Instant at) {}

    /** Which way. */
    public enum Outcome {
        /** The customer is right: the clauses do not stand against these lines. */
        UPHELD,
        /** They do; the lines are where they were. */
        REJECTED
    }
}
