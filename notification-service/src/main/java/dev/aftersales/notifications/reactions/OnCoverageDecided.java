package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.ClaimNews;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the customer who pays, line by line; what was told before is not told again. */
@Component
class OnCoverageDecided implements Reaction<CoverageDecided> {

    private final RequestNotification request;

    OnCoverageDecided(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<CoverageDecided> event() {
        return CoverageDecided.class;
    }

    @Override
    public void react(Received<CoverageDecided> event) {
        CoverageDecided told = event.data();
        List<CoverageDecided.Line> news = told.lines().stream()
                .filter(line -> !Boolean.TRUE.equals(line.toldBefore()))
                .toList();
        if (news.isEmpty()) {
            return;
        }
        request.because(
                event,
                told.claimId(),
                told.customer(),
                new ClaimNews.CoverageDecided(
                        told.policyVersion(),
                        news.stream()
                                .map(line -> new ClaimNews.CoverageDecided.Line(
                                        line.line(),
                                        line.serial(),
                                        line.verdict(),
                                        line.route(),
                                        line.clauses(),
                                        line.explanationId(),
                                        line.charges(),
                                        line.goodwill(),
                                        line.partsOnly(),
                                        line.sendBy()))
                                .toList(),
                        told.explanations(),
                        told.dispute(),
                        told.withdrawnQuotes(),
                        news.stream().anyMatch(line -> Boolean.TRUE.equals(line.explained())) ? true : null));
    }
}
