package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;

/**
 * A person decided a dispute. What the customer and that person wrote stays with the claim. What becomes of the lines is
 * told by events of its own.
 *
 * @param dispute its number in the claim, from 1
 * @param lines whose verdict was contested
 * @param clauses that were contested
 */
@EventContract(type = "claims.dispute-decided.v1", topic = Topic.CLAIMS)
public record DisputeDecided(
        String claimId,
        String vendor,
        CustomerRef customer,
        int dispute,
        Outcome outcome,
        List<Integer> lines,
        List<String> clauses,
        Instant decidedAt)
        implements Event {
    public DisputeDecided {
        lines = List.copyOf(lines);
        clauses = List.copyOf(clauses);
    }

    /** Which way. */
    public enum Outcome {
        /** The customer is right: the clauses do not stand against these lines. */
        UPHELD,
        /** They do; the lines are where they were. */
        REJECTED
    }
}
