package dev.aftersales.claims.adjudication.rules;

import org.jspecify.annotations.Nullable;

/**
 * Something that the customer must have agreed to.
 *
 * @param item its name, for example {@code TERMS_ACCEPTED}
 */
public record Consent(String clause, @Nullable String reading, String item, Needed needed) {
    /** By when. */
    public enum Needed {
        /** Without it there is no claim. */
        AT_SUBMISSION,
        /** Without it nothing is served; the customer is asked. */
        BEFORE_SERVICE
    }
}
