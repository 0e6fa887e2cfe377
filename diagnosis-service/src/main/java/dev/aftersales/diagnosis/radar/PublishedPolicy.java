package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the policies topic says last of a policy version, as far as batches go.
 *
 * @param effectiveFrom absent when the version was given up before it took effect
 * @param batchRules absent where the policy has none
 */
record PublishedPolicy(
        String vendor,
        String policyVersion,
        @Nullable Instant effectiveFrom,
        @Nullable List<BatchRule> batchRules) {

    Optional<PolicyRules> rules() {
        return effectiveFrom == null
                ? Optional.empty()
                : Optional.of(new PolicyRules(
                        vendor, policyVersion, effectiveFrom, batchRules == null ? List.of() : batchRules));
    }
}
