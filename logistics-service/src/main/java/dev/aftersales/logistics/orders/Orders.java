package dev.aftersales.logistics.orders;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.PartQuantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The service orders of all vendors, by claim id. */
@Component
class Orders {

    static final String TRACKING_NUMBERS = "trackingNumbers";
    static final String STEP_DUE = "stepDue";
    private static final String STATES = "shipmentStates";
    private static final String WAITING_PARTS = "waitingParts";
    private static final String AUTHORISED_AT = "authorisedAt";

    static final AggregateType<ServiceOrder> TYPE = AggregateType.of("orders", ServiceOrder.class, ServiceOrder::vendor)
            .tellingOn(Topic.LOGISTICS)
            .indexedBy(Orders::queryFields)
            .withIndex(Indexes.ascending("vendor", AUTHORISED_AT, "_id"))
            .withIndex(Indexes.ascending("vendor", STATES, AUTHORISED_AT, "_id"))
            .withIndex(Indexes.ascending("vendor", WAITING_PARTS, AUTHORISED_AT, "_id"));

    private static final Bson OLDEST_FIRST = Sorts.ascending(AUTHORISED_AT, "_id");

    private final Aggregates<ServiceOrder> aggregates;

    Orders(Aggregates<ServiceOrder> aggregates) {
        this.aggregates = aggregates;
    }

    Optional<ServiceOrder> find(String claimId) {
        return aggregates.find(claimId).map(Stored::state);
    }

    Reacted create(Received<?> cause, String claimId, Supplier<Change<ServiceOrder>> first) {
        return aggregates.create(cause, claimId, first);
    }

    Reacted react(Received<?> cause, String claimId, Function<ServiceOrder, Change<ServiceOrder>> reaction) {
        return aggregates.react(cause, claimId, stored -> reaction.apply(stored.state()));
    }

    <R> Optional<R> decide(String claimId, Function<ServiceOrder, Decision<ServiceOrder, R>> decision) {
        return aggregates.decide(claimId, stored -> decision.apply(stored.state()));
    }

    /** The order of the parcel, by the number that is unique at the vendor. */
    Optional<ServiceOrder> carrying(String vendor, String trackingNumber) {
        return first(and(eq("vendor", vendor), eq(TRACKING_NUMBERS, trackingNumber)), Sorts.ascending("_id"));
    }

    /** The oldest order that waits for the part: the next to be served. */
    Optional<ServiceOrder> firstWaiting(String vendor, String part) {
        return first(and(eq("vendor", vendor), eq(WAITING_PARTS, part)), OLDEST_FIRST);
    }

    /** The orders of the claims that have one. */
    List<ServiceOrder> of(String vendor, Collection<String> claims) {
        return claims.isEmpty()
                ? List.of()
                : aggregates
                        .query(and(in("_id", claims), eq("vendor", vendor)), Sorts.ascending("_id"), claims.size())
                        .stream()
                        .map(Stored::state)
                        .toList();
    }

    /** Those of the claims whose orders wait for the part. */
    List<String> waitingOf(String vendor, String part, List<String> claims) {
        return claims.isEmpty()
                ? List.of()
                : aggregates
                        .query(
                                and(in("_id", claims), eq("vendor", vendor), eq(WAITING_PARTS, part)),
                                Sorts.ascending("_id"),
                                claims.size())
                        .stream()
                        .map(Stored::id)
                        .toList();
    }

    /** Orders in which a step was left half done before that instant, oldest first. */
    List<String> owingSteps(Instant before, int limit) {
        return aggregates.query(lt(STEP_DUE, before), Sorts.ascending(STEP_DUE), limit).stream()
                .map(Stored::id)
                .toList();
    }

    /**
     * A vendor's orders, oldest first.
     *
     * @param state that at least one of the order's shipments has; all when absent
     * @param from the first order to be listed, when it still is one
     */
    List<ServiceOrder> list(String vendor, @Nullable ShipmentState state, @Nullable OrderPlace from, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(eq("vendor", vendor)));
        if (state != null) {
            filters.add(eq(STATES, state.name()));
        }
        if (from != null) {
            // The range beside the "or" is what an index can use.
            filters.add(gte(AUTHORISED_AT, from.authorisedAt()));
            filters.add(or(gt(AUTHORISED_AT, from.authorisedAt()), gte("_id", from.claimId())));
        }
        return aggregates.query(and(filters), OLDEST_FIRST, limit).stream()
                .map(Stored::state)
                .toList();
    }

    /** Where an order stands in the list: to the millisecond, as the store keeps it. */
    record OrderPlace(Instant authorisedAt, String claimId) {}

    private Optional<ServiceOrder> first(Bson filter, Bson sort) {
        return aggregates.query(filter, sort, 1).stream().map(Stored::state).findFirst();
    }

    private static Map<String, @Nullable Object> queryFields(ServiceOrder order) {
        List<Shipment> shipments = order.shipments();
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(AUTHORISED_AT, order.authorisedAt());
        fields.put(
                STATES,
                shipments.stream()
                        .map(shipment -> shipment.state().name())
                        .distinct()
                        .toList());
        fields.put(
                WAITING_PARTS,
                unlessEmpty(shipments.stream()
                        .flatMap(shipment -> shipment.missing().stream())
                        .map(PartQuantity::part)
                        .distinct()
                        .toList()));
        fields.put(
                TRACKING_NUMBERS,
                unlessEmpty(shipments.stream()
                        .flatMap(shipment -> shipment.carriage().stream())
                        .map(Carriage::trackingNumber)
                        .toList()));
        fields.put(
                STEP_DUE,
                shipments.stream()
                        .filter(Shipment::owesStep)
                        .map(Shipment::changedAt)
                        .min(Instant::compareTo)
                        .orElse(null));
        return fields;
    }

    private static @Nullable List<String> unlessEmpty(List<String> values) {
        return values.isEmpty() ? null : values;
    }
}
