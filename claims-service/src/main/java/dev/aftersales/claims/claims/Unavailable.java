package dev.aftersales.claims.claims;

import java.time.Instant;

/**
 * That a person said that something which the policy asks for will not come, for example a lost card (B4.2).
 *
 * @param item as the policy names it, for example {@code WARRANTY_CARD}
 * @param by the person's id
 */
public record Unavailable(String item, String by, Instant at) {}
