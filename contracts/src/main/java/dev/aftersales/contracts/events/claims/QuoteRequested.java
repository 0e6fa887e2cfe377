package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customer would like to know what service costs that the vendor does not bear.
 *
 * @param lines that are to be quoted
 * @param diagnosed those of them whose fault is found out first; absent when none is
 */
@EventContract(type = "claims.quote-requested.v1", topic = Topic.CLAIMS)
public record QuoteRequested(
        String claimId,
        String vendor,
        CustomerRef customer,
        List<Integer> lines,
        @Nullable List<Integer> diagnosed,
        Instant requestedAt)
        implements Event {
    public QuoteRequested {
        lines = List.copyOf(lines);
        diagnosed = diagnosed == null ? null : List.copyOf(diagnosed);
    }
}
