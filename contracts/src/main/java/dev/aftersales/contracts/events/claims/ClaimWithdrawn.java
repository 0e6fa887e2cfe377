package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;

/**
 * Lines were taken back by whoever claimed them: nothing is wanted for their units any more, and they do not count as failed
 * (A4.7, reading A?8). Heard by the radar; not written yet, because claims cannot be withdrawn yet.
 *
 * @param lines that were
 */
@EventContract(type = "claims.claim-withdrawn.v1", topic = Topic.CLAIMS)
public record ClaimWithdrawn(String claimId, String vendor, List<Integer> lines, Instant withdrawnAt) implements Event {
    public ClaimWithdrawn {
        lines = List.copyOf(lines);
    }
}
