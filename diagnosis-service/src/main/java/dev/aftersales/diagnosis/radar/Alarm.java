package dev.aftersales.diagnosis.radar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the radar tells of a group.
 *
 * @param sequence of what is told of the group, from 1
 * @param episode of the group, from 1: each is one batch issue
 * @param detection absent for growth
 * @param reachedAt when there were enough units, by what is known by now
 * @param came lines of claims that count from now on
 * @param went lines that count no more
 */
record Alarm(
        String groupId,
        Group group,
        long sequence,
        int episode,
        Tally tally,
        @Nullable Detection detection,
        @Nullable Instant reachedAt,
        List<Entry> came,
        List<Entry> went)
        implements Told {

    Alarm {
        came = List.copyOf(came);
        went = List.copyOf(went);
    }

    static Alarm detected(Head head, Detection detection, List<Entry> members) {
        return new Alarm(
                head.group().id(),
                head.group(),
                head.told(),
                head.episode(),
                head.tally(),
                detection,
                head.reachedAt(),
                members,
                List.of());
    }

    static Alarm grew(Head head, List<Entry> came, List<Entry> went) {
        return new Alarm(
                head.group().id(),
                head.group(),
                head.told(),
                head.episode(),
                head.tally(),
                null,
                head.reachedAt(),
                came,
                went);
    }

    /** When the last of the lines was claimed; absent when none came. */
    @Nullable
    Instant lastClaimedAt() {
        return came.stream().map(Entry::at).max(Instant::compareTo).orElse(null);
    }
}
