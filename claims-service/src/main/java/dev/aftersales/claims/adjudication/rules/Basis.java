package dev.aftersales.claims.adjudication.rules;

import org.jspecify.annotations.Nullable;

/**
 * What something rests on.
 *
 * @param clause that says it, or comes nearest to it
 * @param reading under which it says so, where its words leave it open
 */
public record Basis(String clause, @Nullable String reading) {}
