package dev.aftersales.claims.adjudication;

import java.time.Instant;
import java.util.List;

/**
 * A dispute that was upheld: what these clauses were held to say against the line counts as dismissed.
 *
 * @param person who decided it, by id
 */
public record Ruling(List<String> clauses, String person, Instant at) {
    public Ruling {
        clauses = List.copyOf(clauses);
    }

    /** The word of whoever decided it; a paper that bears it is one by which the dispute was upheld. */
    public Confirmation confirmation() {
        return new Confirmation(new Confirmer(Confirmer.Kind.AGENT, person), at);
    }
}
