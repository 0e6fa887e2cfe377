package dev.aftersales.claims.quotes;

import dev.aftersales.claims.tariffs.FeeType;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a line from being quoted without a person.
 *
 * @param fee that has no price; absent where it is the route that a person has to look at
 * @param part its number; absent unless it is a part that is named
 * @param reason a stable name of the rule
 * @param clause of the policy that demands it; absent when the suite does
 */
public record Unpriced(
        @Nullable FeeType fee,
        @Nullable String part,
        Objection.Rule reason,
        @Nullable String clause) {

    /** As the timeline says it, in codes. */
    public String code() {
        return (fee == null ? "" : fee + " ") + (part == null ? "" : part + " ") + reason;
    }
}
