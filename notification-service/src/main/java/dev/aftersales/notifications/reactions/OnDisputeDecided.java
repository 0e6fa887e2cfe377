package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.DisputeDecided;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.ClaimNews;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Tells the customer how a dispute ended, whatever becomes of the lines: of those that were judged anew at once the mail
 * with the verdict tells both.
 */
@Component
class OnDisputeDecided implements Reaction<DisputeDecided> {

    private final RequestNotification request;

    OnDisputeDecided(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<DisputeDecided> event() {
        return DisputeDecided.class;
    }

    @Override
    public void react(Received<DisputeDecided> event) {
        DisputeDecided told = event.data();
        List<Integer> judged = Objects.requireNonNullElse(told.judged(), List.of());
        List<Integer> lines =
                told.lines().stream().filter(line -> !judged.contains(line)).toList();
        if (lines.isEmpty()) {
            return;
        }
        request.because(
                event,
                told.claimId(),
                told.customer(),
                new ClaimNews.DisputeDecided(told.dispute(), told.outcome(), lines, told.clauses(), told.standing()));
    }
}
