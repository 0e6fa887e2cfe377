package dev.aftersales.claims.adjudication.rules;

import java.time.LocalDate;
import java.time.Period;

/** Compares periods that no single number can: twelve months are now 365 days, now 366. */
public final class Periods {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

    /** Days in which every length of month and year begins once. */
    private static final int CYCLE = 4 * 365 + 1;

    private Periods() {}

    /** Whether the one ends earlier than the other from any day on which both may begin. */
    public static boolean isShorter(Period one, Period other) {
        return FIRST.datesUntil(FIRST.plusDays(CYCLE))
                .anyMatch(day -> day.plus(one).isBefore(day.plus(other)));
    }
}
