package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.claims.CoverageDecided.SendBy;
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
 * @param sendBy by when the customer is to send the unit, where the policy sets a time for that and it runs; absent
 *     otherwise
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
        @Nullable AnswerChannel heardBy,
        @Nullable SendBy sendBy)
        implements Event {
    public QuoteAccepted {
        lines = List.copyOf(lines);
    }

    /** The same, with the unit to be sent by then. */
    public QuoteAccepted sentBy(SendBy time) {
        return new QuoteAccepted(
                claimId,
                vendor,
                customer,
                quote,
                lines,
                total,
                acceptedAt,
                payBefore,
                payUntil,
                zone,
                partsOnly,
                heardBy,
                time);
    }
}
