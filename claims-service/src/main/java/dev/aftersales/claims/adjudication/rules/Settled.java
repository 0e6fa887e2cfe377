package dev.aftersales.claims.adjudication.rules;

import org.jspecify.annotations.Nullable;

/**
 * A value of a rule.
 *
 * @param reading in which it stands, where the text leaves it open; absent where the text names it
 */
public record Settled<T>(T value, @Nullable String reading) {}
