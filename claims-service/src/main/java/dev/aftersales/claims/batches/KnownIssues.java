package dev.aftersales.claims.batches;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Due;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Batch issues of which this service has heard. */
final class KnownIssues {

    private static final int PIECE = 200;
    private static final String DUE_AT = "dueAt";
    private static final String VENDOR = "vendor";

    private static final AggregateType<KnownIssue> TYPE = AggregateType.of(
                    "batch-issues", KnownIssue.class, KnownIssue::vendor)
            .indexedBy(KnownIssues::fields)
            .withIndex(ascending(DUE_AT, "_id"))
            .withIndex(ascending(VENDOR, "_id"));

    private final Aggregates<KnownIssue> issues;

    KnownIssues(AggregatesFactory factory) {
        this.issues = factory.of(TYPE);
    }

    Optional<KnownIssue> find(String id) {
        return issues.find(id).map(Stored::state);
    }

    /** The vendor's other issues of which units failed alike, but for those that a person found to be none. */
    List<String> standingBeside(KnownIssue issue) {
        List<String> standing = new ArrayList<>();
        String last = "";
        List<Stored<KnownIssue>> page;
        do {
            page = issues.query(and(eq(VENDOR, issue.vendor()), gt("_id", last)), Sorts.ascending("_id"), PIECE);
            page.stream()
                    .map(Stored::state)
                    .filter(other -> !other.id().equals(issue.id()) && issue.isLike(other))
                    .map(KnownIssue::id)
                    .forEach(standing::add);
            last = page.isEmpty() ? last : page.getLast().state().id();
        } while (page.size() == PIECE);
        return standing;
    }

    /** Issues because of which somebody is to be looked for by then, the longest due first. */
    List<Due> due(Instant until, @Nullable Due after, int most) {
        return issues.due(DUE_AT, until, after, most);
    }

    /** Changes what is known of an issue, also of one that was not heard of before. */
    void change(String id, String vendor, UnaryOperator<KnownIssue> change) {
        if (changed(id, change)) {
            return;
        }
        KnownIssue first = change.apply(KnownIssue.unheardOf(id, vendor));
        if (issues.insert(id, Change.of(first)) instanceof Insertion.AlreadyThere<KnownIssue>) {
            changed(id, change);
        }
    }

    private boolean changed(String id, UnaryOperator<KnownIssue> change) {
        return issues.<Boolean>decide(id, stored -> {
                    KnownIssue after = change.apply(stored.state());
                    return after.equals(stored.state()) ? Decision.refuse(true) : Decision.commit(after, true);
                })
                .orElse(false);
    }

    private static Map<String, @Nullable Object> fields(KnownIssue issue) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(DUE_AT, issue.dueAt());
        return fields;
    }
}
