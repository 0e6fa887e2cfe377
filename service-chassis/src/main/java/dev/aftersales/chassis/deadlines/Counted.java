package dev.aftersales.chassis.deadlines;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What counting came to, in epoch seconds.
 *
 * @param dayZero from which days are counted; absent for hours, and while every day that could be it is paused
 * @param targetAt the target's last second; absent without a target, or while a pause lasts before it
 * @param dueAt the limit's last second; absent while a pause lasts before it
 * @param pausedSince since when that pause lasts
 */
record Counted(
        @Nullable LocalDate dayZero,
        @Nullable Long targetAt,
        @Nullable Long dueAt,
        @Nullable Long pausedSince) {

    /** Nothing is due while that pause lasts. */
    static Counted waiting(@Nullable LocalDate dayZero, @Nullable Long targetAt, Pauses.Stretch pause) {
        return new Counted(dayZero, targetAt, null, pause.from());
    }
}
