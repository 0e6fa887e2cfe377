package dev.aftersales.chassis.deadlines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What starts a promise. A promise that begins with the end of another begins when that was due, if the event comes late:
 * a late acknowledgment buys no time (A?4). Instants are cut to whole seconds.
 *
 * @param event what starts it, a code
 * @param happenedAt when it happened; absent while only its due time has passed
 * @param countsFrom from when on is counted: the event, or the earlier due time
 * @param insteadBy the clause of the promise whose due time counts instead of the event; absent when the event counts
 */
public record Start(
        String event,
        @Nullable Instant happenedAt,
        Instant countsFrom,
        @Nullable String insteadBy) {

    /** @throws IllegalArgumentException if no due time explains why it is not the event that counts */
    public Start {
        happenedAt = happenedAt == null ? null : WholeSeconds.of(happenedAt);
        countsFrom = WholeSeconds.of(countsFrom);
        if (insteadBy == null
                ? !countsFrom.equals(happenedAt)
                : happenedAt != null && !countsFrom.isBefore(happenedAt)) {
            throw new IllegalArgumentException(event + " counts from the event or from an earlier due time, not from "
                    + countsFrom + " (happened at " + happenedAt + ")");
        }
    }

    /** A start by the event itself. */
    public static Start at(String event, Instant happenedAt) {
        return new Start(event, happenedAt, happenedAt, null);
    }

    /**
     * A start by an event that another promise is about.
     *
     * @param stopped the reckoning of the promise that the event fulfils
     * @param happenedAt when it happened; absent when it has not yet
     * @param asOf now
     * @return absent as long as neither event nor due time has come
     */
    public static @Nullable Start chained(String event, Reckoning stopped, @Nullable Instant happenedAt, Instant asOf) {
        Instant due = stopped.dueAt();
        if (due != null && (happenedAt == null ? stopped.isOver(asOf) : stopped.isOver(happenedAt))) {
            return new Start(event, happenedAt, due, stopped.promise().clause());
        }
        return happenedAt == null ? null : at(event, happenedAt);
    }
}
