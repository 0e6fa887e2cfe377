package dev.aftersales.claims.claims;

import dev.aftersales.chassis.deadlines.Reckoning;
import dev.aftersales.claims.deadlines.ClockStanding;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.CoverageDecided.SendBy;
import dev.aftersales.contracts.events.claims.QuoteAccepted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells with the verdict, or with the customer's word on a quote, by when the unit is to be sent (D4.2a): that time begins
 * with the very change that says that it will be served, so that it is known only when the clocks are set by it.
 */
final class SendingTime {

    private final Map<Integer, SendBy> byLine = new HashMap<>();

    /** @param deadlines of the claim, after the change */
    SendingTime(List<ClaimDeadline> deadlines) {
        for (ClaimDeadline deadline : deadlines) {
            if (Milestone.DEVICE_SENT.equals(deadline.clock().stop())
                    && deadline.standing() instanceof ClockStanding.Reckoned reckoned
                    && reckoned.stoppedAt() == null) {
                put(deadline, reckoned.reckoning());
            }
        }
    }

    private void put(ClaimDeadline deadline, Reckoning reckoning) {
        if (reckoning.dueAt() != null) {
            SendBy sendBy = new SendBy(
                    reckoning.dueAt(),
                    deadline.clock().clause(),
                    reckoning.zone().getId());
            deadline.lines().forEach(line -> byLine.put(line, sendBy));
        }
    }

    /** The same events, those by which a unit will be served saying by when it is to be sent. */
    List<Event> toldIn(List<Event> events) {
        return byLine.isEmpty() ? events : events.stream().map(this::told).toList();
    }

    private Event told(Event event) {
        if (event instanceof CoverageDecided decided) {
            return told(decided);
        }
        return event instanceof QuoteAccepted accepted ? told(accepted) : event;
    }

    private QuoteAccepted told(QuoteAccepted accepted) {
        SendBy sendBy = accepted.lines().stream()
                .map(byLine::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return sendBy == null ? accepted : accepted.sentBy(sendBy);
    }

    private CoverageDecided told(CoverageDecided decided) {
        return new CoverageDecided(
                decided.claimId(),
                decided.vendor(),
                decided.policyVersion(),
                decided.customer(),
                decided.lines().stream().map(this::told).toList(),
                decided.explanations(),
                decided.dispute(),
                decided.withdrawnQuotes());
    }

    private CoverageDecided.Line told(CoverageDecided.Line line) {
        SendBy sendBy = byLine.get(line.line());
        return sendBy == null ? line : line.sentBy(sendBy);
    }
}
