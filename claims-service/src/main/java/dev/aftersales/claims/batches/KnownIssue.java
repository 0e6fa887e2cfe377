package dev.aftersales.claims.batches;

import dev.aftersales.claims.claims.BatchLink;
import dev.aftersales.contracts.events.batches.ResolutionKind;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known here of a batch issue, and who has still to be looked for because of it.
 *
 * @param group what its units have in common; absent while only later events of it were heard
 * @param asked how often customers of failed units were to be looked for: whoever looked meanwhile has not seen all
 * @param failedFrom machine time from which they are looked for; absent while all have been found
 * @param failedAtLatest machine time beyond which that is not put off for more units; absent while all have been found
 * @param order of the emergency plan to tell owners of sister units; absent while there is none
 * @param none true where a person has found that it is no batch issue, so that nobody more is told; absent otherwise
 * @param closing that a person closed it; absent while it is open, and of one that was closed before that was kept
 */
record KnownIssue(
        String id,
        String vendor,
        @Nullable UnitGroup group,
        int asked,
        @Nullable Instant failedFrom,
        @Nullable Instant failedAtLatest,
        @Nullable Order order,
        @Nullable Boolean none,
        @Nullable Closing closing) {

    static KnownIssue unheardOf(String id, String vendor) {
        return new KnownIssue(id, vendor, null, 0, null, null, null, null, null);
    }

    /**
     * That owners of sister units are to be told.
     *
     * @param lots the affected ones; none for all units of the model
     * @param from machine time from which they are looked for; absent when all have been found
     * @param unreached companies that have such units and nobody on record, the first ones
     */
    record Order(List<String> lots, @Nullable Instant from, List<String> unreached) {
        Order {
            lots = List.copyOf(lots);
            unreached = List.copyOf(unreached);
        }

        Order again(Instant later) {
            return new Order(lots, later, unreached);
        }

        Order done(List<String> without) {
            return new Order(lots, null, without);
        }
    }

    /**
     * That a person closed the issue.
     *
     * @param asked how often its claims were to be told: whoever went over them meanwhile has not seen all
     * @param from machine time from which its claims, and those who were told of what is none, are looked for; absent when
     *     all have been found
     * @param lastLook machine time from which whoever was told of what is none is looked for once more: an instance that
     *     looked for customers when it was closed may have told some since, and have stopped before it could say so; absent
     *     where nobody looked, and once that is done
     */
    record Closing(
            BatchLink.Over over,
            int asked,
            @Nullable Instant from,
            @Nullable Instant lastLook) {

        Closing again(Instant later) {
            return new Closing(over, asked + 1, from == null ? later : from, lastLook);
        }

        /** @param at machine time at which was looked */
        Closing done(Instant at) {
            return new Closing(over, asked, null, isLast(at) ? null : lastLook);
        }

        boolean isLast(Instant at) {
            return lastLook == null || !lastLook.isAfter(at);
        }

        @Nullable
        Instant dueAt() {
            return Stream.of(from, lastLook)
                    .filter(Objects::nonNull)
                    .min(Instant::compareTo)
                    .orElse(null);
        }
    }

    KnownIssue detected(UnitGroup common) {
        return new KnownIssue(id, vendor, common, asked, failedFrom, failedAtLatest, order, none, closing);
    }

    /** Whether its units failed as the other's did, wherever they are from, as far as nobody found that they did not. */
    boolean isLike(KnownIssue other) {
        return group != null && other.group != null && !other.isNone() && group.isLike(other.group);
    }

    /** Whether a person found that it is no batch issue. */
    boolean isNone() {
        return none != null;
    }

    /**
     * Customers of failed units are to be looked for.
     *
     * @param from machine time from which on, if nothing more is heard of until then
     * @param atLatest from which on in any case, where nobody looks for them yet
     */
    KnownIssue looksForFailed(Instant from, Instant atLatest) {
        Instant last = Objects.requireNonNullElse(failedAtLatest, atLatest);
        return new KnownIssue(
                id, vendor, group, asked + 1, from.isAfter(last) ? last : from, last, order, none, closing);
    }

    /** All were found, unless it was asked again meanwhile. */
    KnownIssue foundFailed(int whenAsked, Instant again) {
        return new KnownIssue(
                id, vendor, group, asked, asked == whenAsked ? null : again, null, order, none, takingBack(again));
    }

    /**
     * The first order counts: a plan is started once. One that is heard before the issue was detected waits for that: until its
     * claims are linked, units that failed could not be told from their sisters.
     */
    KnownIssue ordered(Order first) {
        return new KnownIssue(
                id, vendor, group, asked, failedFrom, failedAtLatest, order == null ? first : order, none, closing);
    }

    /**
     * Owners of sister units are to be looked for once more, as some units did not fail that were held to have: what they
     * counted in was found to be none. Who is told already is told nothing more.
     *
     * @param from machine time
     */
    KnownIssue looksForSistersAgain(Instant from) {
        return order == null || closing != null
                ? this
                : new KnownIssue(
                        id, vendor, group, asked, failedFrom, failedAtLatest, order.again(from), none, closing);
    }

    /**
     * All were found, unless it was asked again meanwhile.
     *
     * @param whenAsked from which machine time on whoever found them was to look
     */
    KnownIssue foundSisters(Instant whenAsked, List<String> unreached, Instant again) {
        return order == null
                ? this
                : new KnownIssue(
                        id,
                        vendor,
                        group,
                        asked,
                        failedFrom,
                        failedAtLatest,
                        whenAsked.equals(order.from()) ? order.done(unreached) : order,
                        none,
                        takingBack(again));
    }

    /** Whoever was told by those who had not heard yet that it is none, is looked for again. */
    private @Nullable Closing takingBack(Instant again) {
        return !isNone() || closing == null ? closing : closing.again(again);
    }

    /**
     * A person closed it, once: its claims and those who were told are looked for.
     *
     * @param from machine time
     * @param lastLook machine time by which an instance that looks for customers now has told them; used where it is none
     */
    KnownIssue closed(BatchLink.Over over, Instant from, Instant lastLook) {
        if (closing != null) {
            return this;
        }
        boolean isNone = over.as() == ResolutionKind.NO_BATCH_ISSUE;
        return new KnownIssue(
                id,
                vendor,
                group,
                asked,
                failedFrom,
                failedAtLatest,
                order,
                isNone ? Boolean.TRUE : none,
                new Closing(over, 1, from, isNone && isLookedFor() ? lastLook : null));
    }

    /** Whether customers are looked for, now or later. */
    private boolean isLookedFor() {
        return failedFrom != null || (order != null && order.from() != null);
    }

    /** Units came to it; if it is closed, their claims have to be told that. */
    KnownIssue linkedMore(Instant from) {
        return closing == null ? this : closing(closing.again(from));
    }

    /**
     * All that the closing is for was done, unless it was asked for again meanwhile. Of what is none customers are looked for
     * no more when that was the last look.
     *
     * @param at machine time at which was looked
     */
    KnownIssue toldClosing(int whenAsked, Instant at) {
        if (closing == null || closing.asked() != whenAsked) {
            return this;
        }
        KnownIssue told = closing(closing.done(at));
        return isNone() && closing.isLast(at) ? told.looksForNobody() : told;
    }

    private KnownIssue looksForNobody() {
        return new KnownIssue(
                id,
                vendor,
                group,
                asked,
                null,
                null,
                order == null ? null : order.done(order.unreached()),
                none,
                closing);
    }

    private KnownIssue closing(Closing other) {
        return new KnownIssue(id, vendor, group, asked, failedFrom, failedAtLatest, order, none, other);
    }

    /** Whether customers are told of it: it is known what failed, and nobody has found that it is none. */
    boolean isToBeTold() {
        return group != null && !isNone();
    }

    /** When somebody is to be looked for; absent when nobody is, or it is not known what failed. */
    @Nullable
    Instant dueAt() {
        Stream<@Nullable Instant> toTell =
                isToBeTold() ? Stream.of(failedFrom, order == null ? null : order.from()) : Stream.of();
        return Stream.concat(toTell, Stream.of(closing == null ? null : closing.dueAt()))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
