package dev.aftersales.claims.calendars;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose public holidays a version takes over when it is entered.
 *
 * @param library {@value PublicHolidays#LIBRARY}
 * @param country as in {@code de}
 * @param subdivision of the country, as in {@code by}, or a part of one, as in {@code by/ag}; absent: what holds everywhere
 * @param years of which the holidays are taken over; some or all of those that the calendar holds
 */
record HolidaySource(
        @NotBlank @Size(max = 32) String library,
        @NotBlank @Size(max = 32) String country,
        @Nullable @Size(max = 32) String subdivision,
        @NotEmpty @Size(max = 20) SortedSet<@NotNull Integer> years) {

    HolidaySource {
        years = years == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(years));
    }

    /** The subdivision and its parts, from the largest to the smallest. */
    List<String> path() {
        return subdivision == null ? List.of() : List.of(subdivision.split("/", -1));
    }
}
