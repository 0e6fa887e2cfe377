package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.UnitLine;
import java.time.Instant;
import java.util.List;

/**
 * A claim was accepted and bound to one policy version.
 *
 * @param organisation the customer company, as the token named it
 * @param submittedAt the test instant of the warranty term
 */
@EventContract(type = "claims.claim-submitted.v1", topic = Topic.CLAIMS)
public record ClaimSubmitted(
        String claimId,
        String vendor,
        String policyVersion,
        CustomerRef customer,
        String organisation,
        String contractNumber,
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
