package dev.aftersales.claims.replays;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.claims.claims.ClaimWalk;
import dev.aftersales.claims.identity.DerivedId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** All replays. Of a vendor's the one that was asked for first is worked on, the others wait. */
final class Replays {

    /** Of one version: more are looked through than anybody asks for while one is open. */
    private static final int MOST_OF_A_VERSION = 200;

    private static final int MOST_OPEN = 500;

    private final Aggregates<Replay> replays;
    private final Clock businessClock;
    private final Clock machineClock;
    private final Duration lease;

    Replays(Aggregates<Replay> replays, Clock businessClock, Clock machineClock, Duration lease) {
        this.replays = replays;
        this.businessClock = businessClock;
        this.machineClock = machineClock;
        this.lease = lease;
    }

    /**
     * What asking did.
     *
     * @param created false when the same had been asked for and is not over
     */
    record Asked(Replay replay, boolean created) {}

    /**
     * Asks for a replay, or finds the one that is under way. Ids follow from what is asked and from the last replay of the
     * same, so that two who ask at once get one.
     */
    Asked ask(
            String vendor,
            String version,
            String rules,
            @Nullable Instant from,
            @Nullable Instant to,
            String requestedBy) {
        Optional<Replay> last = ofVersion(vendor, version, MOST_OF_A_VERSION).stream()
                .filter(replay -> replay.asks(version, rules, from, to))
                .findFirst();
        if (last.isPresent() && last.get().phase().open()) {
            return new Asked(last.get(), false);
        }
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        String id = DerivedId.of(
                "rpl",
                vendor,
                version,
                rules,
                String.valueOf(from),
                String.valueOf(to),
                last.map(Replay::id).orElse(""));
        Replay asked = new Replay(
                id,
                vendor,
                version,
                rules,
                from,
                to,
                to == null || to.isAfter(now) ? now : to,
                requestedBy,
                now,
                null,
                null,
                Tally.NONE,
                0,
                new Phase.Waiting());
        return switch (replays.insert(id, Change.of(asked))) {
            case Insertion.Inserted<Replay> inserted -> new Asked(asked, true);
            case Insertion.AlreadyThere<Replay> twin -> new Asked(twin.stored().state(), false);
        };
    }

    /** The replay of that id, whoever asks: whether the asker may know it is the asker's check. */
    Optional<Replay> find(String id) {
        return replays.find(id).map(Stored::state);
    }

    /** A page of a version's replays, newest first. */
    <T> Page<T> page(
            String vendor,
            String version,
            @Nullable String cursor,
            @Nullable Integer requestedLimit,
            Function<Replay, T> view) {
        int limit = Cursor.limit(requestedLimit);
        List<Bson> filters = new ArrayList<>(List.of(eq("vendor", vendor), eq(ReplayType.POLICY_VERSION, version)));
        if (cursor != null) {
            filters.add(Cursor.decode(cursor).after(ReplayType.REQUESTED_AT));
        }
        List<Replay> found = newestFirst(and(filters), limit + 1);
        return Cursor.page(found, limit, replay -> new Cursor(replay.requestedAt(), replay.id()), view);
    }

    private List<Replay> ofVersion(String vendor, String version, int limit) {
        return newestFirst(and(eq("vendor", vendor), eq(ReplayType.POLICY_VERSION, version)), limit);
    }

    private List<Replay> newestFirst(Bson filter, int limit) {
        return replays.query(filter, descending(ReplayType.REQUESTED_AT, "_id"), limit).stream()
                .map(Stored::state)
                .toList();
    }

    /** Some of those that were over before that time, the oldest first. */
    List<Replay> overBefore(Instant time, int limit) {
        return replays.query(lt(ReplayType.OVER_SINCE, time), ascending(ReplayType.OVER_SINCE), limit).stream()
                .map(Stored::state)
                .toList();
    }

    /** Forgets a replay that is over. */
    void forget(Replay replay) {
        replays.removeAll(eq("_id", replay.id()));
    }

    /** Cancels it; unchanged when it is over. Empty when there is none. */
    Optional<Replay> cancel(String id, String by) {
        return replays.decide(
                id, stored -> commit(stored.state().cancelled(by, businessClock.instant()), stored.state()));
    }

    /** Takes up a replay that nobody works on; empty when there is none. */
    Optional<Replay> takeUp() {
        Set<String> vendors = new HashSet<>();
        for (Stored<Replay> open :
                replays.query(eq(ReplayType.OPEN, true), ascending(ReplayType.REQUESTED_AT), MOST_OPEN)) {
            if (vendors.add(open.vendor())) {
                Optional<Replay> taken = takeUp(open.id());
                if (taken.isPresent()) {
                    return taken;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Replay> takeUp(String id) {
        Instant now = machineClock.instant();
        return replays.<Optional<Replay>>decide(id, stored -> stored.state()
                        .takenUp(now, now.plus(lease))
                        .<Decision<Replay, Optional<Replay>>>map(taken -> Decision.commit(taken, Optional.of(taken)))
                        .orElseGet(() -> Decision.refuse(Optional.empty())))
                .flatMap(Function.identity());
    }

    /**
     * Writes down how many claims there are, which also prolongs the run's lease.
     *
     * @return whether it is still the one that is at it
     */
    boolean counted(Replay replay, int run, long claims) {
        return change(
                replay,
                before -> before.counted(run, claims, machineClock.instant().plus(lease)));
    }

    /**
     * Writes down how far the run has come, which also prolongs its lease.
     *
     * @return whether it is still the one that is at it
     */
    boolean reached(Replay replay, int run, ClaimWalk.Place place, Tally tally) {
        return change(
                replay,
                before ->
                        before.reached(run, place, tally, machineClock.instant().plus(lease)));
    }

    /** Ends the run: the replay goes into that phase, if the run is still the one that is at it. */
    boolean leave(Replay replay, int run, Phase next) {
        return change(replay, before -> before.left(run, next));
    }

    private boolean change(Replay replay, Function<Replay, Optional<Replay>> step) {
        return replays.<Boolean>decide(replay.id(), stored -> step.apply(stored.state())
                        .<Decision<Replay, Boolean>>map(after -> Decision.commit(after, true))
                        .orElseGet(() -> Decision.refuse(false)))
                .orElse(false);
    }

    private static Decision<Replay, Replay> commit(Optional<Replay> after, Replay otherwise) {
        return after.<Decision<Replay, Replay>>map(next -> Decision.commit(next, next))
                .orElseGet(() -> Decision.refuse(otherwise));
    }
}
