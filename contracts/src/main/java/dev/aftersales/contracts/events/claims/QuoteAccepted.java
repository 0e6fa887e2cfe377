package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customer agreed to pay.
 *
 * @param quote its number in the claim
 * @param payBefore what waits for the payment; absent when nothing does
 * @param payUntil the last moment of the time that the policy gives for it (D2.6); absent when it names none
 * @param zone in which that is the end of a day; absent in events of before there was one
 * @param partsOnly true where parts are all that is sent, and no unit comes to the vendor; absent otherwise
 * @param heardBy how the customer told the vendor's staff, who accepted for them; absent where the customer did it
 */
@EventContract(type = "claims.quote-accepted.v1", topic = Topic.CLAIMS)
public record QuoteAccepted(
        String claimId,
        String vendor,
        CustomerRef customer,
        int quote,
        List<Integer> lines,
        Money total,
        Instant acceptedAt,
        @Nullable PayBefore payBefore,
        @Nullable Instant payUntil,
        @Nullable String zone,
        @Nullable Boolean partsOnly,
        @Nullable AnswerChannel heardBy)
        implements Event {
    public QuoteAccepted {
        lines = List.copyOf(lines);
    }
}
