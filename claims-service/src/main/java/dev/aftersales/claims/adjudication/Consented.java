package dev.aftersales.claims.adjudication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A consent that was given.
 *
 * @param version of the text that was agreed to
 * @param by the account's id
 * @param state that was stated, for example {@code CLEARED} (D3.2); absent where nothing was but the consent
 * @param detail to that state, in the customer's words; never shown in explanations
 */
public record Consented(
        String version,
        String by,
        Instant at,
        @Nullable String state,
        @Nullable String detail) {

    /** A consent and no more. */
    public Consented(String version, String by, Instant at) {
        this(version, by, at, null, null);
    }
}
