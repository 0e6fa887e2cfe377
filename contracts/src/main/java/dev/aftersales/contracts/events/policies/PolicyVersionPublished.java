package dev.aftersales.contracts.events.policies;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/**
 * A policy version is set to take effect. It is told once and never changes, unless it is given up before it takes effect
 * ({@link PolicyVersionWithdrawn}): whoever needs the terms that an event names finds them here.
 *
 * @param policy the vendor's policy whose version it is, for example {@code A}
 * @param effectiveFrom claims that are submitted from then on are bound to it, until a later version takes effect
 * @param sha256 of the pack's UTF-8, in lower-case hexadecimal
 * @param pack the whole policy pack, YAML
 */
@EventContract(type = "policies.policy-version-published.v1", topic = Topic.POLICIES)
public record PolicyVersionPublished(
        String policyVersion, String vendor, String policy, Instant effectiveFrom, String sha256, String pack)
        implements Event {}
