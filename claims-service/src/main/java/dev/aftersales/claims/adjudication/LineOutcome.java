package dev.aftersales.claims.adjudication;

import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import java.util.List;
import java.util.Optional;

/** What becomes of one line. */
public sealed interface LineOutcome {

    /** The number of the line. */
    int line();

    Explanation explanation();

    /** The verdict; empty for a line that goes on to diagnosis. */
    default Optional<Verdict> verdict() {
        return Optional.ofNullable(explanation().verdict());
    }

    /** Nothing in the records speaks against cover: on to diagnosis. Only of {@link Pass#FIRST}. */
    record Admitted(int line, Explanation explanation) implements LineOutcome {}

    /** The vendor pays, and the line is served this way. Only of {@link Pass#AFTER_DIAGNOSIS}. */
    record Covered(int line, Route route, Explanation explanation) implements LineOutcome {}

    /** The vendor does not pay; paid service is offered on this ground. */
    record NotCovered(int line, Quote quote, Explanation explanation) implements LineOutcome {}

    /** Somebody else pays: a carrier or an insurer (A3.9). */
    record Redirected(int line, Explanation explanation) implements LineOutcome {}

    /** The policy cannot judge before these are there; never empty. */
    record NeedsEvidence(int line, List<MissingEvidence> missing, Explanation explanation) implements LineOutcome {
        public NeedsEvidence {
            missing = List.copyOf(missing);
        }
    }

    /** A person must settle the doubts that the explanation names. */
    record NeedsReview(int line, Explanation explanation) implements LineOutcome {}
}
