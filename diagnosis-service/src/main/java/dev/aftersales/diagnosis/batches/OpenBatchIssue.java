package dev.aftersales.diagnosis.batches;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.radar.ThresholdReached;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens a batch issue when the radar rings (A4.7). Its lines are written first; the issue, its event and the guard against
 * the same alarm are one write.
 */
@Component
public class OpenBatchIssue {

    private static final Logger log = LoggerFactory.getLogger(OpenBatchIssue.class);

    private final BatchIssues issues;
    private final IssueLines lines;
    private final WantedParts wanted;
    private final UnknownUnits unknown;
    private final Clock clock;

    OpenBatchIssue(BatchIssues issues, IssueLines lines, WantedParts wanted, UnknownUnits unknown, Clock clock) {
        this.issues = issues;
        this.lines = lines;
        this.wanted = wanted;
        this.unknown = unknown;
        this.clock = clock;
    }

    /** So many alike units failed that they are a batch; perhaps this is told again. */
    public void reached(Received<ThresholdReached> cause) {
        ThresholdReached alarm = cause.data();
        String id = BatchIssues.id(alarm.groupId(), alarm.episode());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Reacted opened = issues.create(cause, id, () -> {
            keep(cause, id);
            Detected issue = new Detected(IssueFile.detected(id, alarm, now));
            Event detected = IssueEvents.detected(
                    issue, alarm.reachedBy(), alarm.lines(), unknown.among(alarm.vendor(), alarm.lines()));
            List<PartQuantity> parts = wanted.of(issue.file());
            return parts.isEmpty()
                    ? Change.of(issue, detected)
                    : Change.of(
                            issue.with(issue.file().asking(parts, now)),
                            detected,
                            IssueEvents.wanted(issue.file(), parts));
        });
        switch (opened) {
            case APPLIED ->
                log.atInfo()
                        .addKeyValue("batchIssue", id)
                        .addKeyValue("vendor", alarm.vendor())
                        .addKeyValue("units", alarm.units())
                        .log("batch issue detected");
            // It is there: by this very alarm, which the guard knows, or because the radar reads all topics anew. Then
            // it
            // has lines at most that were not known, and how many units there are by now it tells as growth.
            case REPEATED, MISSING ->
                issues.react(cause, id, issue -> {
                    if (issue instanceof Resolved resolved) {
                        // Closed so long ago that a radar which reads the topics anew does not find it: another issue
                        // is to come of these units.
                        return alarm.reachedAt().isAfter(resolved.resolution().at())
                                ? Change.of(issue, IssueEvents.resolvedLongAgo(resolved))
                                : Change.of(issue);
                    }
                    IssueLines.Changed changed = keep(cause, id);
                    return changed.isNothing()
                            ? Change.of(issue)
                            : Change.of(issue, IssueEvents.grew(issue.file(), changed.came(), changed.went()));
                });
        }
    }

    private IssueLines.Changed keep(Received<ThresholdReached> cause, String id) {
        return lines.keep(
                id,
                cause.data().vendor(),
                Objects.requireNonNull(cause.sequence()),
                cause.data().lines(),
                List.of());
    }
}
