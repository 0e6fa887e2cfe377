package dev.aftersales.chassis.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which part of time an entry is about. */
public sealed interface Span {

    /** Whole days, the first and the last included; one day when they are the same. */
    record Days(LocalDate first, LocalDate last) implements Span {}

    /**
     * A stretch of time.
     *
     * @param from its first second
     * @param to the first second after it; absent while it lasts
     */
    record Stretch(Instant from, @Nullable Instant to) implements Span {}
}
