package dev.aftersales.claims.claims;

import java.time.Instant;

/**
 * That a person agreed to something that the policy needs agreement to (D0.1, D3.1).
 *
 * @param item as the policy names it, for example {@code TERMS_ACCEPTED}
 * @param version of the policy whose text was agreed to
 * @param by the person's id
 */
public record Consent(String item, String version, String by, Instant at) {}
