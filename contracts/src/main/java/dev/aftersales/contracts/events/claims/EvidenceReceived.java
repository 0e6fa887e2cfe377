package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.UnitLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customer answered a request for evidence.
 *
 * @param lines of the claim that stand otherwise since, as they stand now: a line that got its serial or another one, units
 *     that became lines of their own, and what is left of a quantity; absent where there are none, and in an event of before
 *     that was said
 */
@EventContract(type = "claims.evidence-received.v1", topic = Topic.CLAIMS)
public record EvidenceReceived(
        String claimId,
        String vendor,
        List<String> evidenceIds,
        @Nullable List<UnitLine> lines) implements Event {
    public EvidenceReceived {
        evidenceIds = List.copyOf(evidenceIds);
        lines = lines == null ? null : List.copyOf(lines);
    }
}
