package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.policies.PolicyVersionPublished;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.policies.PolicyVersionWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    /** In place of one that cannot be read. */
    static final PublishedPolicy UNREADABLE = new PublishedPolicy("", "", null, null);

    PublishedPolicy {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(policyVersion, "policyVersion");
        if (batchRules != null) {
            batchRules.forEach(PublishedPolicy::check);
            batchRules = List.copyOf(batchRules);
        }
    }

    private static void check(BatchRule rule) {
        Objects.requireNonNull(rule.rule(), "batchRules.rule");
        Objects.requireNonNull(rule.window(), "batchRules.window");
        if (rule.units() < 1) {
            throw new IllegalArgumentException("batchRules.units");
        }
    }

    static PublishedPolicy of(PolicyVersionPublished published) {
        return new PublishedPolicy(
                published.vendor(),
                published.policyVersion(),
                Objects.requireNonNull(published.effectiveFrom(), "effectiveFrom"),
                published.batchRules());
    }

    static PublishedPolicy of(PolicyVersionWithdrawn withdrawn) {
        return new PublishedPolicy(withdrawn.vendor(), withdrawn.policyVersion(), null, null);
    }

    Optional<PolicyRules> rules() {
        return effectiveFrom == null
                ? Optional.empty()
                : Optional.of(new PolicyRules(
                        vendor, policyVersion, effectiveFrom, batchRules == null ? List.of() : batchRules));
    }
}
