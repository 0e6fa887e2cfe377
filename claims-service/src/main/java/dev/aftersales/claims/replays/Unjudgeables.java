package dev.aftersales.claims.replays;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.claims.claims.ClaimWalk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The claims that replays could not compare, each found where it stands in time. */
final class Unjudgeables {

    private final Aggregates<Unjudgeable> unjudgeables;

    Unjudgeables(Aggregates<Unjudgeable> unjudgeables) {
        this.unjudgeables = unjudgeables;
    }

    /** Keeps them; one that is there already is the same. */
    void keep(List<Unjudgeable> passedOver) {
        Map<String, Unjudgeable> byId = new LinkedHashMap<>();
        passedOver.forEach(unjudgeable -> byId.put(unjudgeable.id(), unjudgeable));
        unjudgeables.keepAll(byId);
    }

    /** Forgets what was passed over behind that place: the walk goes there again. */
    void forgetBehind(Replay replay, ClaimWalk.@Nullable Place place) {
        List<Bson> filters = ofReplay(replay);
        if (place != null) {
            filters.add(gte(UnjudgeableType.AT, place.submittedAt()));
            filters.add(or(gt(UnjudgeableType.AT, place.submittedAt()), gt(UnjudgeableType.CLAIM, place.claimId())));
        }
        unjudgeables.removeAll(and(filters));
    }

    /** A page of a replay's, the newest claims first. */
    <T> Page<T> page(
            Replay replay, @Nullable String cursor, @Nullable Integer requestedLimit, Function<Unjudgeable, T> view) {
        int limit = Cursor.limit(requestedLimit);
        List<Bson> filters = ofReplay(replay);
        if (cursor != null) {
            filters.add(Cursor.decode(cursor).after(UnjudgeableType.AT));
        }
        List<Unjudgeable> found =
                unjudgeables.query(and(filters), descending(UnjudgeableType.AT, "_id"), limit + 1).stream()
                        .map(Stored::state)
                        .toList();
        return Cursor.page(found, limit, unjudgeable -> new Cursor(unjudgeable.submittedAt(), unjudgeable.id()), view);
    }

    private static List<Bson> ofReplay(Replay replay) {
        return new ArrayList<>(List.of(eq("vendor", replay.vendor()), eq(UnjudgeableType.REPLAY, replay.id())));
    }
}
