package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who pays, line by line, each verdict resting on an immutable explanation that was written before this event.
 */
@EventContract(type = "claims.coverage-decided.v1", topic = Topic.CLAIMS)
public record CoverageDecided(
        String claimId, String vendor, String policyVersion, CustomerRef customer, List<Line> lines) implements Event {
    public CoverageDecided {
        lines = List.copyOf(lines);
    }

    /**
     * The verdict on one line.
     *
     * @param route how it will be served; only with a covered verdict
     * @param clauses every clause that matched, in the order of the explanation
     * @param quoteRoute where a quote can be asked for, a path of the public API; only when not covered
     */
    public record Line(
            int line,
            @Nullable String serial,
            Verdict verdict,
            @Nullable Route route,
            List<String> clauses,
            String explanationId,
            @Nullable String quoteRoute) {
        public Line {
            clauses = List.copyOf(clauses);
        }
    }
}
