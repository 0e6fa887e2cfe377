package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import java.time.Instant;
import java.util.List;

/**
 * The batch rules of a policy version.
 *
 * @param rules none where the policy promises nothing for a batch
 */
record PolicyRules(String vendor, String policyVersion, Instant effectiveFrom, List<BatchRule> rules) {
    PolicyRules {
        rules = List.copyOf(rules);
    }
}
