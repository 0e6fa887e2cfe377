package dev.aftersales.logistics.emergencies;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.PrintedCode;
import dev.aftersales.contracts.Topic;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The emergencies of all vendors, by batch issue. */
@Component
class Emergencies {

    static final String STEP_DUE = "stepDue";
    private static final String ACTIVE = "active";
    private static final String WATCHES = "watches";
    private static final String HELD_MODEL = "heldModel";
    private static final String HOLDS = "holds";

    static final AggregateType<Emergency> TYPE = AggregateType.of("emergencies", Emergency.class, Emergency::vendor)
            .tellingOn(Topic.EMERGENCY_SUPPLIES)
            .indexedBy(Emergencies::queryFields)
            .withIndex(Indexes.ascending("vendor", ACTIVE, "_id"))
            .withIndex(Indexes.ascending("vendor", WATCHES, "_id"))
            .withIndex(Indexes.ascending("vendor", HOLDS, "_id"))
            .withIndex(Indexes.ascending("vendor", HELD_MODEL, "_id"));

    private final Aggregates<Emergency> aggregates;

    Emergencies(Aggregates<Emergency> aggregates) {
        this.aggregates = aggregates;
    }

    Optional<Emergency> find(String issue) {
        return aggregates.find(issue).map(Stored::state);
    }

    /** Makes it with the first that is heard of the issue, or changes it. */
    void react(Received<?> cause, String issue, Function<Emergency, Change<Emergency>> reaction) {
        Emergency fresh = Emergency.of(issue, cause.vendor());
        if (aggregates.create(cause, issue, () -> reaction.apply(fresh)) == Reacted.REPEATED) {
            aggregates.react(cause, issue, stored -> reaction.apply(stored.state()));
        }
    }

    <R> Optional<R> decide(String issue, Function<Emergency, Decision<Emergency, R>> decision) {
        return aggregates.decide(issue, stored -> decision.apply(stored.state()));
    }

    /** Emergencies with a plan that reserve or hold something of the part, behind that issue. */
    List<String> watching(String vendor, String part, String after, int limit) {
        return aggregates.ids(and(eq("vendor", vendor), eq(WATCHES, part)), after, limit);
    }

    /** Emergencies with a plan, behind that issue. */
    List<Emergency> active(String vendor, String after, int limit) {
        return list(and(eq("vendor", vendor), eq(ACTIVE, true)), after, limit);
    }

    /** Emergencies that hold shipping of something, behind that issue. */
    List<Emergency> holding(String vendor, String after, int limit) {
        return list(and(eq("vendor", vendor), eq(HOLDS, true)), after, limit);
    }

    /** Emergencies that hold shipping of the model, however it is written; also by fields that were kept as it was written. */
    List<Emergency> holdingModel(String vendor, String model, int limit) {
        return list(and(eq("vendor", vendor), in(HELD_MODEL, model, PrintedCode.of(model))), "", limit);
    }

    /** Those in which a step with stock is due since before that instant, oldest first. */
    List<String> owingSteps(Instant before, int limit) {
        return aggregates.query(lt(STEP_DUE, before), Sorts.ascending(STEP_DUE), limit).stream()
                .map(Stored::id)
                .toList();
    }

    private List<Emergency> list(Bson filter, String after, int limit) {
        return aggregates.query(and(filter, gt("_id", after)), Sorts.ascending("_id"), limit).stream()
                .map(Stored::state)
                .toList();
    }

    private static Map<String, @Nullable Object> queryFields(Emergency emergency) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(STEP_DUE, emergency.stepDue());
        if (emergency.isActive()) {
            Set<String> watches = new TreeSet<>(emergency.parts());
            ShippingHold hold = emergency.hold();
            if (hold != null) {
                watches.add(hold.model());
                fields.put(HELD_MODEL, PrintedCode.of(hold.model()));
                fields.put(HOLDS, true);
            }
            fields.put(ACTIVE, true);
            fields.put(WATCHES, watches.isEmpty() ? null : List.copyOf(watches));
        }
        return fields;
    }
}
