package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.batches.BatchIssueDetected;
import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.contracts.events.radar.ReachedBy;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.templates.BatchNews;
import dev.aftersales.notifications.templates.News;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells each whom the event names that alike units have failed, in one letter however many claims there are (A4.7). */
@Component
class OnBatchIssueDetected implements Reaction<BatchIssueDetected> {

    private final RequestNotification request;

    OnBatchIssueDetected(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<BatchIssueDetected> event() {
        return BatchIssueDetected.class;
    }

    /** The letter is made of the issue, so that also a radar that tells it again under another id tells nobody twice. */
    @Override
    public void react(Received<BatchIssueDetected> event) {
        BatchIssueDetected told = event.data();
        News news = new BatchNews.BatchIssueDetected(
                told.batchIssueId(),
                told.group(),
                told.policyVersion(),
                told.terms(),
                told.units(),
                told.unverified(),
                told.lines().stream()
                        .map(CountedLine::claimedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(told.reachedAt()),
                told.reachedAt(),
                told.planDueAt(),
                isByThreshold(told),
                told.reachedBy() == ReachedBy.MOVE,
                told.unknownUnits(),
                told.unknownUnits() == null ? null : isMoreThanItsLines(told));
        told.tell().forEach(addressee -> Team.of(addressee)
                .ifPresent(team -> request.once(told.batchIssueId(), event, team, news)));
    }

    /** Whether more units are counted than its lines have: each serial once, and quantities of lines without. */
    static boolean isMoreThanItsLines(BatchIssueDetected told) {
        List<CountedLine> lines = told.lines();
        long serials = lines.stream()
                .map(CountedLine::serial)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        long others = lines.stream()
                .filter(line -> line.serial() == null)
                .mapToLong(CountedLine::quantity)
                .sum();
        return serials + others < told.units();
    }

    /**
     * Where it is not said what made it a batch, the moment is that of a claim, or else of a policy that asks for fewer. With
     * lines that are told later nobody knows.
     */
    static boolean isByThreshold(BatchIssueDetected told) {
        if (told.reachedBy() != null) {
            return told.reachedBy() == ReachedBy.POLICY;
        }
        long units = told.lines().stream().mapToLong(CountedLine::quantity).sum();
        return units >= told.units()
                && told.lines().stream().map(CountedLine::claimedAt).noneMatch(told.reachedAt()::equals);
    }
}
