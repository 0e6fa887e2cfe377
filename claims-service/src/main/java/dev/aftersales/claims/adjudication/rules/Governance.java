package dev.aftersales.claims.adjudication.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds of new versions of the policy.
 *
 * @param notice the notice that must have been given before; absent when the policy asks for none
 * @param guards what a version must not break
 */
public record Governance(@Nullable Notice notice, List<Guard> guards) {

    /** No rule at all. */
    public static final Governance NONE = new Governance(null, List.of());

    public Governance {
        guards = List.copyOf(guards);
    }

    /** How many days before it takes effect every affected client must have been told. */
    public record Notice(String clause, @Nullable String reading, Settled<Integer> days) {}

    /**
     * A guard.
     *
     * @param percent the most, for {@link Kind#CAP_AT_MOST}
     * @param types all kinds of fees, for {@link Kind#LINE_TYPES}; else empty
     */
    public record Guard(
            String clause,
            @Nullable String reading,
            Kind guard,
            @Nullable Settled<BigDecimal> percent,
            List<String> types) {
        public Guard {
            types = List.copyOf(types);
        }
    }

    /** What guards look at. */
    public enum Kind {
        /** The cap of yearly fees. */
        CAP_AT_MOST,
        /** Service times after the term. */
        SERVICE_NOT_LOWER_AFTER_TERM,
        /** The statutory floor. */
        NOT_BELOW_FLOOR,
        /** Every product has a term, or the policy one for all. */
        EVERY_PRODUCT_HAS_A_TERM,
        /** The kinds of fees on a quote: exactly these. */
        LINE_TYPES
    }
}
