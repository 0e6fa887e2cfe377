package dev.aftersales.claims.adjudication.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the customer must have agreed to, or stated.
 *
 * @param item its name, for example {@code TERMS_ACCEPTED}
 * @param states of which the customer must state one, for example {@code CLEARED} (D3.2); empty where agreeing is all
 * @param detailed those of the states that need a word of explanation beside
 */
public record Consent(
        String clause,
        @Nullable String reading,
        String item,
        Needed needed,
        List<String> states,
        List<String> detailed) {
    public Consent {
        states = List.copyOf(states);
        detailed = List.copyOf(detailed);
    }

    /** Whether that is all that has to be said. */
    public boolean isMetBy(@Nullable String state, @Nullable String detail) {
        if (states.isEmpty()) {
            return true;
        }
        return state != null && states.contains(state) && (!detailed.contains(state) || detail != null);
    }

    /** By when. */
    public enum Needed {
        /** Without it there is no claim. */
        AT_SUBMISSION,
        /** Without it nothing is served; the customer is asked. */
        BEFORE_SERVICE
    }
}
