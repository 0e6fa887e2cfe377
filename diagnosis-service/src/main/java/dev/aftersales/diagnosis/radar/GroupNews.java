package dev.aftersales.diagnosis.radar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is new of a group: a line of a claim, or that a person closed its batch issue. Exactly one of both is there.
 *
 * @param entry the line
 * @param counts whether the line does from now on
 * @param insteadOf in what other way its units may count, too, for a moment; absent where they cannot
 * @param resolved how its issue ended
 */
record GroupNews(
        @Nullable Group group,
        @Nullable Entry entry,
        boolean counts,
        @Nullable List<Replaced> insteadOf,
        @Nullable Resolved resolved) {

    GroupNews {
        insteadOf = insteadOf == null ? null : List.copyOf(insteadOf);
    }

    /**
     * A person closed the batch issue.
     *
     * @param episode of the group that ended
     * @param at when, in business time
     */
    record Resolved(int episode, Instant at) {}

    static GroupNews of(Group group, Entry entry, boolean counts, @Nullable List<Replaced> insteadOf) {
        return new GroupNews(group, entry, counts, insteadOf, null);
    }

    static GroupNews resolved(int episode, Instant at) {
        return new GroupNews(null, null, false, null, new Resolved(episode, at));
    }
}
