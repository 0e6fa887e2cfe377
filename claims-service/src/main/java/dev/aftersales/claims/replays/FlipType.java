package dev.aftersales.claims.replays;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import dev.aftersales.chassis.aggregate.AggregateType;
import java.util.Map;
import org.bson.conversions.Bson;

/** How flips are kept, and by what they are found. */
final class FlipType {

    static final String REPLAY = "replay";
    static final String CLAIM = "claim";
    static final String AT = "submittedAt";
    static final String CLAUSES = "clauses";
    static final String FROM = "from";
    static final String TO = "to";

    static final AggregateType<Flip> TYPE = AggregateType.of("replay-flips", Flip.class, Flip::vendor)
            .indexedBy(flip -> Map.of(
                    REPLAY, flip.replay(),
                    CLAIM, flip.claimId(),
                    AT, flip.submittedAt(),
                    CLAUSES,
                            flip.shifts().stream().map(Comparison.Shift::clause).toList(),
                    FROM, flip.from().name(),
                    TO, flip.to().name()))
            .withIndex(newestFirst("vendor", REPLAY))
            .withIndex(newestFirst("vendor", REPLAY, CLAUSES))
            .withIndex(newestFirst("vendor", REPLAY, FROM, TO));

    private FlipType() {}

    private static Bson newestFirst(String... equal) {
        return compoundIndex(ascending(equal), descending(AT, "_id"));
    }
}
