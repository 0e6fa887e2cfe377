package dev.aftersales.claims.batches;

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
 */
record KnownIssue(
        String id,
        String vendor,
        @Nullable UnitGroup group,
        int asked,
        @Nullable Instant failedFrom,
        @Nullable Instant failedAtLatest,
        @Nullable Order order,
        @Nullable Boolean none) {

    static KnownIssue unheardOf(String id, String vendor) {
        return new KnownIssue(id, vendor, null, 0, null, null, null, null);
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

        Order done(List<String> without) {
            return new Order(lots, null, without);
        }
    }

    KnownIssue detected(UnitGroup common) {
        return new KnownIssue(id, vendor, common, asked, failedFrom, failedAtLatest, order, none);
    }

    /** Whether its units failed as the other's did, wherever they are from. */
    boolean isLike(KnownIssue other) {
        return group != null
                && other.group != null
                && Objects.equals(group.model(), other.group.model())
                && Objects.equals(group.faultFamily(), other.group.faultFamily());
    }

    /**
     * Customers of failed units are to be looked for.
     *
     * @param from machine time from which on, if nothing more is heard of until then
     * @param atLatest from which on in any case, where nobody looks for them yet
     */
    KnownIssue looksForFailed(Instant from, Instant atLatest) {
        Instant last = Objects.requireNonNullElse(failedAtLatest, atLatest);
        return new KnownIssue(id, vendor, group, asked + 1, from.isAfter(last) ? last : from, last, order, none);
    }

    /** All were found, unless it was asked again meanwhile. */
    KnownIssue foundFailed(int whenAsked, Instant again) {
        return new KnownIssue(id, vendor, group, asked, asked == whenAsked ? null : again, null, order, none);
    }

    /** The first order counts: a plan is started once. */
    KnownIssue ordered(UnitGroup common, Order first) {
        return new KnownIssue(
                id, vendor, common, asked, failedFrom, failedAtLatest, order == null ? first : order, none);
    }

    KnownIssue foundSisters(List<String> unreached) {
        return order == null
                ? this
                : new KnownIssue(id, vendor, group, asked, failedFrom, failedAtLatest, order.done(unreached), none);
    }

    /** A person found that it is no batch issue. */
    KnownIssue dismissed() {
        return new KnownIssue(id, vendor, group, asked, failedFrom, failedAtLatest, order, true);
    }

    /** When somebody is to be looked for; absent when nobody is, or it is not known what failed. */
    @Nullable
    Instant dueAt() {
        return group == null || none != null
                ? null
                : Stream.of(failedFrom, order == null ? null : order.from())
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null);
    }
}
