package dev.aftersales.claims.replays;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import dev.aftersales.chassis.aggregate.AggregateType;
import java.util.Map;

/** How claims without a comparison are kept, and by what they are found. */
final class UnjudgeableType {

    static final String REPLAY = "replay";
    static final String CLAIM = "claim";
    static final String AT = "submittedAt";

    static final AggregateType<Unjudgeable> TYPE = AggregateType.of(
                    "replay-unjudgeable", Unjudgeable.class, Unjudgeable::vendor)
            .indexedBy(unjudgeable -> Map.of(
                    REPLAY, unjudgeable.replay(),
                    CLAIM, unjudgeable.claimId(),
                    AT, unjudgeable.submittedAt()))
            .withIndex(compoundIndex(ascending("vendor", REPLAY), descending(AT, "_id")));

    private UnjudgeableType() {}
}
