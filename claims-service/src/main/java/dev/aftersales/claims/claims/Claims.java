package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Due;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BsonDateTime;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** All claims. Whatever changes one is counted by the stages that its lines reach, and sets its deadlines anew. */
public final class Claims {

    private static final int PAGE = 50;

    private final Aggregates<Claim> aggregates;
    private final StageMeter stages;
    private final Timekeeper timekeeper;

    Claims(Aggregates<Claim> aggregates, StageMeter stages, Timekeeper timekeeper) {
        this.aggregates = aggregates;
        this.stages = stages;
        this.timekeeper = timekeeper;
    }

    /** The claim of that id, whoever asks: whether the asker may know it is the asker's check. */
    public Optional<Claim> find(String id) {
        return aggregates.find(id).map(Stored::state);
    }

    /** Claims by when something becomes due on them; see {@link Aggregates#due}. */
    List<Due> due(String field, Instant until, @Nullable Due after, int limit) {
        return aggregates.due(field, until, after, limit);
    }

    /** Whether the claim is found by that instant of that field. */
    boolean standsBy(String field, String id, Instant at) {
        return aggregates.count(and(eq("_id", id), eq(field, new BsonDateTime(at.toEpochMilli()))), 1) == 1;
    }

    /** Ids of the vendor's claims whose deadlines wait for that; see {@link AwaitedYear#key}. */
    List<String> awaiting(String vendor, String key, String after, int limit) {
        return aggregates.ids(and(eq("vendor", vendor), eq(ClaimType.AWAITS_YEAR, key)), after, limit);
    }

    /** The vendor's claims of which units count in a batch issue, by id, so many of those after this one. */
    public List<Claim> ofBatchIssue(String vendor, String batchIssue, String after, int limit) {
        return query(
                and(eq("vendor", vendor), eq(ClaimType.BATCH_ISSUES, batchIssue), gt("_id", after)),
                ascending("_id"),
                limit);
    }

    /** Those of these of the vendor's claims of which units count in a batch issue. */
    Set<String> inBatchIssue(String vendor, String batchIssue, Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(aggregates.ids(
                        and(eq("vendor", vendor), eq(ClaimType.BATCH_ISSUES, batchIssue), in("_id", ids)),
                        "",
                        ids.size()));
    }

    /**
     * Has the walk see each of the vendor's claims that has a line with one of these serials.
     *
     * @param serials a hundred or so: each is a key of the index
     */
    public void eachWith(String vendor, Collection<String> serials, Consumer<Claim> walk) {
        String last = "";
        List<Claim> page;
        do {
            page = query(
                    and(eq("vendor", vendor), in(ClaimType.SERIALS, serials), gt("_id", last)), ascending("_id"), PAGE);
            page.forEach(walk);
            last = page.isEmpty() ? last : page.getLast().id();
        } while (page.size() == PAGE);
    }

    /** What the deadlines of claims are reckoned from, and nothing else of them. */
    List<ClaimClocks> clocks(Bson filter, Bson sort, int limit) {
        return aggregates.parts(filter, sort, limit, "clocks", ClaimClocks.class);
    }

    List<Claim> query(Bson filter, Bson sort, int limit) {
        return aggregates.query(filter, sort, limit).stream().map(Stored::state).toList();
    }

    /** Makes the claim unless it is there. */
    Insertion<Claim> insert(Change<Claim> first) {
        Insertion<Claim> insertion = aggregates.insert(first.state().id(), timekeeper.kept(null, first));
        if (insertion instanceof Insertion.Inserted<Claim> inserted) {
            stages.moved(null, inserted.stored().state());
        }
        return insertion;
    }

    /** Decides a command on the claim; empty when there is no such claim. */
    <R> Optional<R> decide(String id, Function<Claim, Decision<Claim, R>> command) {
        return decide(id, command, after -> {});
    }

    /** The same, answering how the claim stands afterwards. */
    Optional<Claim> decided(String id, Function<Claim, Decision<Claim, Boolean>> command) {
        AtomicReference<@Nullable Claim> stands = new AtomicReference<>();
        decide(id, command, stands::set);
        return Optional.ofNullable(stands.get());
    }

    private <R> Optional<R> decide(String id, Function<Claim, Decision<Claim, R>> command, Consumer<Claim> afterwards) {
        AtomicReference<@Nullable Runnable> count = new AtomicReference<>();
        Optional<R> result = aggregates.decide(id, stored -> {
            Claim before = timekeeper.begun(stored.state());
            Decision<Claim, R> decision = kept(before, command.apply(before));
            count.set(
                    decision instanceof Decision.Commit<Claim, R> commit
                            ? () -> stages.moved(stored.state(), commit.state())
                            : null);
            afterwards.accept(decision instanceof Decision.Commit<Claim, R> commit ? commit.state() : stored.state());
            return decision;
        });
        Runnable counting = count.get();
        if (counting != null) {
            counting.run();
        }
        return result;
    }

    /** Keeps the clocks of a claim that was kept before there were any; of every other claim nothing changes. */
    void beginClocks(String id) {
        aggregates.decide(id, stored -> {
            Claim begun = timekeeper.begun(stored.state());
            return begun.equals(stored.state()) ? Decision.refuse(false) : Decision.commit(begun, true);
        });
    }

    private <R> Decision<Claim, R> kept(Claim before, Decision<Claim, R> decision) {
        return switch (decision) {
            case Decision.Refuse<Claim, R> refused -> refused;
            case Decision.Commit<Claim, R> commit ->
                new Decision.Commit<>(
                        timekeeper
                                .kept(before, new Change<>(commit.state(), commit.events()))
                                .state(),
                        commit.events(),
                        commit.result(),
                        commit.at());
        };
    }

    /**
     * Lets a claim react to an event, once.
     *
     * @throws IllegalStateException when the event's claim does not exist, or is another vendor's: the event is then
     *     wrong, and belongs among the dead letters. The message names no event: letters are grouped by it, and each
     *     has the event's id anyway
     */
    public <E extends Event> void react(Received<E> event, String claimId, Function<Claim, Change<Claim>> reaction) {
        AtomicReference<@Nullable Runnable> count = new AtomicReference<>();
        Reacted reacted = aggregates.react(event, claimId, stored -> {
            if (!stored.vendor().equals(event.vendor())) {
                throw new IllegalStateException("the event is of another vendor than its claim");
            }
            Claim before = timekeeper.begun(stored.state());
            Change<Claim> change = timekeeper.kept(before, reaction.apply(before));
            count.set(() -> stages.moved(stored.state(), change.state()));
            return change;
        });
        switch (reacted) {
            case APPLIED -> {
                Runnable counting = count.get();
                if (counting != null) {
                    counting.run();
                }
            }
            case REPEATED -> {
                // Handled before, or overtaken by a later event of the same source.
            }
            case MISSING -> throw new IllegalStateException("the event names a claim that does not exist");
        }
    }
}
