package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.util.List;

/**
 * The customer answered a request for evidence.
 */
@EventContract(type = "claims.evidence-received.v1", topic = Topic.CLAIMS)
public record EvidenceReceived(String claimId, String vendor, List<String> evidenceIds) implements Event {
    public EvidenceReceived {
        evidenceIds = List.copyOf(evidenceIds);
    }
}
