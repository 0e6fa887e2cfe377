package dev.aftersales.claims.claims;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That a person agreed to something that the policy needs agreement to (D0.1, D3.1), or stated how it is (D3.2).
 *
 * @param item as the policy names it, for example {@code TERMS_ACCEPTED}
 * @param version of the policy whose text was agreed to
 * @param by the person's id
 * @param state as the policy names it, for example {@code CLEARED}; absent where agreeing is all, and in what was stored
 *     before there were any
 * @param detail to that state, in the person's words
 */
public record Consent(
        String item,
        String version,
        String by,
        Instant at,
        @Nullable String state,
        @Nullable String detail) {

    /** A consent and no more. */
    public Consent(String item, String version, String by, Instant at) {
        this(item, version, by, at, null, null);
    }

    /** Whether the other says the same of the item. */
    boolean saysAs(Consent other) {
        return version.equals(other.version)
                && Objects.equals(state, other.state)
                && Objects.equals(detail, other.detail);
    }
}
