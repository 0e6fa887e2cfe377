package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/**
 * Every line has reached its end.
 */
@EventContract(type = "claims.claim-closed.v1", topic = Topic.CLAIMS)
public record ClaimClosed(String claimId, String vendor, CustomerRef customer, Instant closedAt) implements Event {}
