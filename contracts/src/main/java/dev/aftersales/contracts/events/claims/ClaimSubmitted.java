package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.UnitLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim was accepted and bound to one policy version.
 *
 * @param organisation the customer company, as the token named it
 * @param contractNumber that the claim is judged under: the one that was named, else the one that the units were found
 *     under; absent when there is neither
 * @param submittedAt the test instant of the warranty term
 */
@EventContract(type = "claims.claim-submitted.v1", topic = Topic.CLAIMS)
public record ClaimSubmitted(
        String claimId,
        String vendor,
        String policyVersion,
        CustomerRef customer,
        String organisation,
        @Nullable String contractNumber,
        String model,
        String faultCode,
        List<UnitLine> lines,
        List<String> evidenceIds,
        Instant submittedAt)
        implements Event {
    public ClaimSubmitted {
        lines = List.copyOf(lines);
        evidenceIds = List.copyOf(evidenceIds);
    }
}
