package dev.aftersales.claims.deadlines;

import dev.aftersales.chassis.deadlines.DeadlineText;
import dev.aftersales.chassis.deadlines.Entry;
import dev.aftersales.chassis.deadlines.Span;
import dev.aftersales.chassis.deadlines.Treatment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One part of time, and what it was to a promise.
 *
 * @param firstDay with {@code lastDay}: whole days; absent for a stretch of time
 * @param from with {@code to}: a stretch up to, and without, its end, which is absent while it lasts
 * @param days numbers of the days that count, as in {@code 1-3}
 * @param months that count
 * @param total what has been counted when it is over
 * @param why it does not count
 * @param holiday for which it does not count, or for which a weekend day is worked
 * @param by what was waited for
 * @param leftOut entries that this one stands for
 * @param text all of it in words
 */
record EntryView(
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Instant from,
        @Nullable Instant to,
        Kind kind,
        @Nullable String days,
        @Nullable Integer months,
        @Nullable Duration total,
        Treatment.@Nullable Why why,
        @Nullable String holiday,
        @Nullable List<String> by,
        @Nullable Integer leftOut,
        String text) {

    /** Whether time counts. */
    enum Kind {
        COUNTED,
        SKIPPED,
        PAUSED,
        FOLDED
    }

    static EntryView of(Entry entry, ZoneId zone, DeadlineText words, Locale reader) {
        String text = words.of(entry, zone).in(reader);
        return switch (entry.treatment()) {
            case Treatment.CountedDays counted ->
                of(
                        entry.span(),
                        Kind.COUNTED,
                        counted.first() == counted.last()
                                ? String.valueOf(counted.first())
                                : counted.first() + "-" + counted.last(),
                        null,
                        null,
                        null,
                        counted.makeUp() == null ? null : counted.makeUp().in(reader),
                        null,
                        null,
                        text);
            case Treatment.CountedMonths counted ->
                of(entry.span(), Kind.COUNTED, null, counted.months(), null, null, null, null, null, text);
            case Treatment.CountedTime counted ->
                of(entry.span(), Kind.COUNTED, null, null, counted.total(), null, null, null, null, text);
            case Treatment.Skipped skipped ->
                of(
                        entry.span(),
                        Kind.SKIPPED,
                        null,
                        null,
                        null,
                        skipped.why(),
                        skipped.holiday() == null ? null : skipped.holiday().in(reader),
                        null,
                        null,
                        text);
            case Treatment.Paused paused ->
                of(entry.span(), Kind.PAUSED, null, null, null, null, null, paused.by(), null, text);
            case Treatment.Folded folded ->
                of(entry.span(), Kind.FOLDED, null, null, null, null, null, null, folded.entries(), text);
        };
    }

    private static EntryView of(
            Span span,
            Kind kind,
            @Nullable String days,
            @Nullable Integer months,
            @Nullable Duration total,
            Treatment.@Nullable Why why,
            @Nullable String holiday,
            @Nullable List<String> by,
            @Nullable Integer leftOut,
            String text) {
        return switch (span) {
            case Span.Days whole ->
                new EntryView(
                        whole.first(),
                        whole.last(),
                        null,
                        null,
                        kind,
                        days,
                        months,
                        total,
                        why,
                        holiday,
                        by,
                        leftOut,
                        text);
            case Span.Stretch stretch ->
                new EntryView(
                        null,
                        null,
                        stretch.from(),
                        stretch.to(),
                        kind,
                        days,
                        months,
                        total,
                        why,
                        holiday,
                        by,
                        leftOut,
                        text);
        };
    }
}
