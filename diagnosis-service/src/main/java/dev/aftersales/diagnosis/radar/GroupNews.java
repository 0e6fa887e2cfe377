package dev.aftersales.diagnosis.radar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is new of a group: a line of a claim, or that a person closed its batch issue. Exactly one of both is there.
 *
 * @param entry the line
 * @param counts whether the line does from now on
 * @param isRestated whether its units may count in another way, too, for a moment
 * @param resolved how its issue ended
 */
record GroupNews(
        @Nullable Group group,
        @Nullable Entry entry,
        boolean counts,
        boolean isRestated,
        @Nullable Resolved resolved) {

    /**
     * A person closed the batch issue.
     *
     * @param episode of the group that ended
     * @param at when, in business time
     */
    record Resolved(int episode, Instant at) {}

    static GroupNews of(Group group, Entry entry, boolean counts, boolean isRestated) {
        return new GroupNews(group, entry, counts, isRestated, null);
    }

    static GroupNews resolved(int episode, Instant at) {
        return new GroupNews(null, null, false, false, new Resolved(episode, at));
    }
}
