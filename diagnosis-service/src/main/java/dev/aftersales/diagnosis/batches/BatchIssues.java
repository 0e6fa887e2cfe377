package dev.aftersales.diagnosis.batches;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Due;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The batch issues of all vendors. */
@Component
class BatchIssues {

    private static final String STATE = "issueState";
    private static final String REACHED_AT = "reachedAt";

    /** When the plan's clock sets something off next; absent while it will not. */
    private static final String DEADLINE_AT = "deadlineAt";

    static final AggregateType<BatchIssue> TYPE = AggregateType.of(
                    "batch-issues", BatchIssue.class, (BatchIssue issue) -> issue.file()
                            .vendor())
            .tellingOn(Topic.BATCH_ISSUES)
            .indexedBy(BatchIssues::queryFields)
            .withIndex(compoundIndex(ascending("vendor"), descending(REACHED_AT, "_id")))
            .withIndex(compoundIndex(ascending("vendor", STATE), descending(REACHED_AT, "_id")))
            .withIndex(ascending(DEADLINE_AT, "_id"));

    private final Aggregates<BatchIssue> aggregates;

    BatchIssues(Aggregates<BatchIssue> aggregates) {
        this.aggregates = aggregates;
    }

    /** The same for the same episode of a group, however often the radar tells it. */
    static String id(String groupId, int episode) {
        return BatchIssueId.of(groupId, episode);
    }

    Reacted create(Received<?> cause, String id, Supplier<Change<BatchIssue>> first) {
        return aggregates.create(cause, id, first);
    }

    /** @throws IllegalStateException when the event is of another vendor than its issue */
    Reacted react(Received<?> cause, String id, Function<BatchIssue, Change<BatchIssue>> reaction) {
        return aggregates.react(cause, id, stored -> {
            if (!stored.vendor().equals(cause.vendor())) {
                throw new IllegalStateException("the alarm is of another vendor than its batch issue");
            }
            return reaction.apply(stored.state());
        });
    }

    /**
     * Decides a caller's command.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 404 when the caller's vendors have no such issue
     */
    Outcome decide(Caller caller, String id, Function<BatchIssue, Decision<BatchIssue, Outcome>> decision) {
        return aggregates
                .<Outcome>decide(id, stored -> decision.apply(visible(caller, id, stored)))
                .orElseThrow(() -> notFound(id).exception());
    }

    /** Decides what nobody asked for; empty when there is no such issue. */
    <R> Optional<R> decide(String id, Function<BatchIssue, Decision<BatchIssue, R>> decision) {
        return aggregates.decide(id, stored -> decision.apply(stored.state()));
    }

    /** What the units of an issue have in common; empty when there is no such issue, or a person found it to be none. */
    Optional<UnitGroup> standingGroup(String id) {
        return aggregates
                .find(id)
                .map(Stored::state)
                .filter(issue -> !isNone(issue))
                .map(issue -> issue.file().group());
    }

    private static boolean isNone(BatchIssue issue) {
        return issue instanceof Resolved resolved && resolved.resolution().isNoBatch();
    }

    /**
     * An issue as a caller may see it.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 404 when the caller's vendors have no such issue
     */
    BatchIssue of(Caller caller, String id) {
        return aggregates.find(id).map(stored -> visible(caller, id, stored)).orElseThrow(() -> notFound(id)
                .exception());
    }

    /** A vendor's issues, those first that became one last. */
    List<BatchIssue> newestFirst(String vendor, @Nullable IssueState state, @Nullable Cursor after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(eq("vendor", vendor)));
        if (state != null) {
            filters.add(eq(STATE, state.name()));
        }
        if (after != null) {
            filters.add(after.after(REACHED_AT));
        }
        return aggregates.query(and(filters), Sorts.descending(REACHED_AT, "_id"), limit).stream()
                .map(Stored::state)
                .toList();
    }

    /** The plan of the issue that the group had before this one; empty where it had none. */
    Optional<EmergencyPlan> planBefore(IssueFile file) {
        return aggregates
                .find(id(file.groupId(), file.episode() - 1))
                .map(Stored::state)
                .flatMap(BatchIssues::plan);
    }

    private static Optional<EmergencyPlan> plan(BatchIssue issue) {
        return switch (issue) {
            case Detected detected -> Optional.empty();
            case PlanInitiated initiated -> Optional.of(initiated.plan());
            case Contained contained -> Optional.of(contained.plan());
            case Resolved resolved -> Optional.ofNullable(resolved.plan());
        };
    }

    /** Issues whose plan's clock sets something off by then, in due order. */
    List<Due> due(Instant until, @Nullable Due after, int limit) {
        return aggregates.due(DEADLINE_AT, until, after, limit);
    }

    static Cursor place(BatchIssue issue) {
        return new Cursor(issue.file().reachedAt(), issue.file().id());
    }

    private static BatchIssue visible(Caller caller, String id, Stored<BatchIssue> stored) {
        if (!caller.servesVendor(stored.vendor())) {
            throw notFound(id).exception();
        }
        return stored.state();
    }

    private static Problem notFound(String id) {
        return Problem.notFound("batch issue", id);
    }

    private static Map<String, @Nullable Object> queryFields(BatchIssue issue) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(STATE, IssueState.of(issue).name());
        fields.put(REACHED_AT, issue.file().reachedAt());
        fields.put(DEADLINE_AT, deadlineAt(issue));
        return fields;
    }

    private static @Nullable Instant deadlineAt(BatchIssue issue) {
        PlanMoment next = issue instanceof Detected detected ? detected.next() : null;
        return next == null ? null : next.at();
    }
}
