package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nothing comes of a quote. Its lines can be quoted anew.
 *
 * @param quote its number in the claim
 * @param heardBy how the customer told the vendor's staff, who declined for them; absent otherwise
 */
@EventContract(type = "claims.quote-declined.v1", topic = Topic.CLAIMS)
public record QuoteDeclined(
        String claimId,
        String vendor,
        CustomerRef customer,
        int quote,
        List<Integer> lines,
        Reason reason,
        Instant declinedAt,
        @Nullable AnswerChannel heardBy)
        implements Event {
    public QuoteDeclined {
        lines = List.copyOf(lines);
    }

    /** Why. */
    public enum Reason {
        /** The customer does not want it. */
        REFUSED,
        /** Nobody accepted it in time. */
        EXPIRED,
        /** A later quote, a dispute or a new decision overtook it; the event that tells of that names the quote. */
        REPLACED
    }
}
