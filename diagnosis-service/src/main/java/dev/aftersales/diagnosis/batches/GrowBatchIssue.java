package dev.aftersales.diagnosis.batches;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.radar.GroupGrew;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Lets an open batch issue grow with its group. The lines are written first, in writes that may be repeated. */
@Component
public class GrowBatchIssue {

    private final BatchIssues issues;
    private final IssueLines lines;
    private final WantedParts wanted;
    private final Clock clock;

    GrowBatchIssue(BatchIssues issues, IssueLines lines, WantedParts wanted, Clock clock) {
        this.issues = issues;
        this.lines = lines;
        this.wanted = wanted;
        this.clock = clock;
    }

    /**
     * The group has other lines than before.
     *
     * @throws IllegalStateException when there is no such issue: the alarm that opens it was passed over
     */
    public void grew(Received<GroupGrew> cause) {
        GroupGrew alarm = cause.data();
        String id = BatchIssues.id(alarm.groupId(), alarm.episode());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Reacted reacted = issues.react(cause, id, issue -> {
            IssueFile file = issue.file();
            return switch (issue) {
                case Detected detected -> {
                    IssueLines.Changed changed = keep(cause, id);
                    yield grown(new Detected(counting(file, alarm, changed, now)), file, changed, now);
                }
                case PlanInitiated initiated -> {
                    IssueLines.Changed changed = keep(cause, id);
                    yield grown(
                            new PlanInitiated(counting(file, alarm, changed, now), initiated.plan()),
                            file,
                            changed,
                            now);
                }
                case Contained contained -> {
                    IssueLines.Changed changed = keep(cause, id);
                    yield grown(
                            new Contained(
                                    counting(file, alarm, changed, now), contained.plan(), contained.containedAt()),
                            file,
                            changed,
                            now);
                }
                // What was still on its way when a person closed it.
                case Resolved resolved -> Change.of(resolved);
            };
        });
        if (reacted == Reacted.MISSING) {
            throw new IllegalStateException("the alarm names a batch issue that does not exist");
        }
    }

    private IssueLines.Changed keep(Received<GroupGrew> cause, String id) {
        GroupGrew alarm = cause.data();
        return lines.keep(id, alarm.vendor(), Objects.requireNonNull(cause.sequence()), alarm.came(), alarm.went());
    }

    private static IssueFile counting(IssueFile file, GroupGrew alarm, IssueLines.Changed changed, Instant now) {
        IssueFile reached = file.reached(alarm.reachedAt(), now);
        // A radar that reads the topics anew no longer knows lines that are older than it remembers.
        int units = alarm.went().isEmpty() ? Math.max(file.units(), alarm.units()) : alarm.units();
        int unverified = alarm.went().isEmpty() ? Math.max(file.unverified(), alarm.unverified()) : alarm.unverified();
        return changed.isNothing() && units == file.units() && unverified == file.unverified()
                ? reached
                : reached.counting(units, unverified, changed.came(), changed.went(), now);
    }

    private Change<BatchIssue> grown(BatchIssue after, IssueFile before, IssueLines.Changed changed, Instant now) {
        IssueFile file = after.file();
        if (file.equals(before)) {
            return Change.of(after);
        }
        Event grew = IssueEvents.grew(file, changed.came(), changed.went());
        List<PartQuantity> parts = wanted.of(file);
        return file.supplies().asks(parts, !(after instanceof Detected), now)
                ? Change.of(after.with(file.asking(parts, now)), grew, IssueEvents.wanted(file, parts))
                : Change.of(after, grew);
    }
}
