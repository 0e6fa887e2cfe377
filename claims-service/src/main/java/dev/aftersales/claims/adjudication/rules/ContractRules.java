package dev.aftersales.claims.adjudication.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which terms of the sales contract count beside the policy's. Whether they win, or only fill what the policy leaves open,
 * follows from the pack's precedence.
 *
 * @param inFavour what becomes of a contract term that would win by nothing but favour the customer; absent when nothing
 */
public record ContractRules(
        String clause,
        @Nullable String reading,
        List<Part> overrides,
        @Nullable InFavour inFavour) {
    public ContractRules {
        overrides = List.copyOf(overrides);
    }

    /** Parts of a contract. */
    public enum Part {
        TERM,
        EXCLUSIONS,
        CHARGES,
        ON_SITE
    }

    /** What becomes of a conflict in the customer's favour. */
    public enum InFavour {
        NEEDS_REVIEW
    }
}
