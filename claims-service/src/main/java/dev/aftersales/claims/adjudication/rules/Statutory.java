package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.contracts.events.Route;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the law grants whatever the policy says; shipped off, until the vendor's lawyers confirm it.
 *
 * @param floor the least that any version may grant
 * @param over clauses of the policy that stand back where the law grants something: exclusions and what they ask for
 * @param rules what the law grants beside
 */
public record Statutory(
        boolean enabled,
        String clause,
        @Nullable String reading,
        @Nullable Floor floor,
        List<String> over,
        List<Rule> rules) {
    public Statutory {
        over = List.copyOf(over);
        rules = List.copyOf(rules);
    }

    /** The shortest legal warranty period. */
    public record Floor(Settled<Period> term) {}

    /**
     * A right inside a time.
     *
     * @param within so long from the anchor, the last day included
     * @param causes for which it holds
     * @param routes that the customer may ask for
     */
    public record Rule(Period within, @Nullable String reading, List<String> causes, List<Route> routes) {
        public Rule {
            causes = List.copyOf(causes);
            routes = List.copyOf(routes);
        }
    }
}
