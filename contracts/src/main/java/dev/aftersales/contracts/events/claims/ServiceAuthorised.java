package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Logistics may act: these lines are to be served by these routes.
 */
@EventContract(type = "claims.service-authorised.v1", topic = Topic.CLAIMS)
public record ServiceAuthorised(String claimId, String vendor, CustomerRef customer, List<Line> lines)
        implements Event {
    public ServiceAuthorised {
        lines = List.copyOf(lines);
    }

    /**
     * One line to serve.
     *
     * @param parts to send; empty unless the route is {@link Route#PARTS}
     * @param quote number of the quote by which the customer pays for it; absent where the vendor does
     */
    public record Line(
            int line,
            @Nullable String serial,
            String model,
            Route route,
            List<PartQuantity> parts,
            @Nullable Integer quote) {
        public Line {
            parts = List.copyOf(parts);
        }

        /** A line that the vendor pays for. */
        public Line(int line, @Nullable String serial, String model, Route route, List<PartQuantity> parts) {
            this(line, serial, model, route, parts, null);
        }
    }
}
