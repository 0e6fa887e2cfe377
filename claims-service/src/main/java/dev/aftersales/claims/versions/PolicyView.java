package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A policy version in a list.
 *
 * @param state ACTIVE, also of one that is set to take effect; DRAFT or NOTICED before
 * @param zone of its days; absent before it is set to take effect
 * @param effectiveFrom before it is set to take effect: as the customers are told, and absent of a draft
 * @param current whether a claim accepted now is bound to it
 * @param href where all of it is
 */
record PolicyView(
        String version,
        String vendor,
        String policy,
        String state,
        @Nullable String zone,
        @Nullable Instant effectiveFrom,
        boolean current,
        String href) {

    static PolicyView of(CompiledPolicy policy, boolean current) {
        PolicyRules rules = policy.rules();
        return new PolicyView(
                rules.version(),
                rules.vendor(),
                rules.policy(),
                "ACTIVE",
                rules.zone().getId(),
                rules.effectiveFrom(),
                current,
                hrefOf(rules.version()));
    }

    /** One that is not set to take effect. */
    static PolicyView of(PolicyVersion version) {
        Notice told = version.stage().told();
        return new PolicyView(
                version.id(),
                version.vendor(),
                version.policy(),
                LifecycleView.stateOf(version.stage()),
                null,
                told == null ? null : told.effectiveFrom(),
                false,
                hrefOf(version.id()));
    }

    private static String hrefOf(String version) {
        return "/api/v1/policies/" + version;
    }
}
