package dev.aftersales.contracts.events.policies;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/**
 * A policy version that was set to take effect was given up before it did. Nothing was ever bound to it.
 *
 * @param policy the vendor's policy whose version it is, for example {@code A}
 */
@EventContract(type = "policies.policy-version-withdrawn.v1", topic = Topic.POLICIES)
public record PolicyVersionWithdrawn(String policyVersion, String vendor, String policy, Instant withdrawnAt)
        implements Event {}
