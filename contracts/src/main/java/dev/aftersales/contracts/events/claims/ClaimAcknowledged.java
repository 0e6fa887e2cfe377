package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/**
 * The customer was told that the claim is in hand: the acknowledgment mail was accepted for delivery (A4.3, reading A?4).
 */
@EventContract(type = "claims.claim-acknowledged.v1", topic = Topic.CLAIMS)
public record ClaimAcknowledged(String claimId, String vendor, Instant acknowledgedAt) implements Event {}
