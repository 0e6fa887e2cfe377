package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.contracts.events.Route;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is covered inside the term, and how it is served.
 *
 * @param grants what a covered line gets, whatever its route
 * @param routes that the policy serves by
 * @param fallback how a covered line is served when a person found that the route asked for is not to be had
 */
public record Coverage(
        ItemClasses itemClasses, Causes causes, List<Basis> grants, Map<Route, RouteRule> routes, Route fallback) {
    public Coverage {
        grants = List.copyOf(grants);
        routes = Collections.unmodifiableMap(new EnumMap<>(routes));
    }

    /** The kinds of items that are covered. */
    public record ItemClasses(String clause, List<ItemClass> covered) {
        public ItemClasses {
            covered = List.copyOf(covered);
        }
    }

    /** The causes that are covered, by code, in the pack's order. */
    public record Causes(String clause, List<String> covered) {
        public Causes {
            covered = List.copyOf(covered);
        }
    }

    /**
     * One way to serve a line.
     *
     * @param reading under which it does so; absent when its words suffice
     * @param when what must have been observed; absent when nothing must
     */
    public record RouteRule(
            String clause,
            @Nullable String reading,
            @Nullable Condition when) {}
}
