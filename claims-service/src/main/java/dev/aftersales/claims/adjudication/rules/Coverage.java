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
 * @param itemClasses absent when every kind of item is covered
 * @param gates of each of which one alternative must hold
 * @param doubtful causes on which the policy is silent and a person decides
 * @param grants what a covered line gets, whatever its route
 * @param routes that the policy serves by
 * @param fallback how a covered line is served when a person found that the route asked for is not to be had
 */
public record Coverage(
        @Nullable ItemClasses itemClasses,
        List<Gate> gates,
        Causes causes,
        @Nullable Doubtful doubtful,
        List<Basis> grants,
        Map<Route, RouteRule> routes,
        Route fallback) {
    public Coverage {
        gates = List.copyOf(gates);
        grants = List.copyOf(grants);
        routes = Collections.unmodifiableMap(new EnumMap<>(routes));
    }

    /** The kinds of items that are covered. */
    public record ItemClasses(String clause, @Nullable String reading, List<ItemClass> covered) {
        public ItemClasses {
            covered = List.copyOf(covered);
        }
    }

    /**
     * A condition of cover: one alternative must hold.
     *
     * @param item what is asked for while the facts are not there; present exactly for {@link Unknown#NEEDS_EVIDENCE}
     * @param reading by which it is met while the facts are not there; present exactly for {@link Unknown#MET}
     */
    public record Gate(
            List<Alternative> anyOf,
            Unmet unmet,
            Unknown unknown,
            @Nullable String item,
            @Nullable String reading) {
        public Gate {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** One way through a gate: all conditions hold. */
    public record Alternative(String clause, @Nullable String reading, List<Condition> when) {
        public Alternative {
            when = List.copyOf(when);
        }
    }

    /** What follows when no alternative holds. */
    public enum Unmet {
        NOT_COVERED_OFFER_QUOTE,
        NEEDS_REVIEW
    }

    /** What follows while the facts of a gate are not there: after the diagnosis, and {@link #MET} before it as well. */
    public enum Unknown {
        IGNORE,
        /** The first alternative that may hold counts as met, by a reading, for a unit that the vendor has on record. */
        MET,
        NEEDS_EVIDENCE,
        NEEDS_REVIEW
    }

    /**
     * The causes that are covered, by code, in the pack's order.
     *
     * @param others what becomes of a cause that is neither covered nor excluded
     */
    public record Causes(String clause, @Nullable String reading, List<String> covered, Others others) {
        public Causes {
            covered = List.copyOf(covered);
        }
    }

    /** What becomes of a cause that is neither covered nor excluded. */
    public enum Others {
        NEEDS_REVIEW,
        COVERED
    }

    /** Causes that look like somebody's fault where the policy excludes nothing: a person decides. */
    public record Doubtful(
            List<String> causes, String clause, @Nullable String reading) {
        public Doubtful {
            causes = List.copyOf(causes);
        }
    }

    /**
     * One way to serve a line.
     *
     * @param reading under which it does so; absent when its words suffice
     * @param when what must hold; empty when nothing must
     * @param orContract the contract term that allows it where {@code when} does not hold
     * @param byPerson whether a person allows it each time
     */
    public record RouteRule(
            String clause,
            @Nullable String reading,
            List<Condition> when,
            @Nullable String orContract,
            boolean byPerson) {
        public RouteRule {
            when = List.copyOf(when);
        }
    }
}
