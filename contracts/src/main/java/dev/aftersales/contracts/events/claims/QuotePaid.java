package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.Money;
import java.time.Instant;
import java.util.List;

/**
 * An accepted quote is paid in full: what waited for the payment may go on.
 *
 * @param quote its number in the claim
 */
@EventContract(type = "claims.quote-paid.v1", topic = Topic.CLAIMS)
public record QuotePaid(
        String claimId,
        String vendor,
        CustomerRef customer,
        int quote,
        List<Integer> lines,
        Money amount,
        Instant paidAt)
        implements Event {
    public QuotePaid {
        lines = List.copyOf(lines);
    }
}
