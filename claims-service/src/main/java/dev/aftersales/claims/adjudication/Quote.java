package dev.aftersales.claims.adjudication;

import org.jspecify.annotations.Nullable;

/**
 * On what ground paid service is offered to a line that is not covered. It is always there: no policy ends in a bare no.
 *
 * @param clause that offers it, or comes nearest to it (A1.3)
 * @param reading under which it does, where its words leave it open (R-A15)
 */
public record Quote(String clause, @Nullable String reading) {}
