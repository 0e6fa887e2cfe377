package dev.aftersales.diagnosis.radar;

import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Goes over the marked groups, each at most once a second, in turns that are short: alarms are counted by the same thread
 * and wait for the end of a turn.
 */
final class GaugeTurns {

    /** How often there may be a turn. */
    static final Duration EVERY = Duration.ofMillis(100);

    /** A group is told at most so often. */
    static final Duration AGAIN = Duration.ofSeconds(1);

    /** So many entries are read in a turn, or those of one group: some 20 ms. What a group costs besides is as much as some. */
    private static final int MOST_ENTRIES = 4_000;

    private static final int OF_A_GROUP = 20;
    private static final int AT_ONCE = 50;

    private final Gauges gauges;
    private final ToIntFunction<String> tell;
    private long began = Long.MIN_VALUE;

    /** The group that was told last; absent between two rounds. */
    private @Nullable String after;

    /** @param tell tells how full a group is, and returns how many entries it read for that */
    GaugeTurns(Gauges gauges, ToIntFunction<String> tell) {
        this.gauges = gauges;
        this.tell = tell;
    }

    /** @param now machine time, milliseconds */
    void turn(long now) {
        if (after == null) {
            if (began != Long.MIN_VALUE && now - began < AGAIN.toMillis()) {
                return;
            }
            began = now;
            after = "";
        }
        int read = 0;
        do {
            List<String> some = gauges.changedAfter(after, AT_ONCE);
            if (some.isEmpty()) {
                after = null;
                return;
            }
            for (String group : some) {
                read += OF_A_GROUP + tell.applyAsInt(group);
                after = group;
                if (read > MOST_ENTRIES) {
                    return;
                }
            }
        } while (true);
    }
}
