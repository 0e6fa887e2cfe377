package dev.aftersales.claims.replays;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import dev.aftersales.chassis.aggregate.AggregateType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How replays are kept, and by what they are found. */
final class ReplayType {

    static final String POLICY_VERSION = "policyVersion";
    static final String REQUESTED_AT = "requestedAt";

    /** Only on replays that are not over. */
    static final String OPEN = "open";

    /** Only on replays that are over. */
    static final String OVER_SINCE = "overSince";

    static final AggregateType<Replay> TYPE = AggregateType.of("replays", Replay.class, Replay::vendor)
            .indexedBy(ReplayType::fields)
            .withIndex(compoundIndex(ascending("vendor", POLICY_VERSION), descending(REQUESTED_AT, "_id")))
            .withIndex(ascending(OPEN, REQUESTED_AT))
            .withIndex(ascending(OVER_SINCE));

    private ReplayType() {}

    private static Map<String, @Nullable Object> fields(Replay replay) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(POLICY_VERSION, replay.version());
        fields.put(REQUESTED_AT, replay.requestedAt());
        fields.put(OPEN, replay.phase().open() ? true : null);
        fields.put(OVER_SINCE, replay.phase().overSince());
        return fields;
    }
}
