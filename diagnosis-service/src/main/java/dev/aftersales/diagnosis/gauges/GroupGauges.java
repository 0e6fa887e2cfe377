package dev.aftersales.diagnosis.gauges;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.contracts.events.radar.GroupGauged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the radar said last of each group, in a document for each. One that was emptied is kept a while, as the guard. */
@Component
public class GroupGauges {

    private static final String UNITS = "units";
    private static final String TRAITS = "traits";
    private static final String GAUGED_AT = "gaugedAt";

    /** When the group has been empty for so long that nothing older can be said of it any more. */
    private static final String GONE_AT = "goneAt";

    private static final Duration KEPT_EMPTY = Duration.ofDays(1);

    static final AggregateType<GroupGauged> TYPE = AggregateType.of(
                    "radar-groups", GroupGauged.class, GroupGauged::vendor)
            .indexedBy(GroupGauges::queryFields)
            .withIndex(compoundIndex(ascending("vendor"), descending(UNITS, "_id")))
            .withIndex(compoundIndex(ascending("vendor", TRAITS), descending(UNITS, "_id")))
            .withIndex(ascending("vendor", GAUGED_AT, "_id"))
            .withIndex(ascending(GONE_AT));

    private final Aggregates<GroupGauged> groups;

    GroupGauges(Aggregates<GroupGauged> groups) {
        this.groups = groups;
    }

    /** The radar says how full a group is; the last word holds, whatever comes after it. */
    public void gauged(Received<GroupGauged> cause) {
        String id = cause.data().groupId();
        if (!id.equals(cause.subject())) {
            throw new IllegalStateException("the gauge is of another group than its record");
        }
        Change<GroupGauged> told = Change.of(cause.data());
        if (groups.react(cause, id, before -> told) == Reacted.MISSING
                && groups.create(cause, id, () -> told) == Reacted.REPEATED) {
            groups.react(cause, id, before -> told);
        }
    }

    /** Groups of a vendor that are not empty, the fullest first. */
    List<GroupGauged> fullestFirst(String vendor, GaugeFilter filter, @Nullable GaugePlace after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(eq("vendor", vendor)));
        filter.traits().forEach(trait -> filters.add(eq(TRAITS, trait)));
        filters.add(gte(UNITS, filter.leastUnits()));
        if (after != null) {
            filters.add(or(lt(UNITS, after.units()), and(eq(UNITS, after.units()), lt("_id", after.group()))));
        }
        return states(groups.query(and(filters), Sorts.descending(UNITS, "_id"), limit));
    }

    /** Groups of a vendor of which something was said since, the emptied ones too, in the order in which it was. */
    List<GroupGauged> gaugedSince(String vendor, Instant since, @Nullable GroupGauged after, int limit) {
        Bson by = and(eq("vendor", vendor), gte(GAUGED_AT, since));
        if (after != null) {
            Instant at = after.gaugedAt();
            by = and(
                    eq("vendor", vendor),
                    gte(GAUGED_AT, at),
                    or(gt(GAUGED_AT, at), and(eq(GAUGED_AT, at), gt("_id", after.groupId()))));
        }
        return states(groups.query(by, Sorts.ascending(GAUGED_AT, "_id"), limit));
    }

    /** @throws dev.aftersales.chassis.problems.ProblemException 404 when the caller's vendors have no such group, or it is empty */
    GroupGauged of(Caller caller, String group) {
        return groups.find(group)
                .filter(stored -> caller.servesVendor(stored.vendor()))
                .map(Stored::state)
                .filter(gauge -> gauge.units() > 0)
                .orElseThrow(() -> Problem.notFound("group of units", group).exception());
    }

    /** Forgets groups that have been empty for long, also by the passing of time alone, when nobody said so. */
    void forget(Instant now) {
        groups.removeAll(lte(GONE_AT, now));
    }

    private static List<GroupGauged> states(List<Stored<GroupGauged>> found) {
        return found.stream().map(Stored::state).toList();
    }

    private static Map<String, @Nullable Object> queryFields(GroupGauged gauge) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(UNITS, gauge.units());
        fields.put(TRAITS, GaugeFilter.traitsOf(gauge));
        fields.put(GAUGED_AT, gauge.gaugedAt());
        Instant lastSeen = gauge.lastSeen();
        Instant empty = lastSeen == null ? gauge.gaugedAt() : lastSeen.plus(gauge.window());
        fields.put(GONE_AT, empty.plus(KEPT_EMPTY));
        return fields;
    }
}
