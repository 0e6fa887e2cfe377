package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Condition;
import dev.aftersales.claims.regions.Regions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition whose fact was looked up.
 *
 * @param fact its number in {@link KnownFacts}
 * @param name of the fact
 * @param open whether the fact's values are open, so that a region also covers what lies within it
 */
record CompiledCondition(int fact, String name, List<String> in, boolean open) {

    static CompiledCondition of(Condition condition, int fact, boolean open) {
        return new CompiledCondition(fact, condition.fact(), condition.in(), open);
    }

    /** Whether a fact of this value meets it; absent means that nobody knows. */
    Truth holds(@Nullable String value) {
        if (value == null) {
            return Truth.UNKNOWN;
        }
        for (String allowed : in) {
            if (open ? Regions.isWithin(value, allowed) : value.equals(allowed)) {
                return Truth.TRUE;
            }
        }
        return Truth.FALSE;
    }
}
