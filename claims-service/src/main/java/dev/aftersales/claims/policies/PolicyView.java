package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import java.time.Instant;

/**
 * A policy version in a list.
 *
 * @param current whether a claim accepted now is bound to it
 * @param href where all of it is
 */
record PolicyView(
        String version,
        String vendor,
        String policy,
        String zone,
        Instant effectiveFrom,
        boolean current,
        String href) {

    static PolicyView of(CompiledPolicy policy, boolean current) {
        PolicyRules rules = policy.rules();
        return new PolicyView(
                rules.version(),
                rules.vendor(),
                rules.policy(),
                rules.zone().getId(),
                rules.effectiveFrom(),
                current,
                "/api/v1/policies/" + rules.version());
    }
}
