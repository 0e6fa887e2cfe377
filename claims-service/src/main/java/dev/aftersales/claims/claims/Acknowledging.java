package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.contracts.events.claims.ClaimAcknowledged;
import java.time.Instant;
import java.util.List;

/** The customer was told that the claim is in hand (A4.3): acknowledged is what was sent, not what was meant (A?4). */
public final class Acknowledging {

    private static final Actor NOTIFICATION = new Actor(Actor.Kind.NOTIFICATION, "notification-service");

    private Acknowledging() {}

    /**
     * The acknowledgment was accepted for delivery; a second one changes nothing.
     *
     * @param at when the mail server accepted it
     */
    public static Change<Claim> acknowledged(Claim claim, Instant at) {
        Amendment amendment = new Amendment(claim, at);
        if (claim.acknowledgedAt() == null) {
            amendment.acknowledged(at);
            amendment.note(TimelineEntry.What.ACKNOWLEDGED, NOTIFICATION, List.of(), null);
            amendment.tell(new ClaimAcknowledged(claim.id(), claim.vendor(), at));
        }
        return amendment.done();
    }
}
