package dev.aftersales.diagnosis.radar;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * That a group is to be looked at: whether it is a batch since units of it are claimed in another way. Times are those of the
 * machine, in milliseconds.
 *
 * @param first earliest moment since which one of these units is in the group
 * @param asked when the first of them was counted
 * @param last when the last of them was
 */
record Look(Instant first, long asked, long last) {

    /** By then nothing that was said with them is on its way any more, where everybody counts. */
    private static final Duration MOSTLY = Duration.ofSeconds(1);

    /** Where an instance died, another counts on by then. */
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    static Look begun(Instant first, long now) {
        return new Look(first, now, now);
    }

    /** With another of these units. */
    Look again(Instant since, long now) {
        return new Look(earlier(since), asked, now);
    }

    /** The same, also by what stood there since that instant. */
    Look from(Instant since) {
        return since.isBefore(first) ? new Look(since, asked, last) : this;
    }

    /**
     * Whether it is time: a second after the last of these units, and when nothing is waited for. Whatever goes on, it is
     * looked at 30 seconds after the last of them, or after twice as long since the first.
     *
     * @param isAwaiting whether something of how the units were claimed before still counts
     */
    boolean isDue(long now, BooleanSupplier isAwaiting) {
        boolean isQuiet = now >= last + MOSTLY.toMillis() || now >= asked + AT_MOST.toMillis();
        boolean isLong = now >= last + AT_MOST.toMillis() || now >= asked + 2 * AT_MOST.toMillis();
        return isLong || (isQuiet && !isAwaiting.getAsBoolean());
    }

    private Instant earlier(Instant since) {
        return since.isBefore(first) ? since : first;
    }
}
