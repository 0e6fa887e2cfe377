package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person decided a dispute. What the customer and that person wrote stays with the claim. What becomes of the lines is
 * told by events of its own.
 *
 * @param dispute its number in the claim, from 1
 * @param lines whose verdict was contested
 * @param clauses that were contested
 * @param judged those of the lines whose new verdict a coverage-decided of the same moment tells, with the dispute; absent
 *     when none is told yet
 * @param standing the contested clauses that stand, and what they say; absent when the customer was right
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
        Instant decidedAt,
        @Nullable List<Integer> judged,
        @Nullable List<Standing> standing)
        implements Event {
    public DisputeDecided {
        lines = List.copyOf(lines);
        clauses = List.copyOf(clauses);
        judged = judged == null ? null : List.copyOf(judged);
        standing = standing == null ? null : List.copyOf(standing);
    }

    /**
     * A clause that was contested and stands.
     *
     * @param text the clause in short
     * @param reading the settlement of an ambiguity that it rests on
     */
    public record Standing(
            String clause,
            CoverageDecided.Words text,
            @Nullable String reading) {}

    /** Which way. */
    public enum Outcome {
        /** The customer is right: the clauses do not stand against these lines. */
        UPHELD,
        /** They do; the lines are where they were. */
        REJECTED
    }
}
