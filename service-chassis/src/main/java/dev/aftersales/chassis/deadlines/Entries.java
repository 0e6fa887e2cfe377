package dev.aftersales.chassis.deadlines;

import dev.aftersales.chassis.calendars.Day;
import dev.aftersales.chassis.languages.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects an explanation: days off and paused days in a row are one entry, and too many entries are folded. */
final class Entries {

    private final LocalTimes times;
    private final List<Entry> entries = new ArrayList<>();

    Entries(LocalTimes times) {
        this.times = times;
    }

    void counted(LocalDate day, int number, @Nullable Text makeUp) {
        entries.add(new Entry(new Span.Days(day, day), new Treatment.CountedDays(number, number, makeUp)));
    }

    /** A day that counts, as one entry with the counted days right before it. */
    void countedInARow(LocalDate day, int number) {
        if (!entries.isEmpty()
                && entries.getLast().treatment() instanceof Treatment.CountedDays before
                && entries.getLast().span() instanceof Span.Days days) {
            replaceLast(new Span.Days(days.first(), day), new Treatment.CountedDays(before.first(), number, null));
        } else {
            counted(day, number, null);
        }
    }

    void months(LocalDate from, LocalDate to, int months, boolean clamped) {
        entries.add(new Entry(new Span.Days(from, to), new Treatment.CountedMonths(months, clamped)));
    }

    void counted(long from, long to, long total) {
        entries.add(new Entry(stretch(from, to), new Treatment.CountedTime(Duration.ofSeconds(total))));
    }

    void skipped(LocalDate day, Treatment.Why why, @Nullable Text holiday) {
        days(day, new Treatment.Skipped(why, holiday));
    }

    void off(Day.Off day) {
        skipped(day.date(), day.holiday() == null ? Treatment.Why.WEEKEND : Treatment.Why.HOLIDAY, day.holiday());
    }

    void closed(long from, long to) {
        entries.add(new Entry(stretch(from, to), new Treatment.Skipped(Treatment.Why.OUTSIDE_HOURS, null)));
    }

    /** A pause as it is, from its own start on. */
    void paused(Pauses.Stretch pause) {
        paused(pause.from(), pause.to(), pause);
    }

    void paused(LocalDate day, Pauses.Stretch pause) {
        days(day, new Treatment.Paused(pause.by()));
    }

    void paused(long from, long to, Pauses.Stretch pause) {
        entries.add(new Entry(stretch(from, to), new Treatment.Paused(pause.by())));
    }

    /** All of them, or the first and the last of them around one that tells how many are left out. */
    List<Entry> folded() {
        if (entries.size() <= Reckoning.MOST_ENTRIES) {
            return entries;
        }
        int head = Reckoning.MOST_ENTRIES / 2;
        int tail = entries.size() - (Reckoning.MOST_ENTRIES - head - 1);
        Span span = new Span.Days(
                first(entries.get(head).span()), last(entries.get(tail - 1).span()));
        List<Entry> folded = new ArrayList<>(entries.subList(0, head));
        folded.add(new Entry(span, new Treatment.Folded(tail - head)));
        folded.addAll(entries.subList(tail, entries.size()));
        return folded;
    }

    /** A day that follows on what was told before. */
    private void days(LocalDate day, Treatment treatment) {
        if (!entries.isEmpty()
                && entries.getLast().treatment().equals(treatment)
                && entries.getLast().span() instanceof Span.Days days) {
            replaceLast(new Span.Days(days.first(), day), treatment);
        } else {
            entries.add(new Entry(new Span.Days(day, day), treatment));
        }
    }

    private void replaceLast(Span span, Treatment treatment) {
        entries.set(entries.size() - 1, new Entry(span, treatment));
    }

    private static Span stretch(long from, long to) {
        return new Span.Stretch(Instant.ofEpochSecond(from), to == Pauses.NEVER ? null : Instant.ofEpochSecond(to));
    }

    private LocalDate first(Span span) {
        return switch (span) {
            case Span.Days days -> days.first();
            case Span.Stretch stretch -> times.date(stretch.from().getEpochSecond());
        };
    }

    private LocalDate last(Span span) {
        return switch (span) {
            case Span.Days days -> days.last();
            case Span.Stretch stretch -> {
                Instant to = stretch.to();
                yield times.date(to == null ? stretch.from().getEpochSecond() : to.getEpochSecond() - 1);
            }
        };
    }
}
