package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customer contests clauses that were held against lines of the claim; until a person has decided, these lines stand
 * still. What the customer wrote stays with the claim.
 *
 * @param dispute its number in the claim, from 1
 * @param lines whose verdict is contested
 * @param clauses that are contested
 * @param withdrawnQuotes open quotes that stand no longer because of it; absent when none
 */
@EventContract(type = "claims.coverage-disputed.v1", topic = Topic.CLAIMS)
public record CoverageDisputed(
        String claimId,
        String vendor,
        String policyVersion,
        CustomerRef customer,
        int dispute,
        List<Integer> lines,
        List<String> clauses,
        Instant disputedAt,
        @Nullable List<WithdrawnQuote> withdrawnQuotes)
        implements Event {
    public CoverageDisputed {
        lines = List.copyOf(lines);
        clauses = List.copyOf(clauses);
        withdrawnQuotes = withdrawnQuotes == null ? null : List.copyOf(withdrawnQuotes);
    }
}
