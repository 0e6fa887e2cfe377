package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;

/**
 * Lines ended because what the customer had to do was not done in time (D4.2b). The customer is told, with the way to a
 * new application (D4.2c).
 *
 * @param clause that ends them
 * @param promise what had to be done
 * @param lines that ended
 * @param claimClosed whether no other line is left, so that the claim is closed by it
 * @param dueAt the last second in which it was in time
 * @param zone of the policy, of the IANA database, for example {@code Asia/Shanghai}
 */
@EventContract(type = "claims.claim-expired.v1", topic = Topic.CLAIMS)
public record ClaimExpired(
        String claimId,
        String vendor,
        String policyVersion,
        CustomerRef customer,
        String clause,
        Promised promise,
        List<Integer> lines,
        boolean claimClosed,
        Instant dueAt,
        Instant expiredAt,
        String zone)
        implements Event {
    public ClaimExpired {
        lines = List.copyOf(lines);
    }
}
