package dev.aftersales.claims.adjudication;

import org.jspecify.annotations.Nullable;

/**
 * On what ground paid service is offered to a line that is not covered. One of the two is always there: no policy ends
 * in a bare no.
 *
 * @param clause that offers it (A1.3)
 * @param reading that offers it where the policy is silent (R-A15)
 */
public record Quote(@Nullable String clause, @Nullable String reading) {
    public Quote {
        if (clause == null && reading == null) {
            throw new IllegalArgumentException("a quote rests on a clause or on a reading");
        }
    }
}
