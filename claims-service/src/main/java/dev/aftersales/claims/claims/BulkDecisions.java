package dev.aftersales.claims.claims;

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
import dev.aftersales.chassis.aggregate.Stored;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bulk decisions, and what they made of each claim. */
final class BulkDecisions {

    private static final String OPEN = "open";
    private static final String BULK = "bulk";
    private static final String CLAIM = "claim";

    private static final AggregateType<BulkDecision> TYPE = AggregateType.of(
                    "bulk-decisions", BulkDecision.class, BulkDecision::vendor)
            .indexedBy(BulkDecisions::fields)
            .withIndex(ascending(OPEN, "_id"));

    private static final AggregateType<BulkOutcome> OUTCOMES = AggregateType.of(
                    "bulk-outcomes", BulkOutcome.class, BulkOutcome::vendor)
            .indexedBy(outcome -> Map.of(BULK, outcome.bulk(), CLAIM, outcome.claim()))
            .withIndex(ascending(BULK, CLAIM));

    private final Aggregates<BulkDecision> decisions;
    private final Aggregates<BulkOutcome> outcomes;

    BulkDecisions(AggregatesFactory factory) {
        this.decisions = factory.of(TYPE);
        this.outcomes = factory.of(OUTCOMES);
    }

    /** Keeps a new one, or answers what was kept under its id before. */
    BulkDecision ensured(BulkDecision asked) {
        return decisions.insert(asked.id(), Change.of(asked)).stored().state();
    }

    Optional<BulkDecision> find(String id) {
        return decisions.find(id).map(Stored::state);
    }

    /** Those of which claims are left, after this one. */
    List<String> open(String after, int most) {
        return decisions.ids(eq(OPEN, true), after, most);
    }

    /** Some claims are done with; written again by who repeats it. Another instance may be further by now. */
    void past(BulkDecision from, List<BulkOutcome> found) {
        Map<String, BulkOutcome> byId = new LinkedHashMap<>();
        found.forEach(outcome -> byId.put(outcome.id(), outcome));
        outcomes.keepAll(byId);
        decisions.<Boolean>decide(
                from.id(),
                stored -> stored.state().after().equals(from.after())
                                && stored.state().open()
                        ? Decision.commit(stored.state().past(found), true)
                        : Decision.refuse(false));
    }

    void done(BulkDecision from, Instant at) {
        decisions.<Boolean>decide(
                from.id(),
                stored -> stored.state().open() && stored.state().after().equals(from.after())
                        ? Decision.commit(stored.state().done(at), true)
                        : Decision.refuse(false));
    }

    /** What it made of claims, by their ids, so many of those after this one. */
    List<BulkOutcome> outcomes(String bulk, String after, int most) {
        return outcomes.query(and(eq(BULK, bulk), gt(CLAIM, after)), Sorts.ascending(CLAIM), most).stream()
                .map(Stored::state)
                .toList();
    }

    private static Map<String, @Nullable Object> fields(BulkDecision decision) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(OPEN, decision.open() ? true : null);
        return fields;
    }
}
