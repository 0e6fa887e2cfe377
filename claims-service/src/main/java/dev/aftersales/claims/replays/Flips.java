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

/** The flips of all replays, each found where its line's claim stands in time. */
final class Flips {

    private final Aggregates<Flip> flips;

    Flips(Aggregates<Flip> flips) {
        this.flips = flips;
    }

    /** What is looked for; whatever is absent does not narrow the list. */
    record Filter(
            @Nullable String clause,
            @Nullable Standing from,
            @Nullable Standing to) {}

    /** Keeps them; one that is there already is the same. */
    void keep(List<Flip> found) {
        Map<String, Flip> byId = new LinkedHashMap<>();
        found.forEach(flip -> byId.put(flip.id(), flip));
        flips.keepAll(byId);
    }

    /** Forgets what was found behind that place: the walk goes there again. */
    void forgetBehind(Replay replay, ClaimWalk.@Nullable Place place) {
        List<Bson> filters = ofReplay(replay);
        if (place != null) {
            filters.add(gte(FlipType.AT, place.submittedAt()));
            filters.add(or(gt(FlipType.AT, place.submittedAt()), gt(FlipType.CLAIM, place.claimId())));
        }
        flips.removeAll(and(filters));
    }

    /** A page of a replay's flips, those of the newest claims first. */
    <T> Page<T> page(
            Replay replay,
            Filter filter,
            @Nullable String cursor,
            @Nullable Integer requestedLimit,
            Function<Flip, T> view) {
        int limit = Cursor.limit(requestedLimit);
        List<Bson> filters = ofReplay(replay);
        addEqual(filters, FlipType.CLAUSES, filter.clause());
        addEqual(
                filters,
                FlipType.FROM,
                filter.from() == null ? null : filter.from().name());
        addEqual(filters, FlipType.TO, filter.to() == null ? null : filter.to().name());
        if (cursor != null) {
            filters.add(Cursor.decode(cursor).after(FlipType.AT));
        }
        List<Flip> found = flips.query(and(filters), descending(FlipType.AT, "_id"), limit + 1).stream()
                .map(Stored::state)
                .toList();
        return Cursor.page(found, limit, flip -> new Cursor(flip.submittedAt(), flip.id()), view);
    }

    private static List<Bson> ofReplay(Replay replay) {
        return new ArrayList<>(List.of(eq("vendor", replay.vendor()), eq(FlipType.REPLAY, replay.id())));
    }

    private static void addEqual(List<Bson> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.add(eq(field, value));
        }
    }
}
