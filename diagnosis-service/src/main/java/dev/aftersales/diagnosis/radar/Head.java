package dev.aftersales.diagnosis.radar;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a group stands; what it consists of are its entries.
 *
 * @param episode how many batch issues it has had, the open one included
 * @param open whether the last of them is
 * @param since what was claimed before that counts no more: it is part of an issue that was closed, or older than a batch
 *     may be
 * @param reachedAt when there were enough units for the open issue, by what is known by now; absent where none is open
 * @param tally of the open issue; of nothing where none is open
 * @param told sequence of what was told of the group last, over all episodes
 */
record Head(
        Group group,
        int episode,
        boolean open,
        Instant since,
        @Nullable Instant reachedAt,
        Tally tally,
        long told) {

    /**
     * A group of which nothing is known.
     *
     * @param now from which it is told in sequence: a radar that has lost what it counted, and reads the topics anew, goes
     *     on beyond what it told before, or who heard that would take what is new for a repeat
     */
    static Head of(Group group, Instant now) {
        return new Head(group, 0, false, Instant.EPOCH, null, Tally.NONE, now.toEpochMilli());
    }

    boolean counts(Entry entry) {
        return !entry.at().isBefore(since);
    }

    /** @param first instant of which claims are remembered: none of before is part of the issue */
    Head detected(Detection detection, Tally now, Instant first) {
        Instant from = Stream.of(since, detection.from(), first)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Head(group, episode + 1, true, from, detection.at(), now, told);
    }

    Head counting(Tally now) {
        return new Head(group, episode, open, since, reachedAt, now, told);
    }

    /** A claim that was heard late made it a batch sooner. */
    Head reached(Instant sooner) {
        return new Head(group, episode, open, since, sooner, tally, told);
    }

    /** Instants are told to the millisecond: what was claimed in that of the closing belongs to the closed issue. */
    Head resolved(Instant at) {
        return new Head(group, episode, false, at.plusMillis(1), null, Tally.NONE, told);
    }

    Head telling() {
        return new Head(group, episode, open, since, reachedAt, tally, told + 1);
    }
}
