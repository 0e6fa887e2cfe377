package dev.aftersales.chassis.calendars;

import dev.aftersales.chassis.languages.Text;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A calendar that answers at once what any of its days is. Immutable; made once from its definition, and then shared. */
public final class BusinessCalendar {

    private final CalendarDefinition definition;
    private final int firstYear;

    /** The days of each year from the first on; absent for a year that is not held. */
    private final Day[] @Nullable [] years;

    public BusinessCalendar(CalendarDefinition definition) {
        this.definition = definition;
        this.firstYear = definition.years().first();
        this.years = new Day[definition.years().last() - firstYear + 1][];
        definition.years().forEach(year -> years[year - firstYear] = daysOf(year));
    }

    public CalendarDefinition definition() {
        return definition;
    }

    public CalendarVersion version() {
        return definition.calendar();
    }

    public ZoneId zone() {
        return definition.zone();
    }

    /**
     * What the calendar says of that date.
     *
     * @throws YearUnknown if it does not hold the year
     */
    public Day day(LocalDate date) {
        int index = date.getYear() - firstYear;
        Day[] days = index < 0 || index >= years.length ? null : years[index];
        if (days == null) {
            throw new YearUnknown(version(), date.getYear());
        }
        return days[date.getDayOfYear() - 1];
    }

    @Override
    public String toString() {
        return definition.toString();
    }

    private Day[] daysOf(int year) {
        Day[] days = new Day[Year.of(year).length()];
        for (int i = 0; i < days.length; i++) {
            days[i] = dayOn(LocalDate.ofYearDay(year, i + 1));
        }
        return days;
    }

    private Day dayOn(LocalDate date) {
        Text holiday = definition.holidays().get(date);
        if (holiday != null) {
            return new Day.Off(date, holiday);
        }
        Text makeUp = definition.makeUpDays().get(date);
        if (makeUp != null) {
            return new Day.Working(date, definition.makeUpOpenings(), makeUp);
        }
        if (definition.weekend().contains(date.getDayOfWeek())) {
            return new Day.Off(date, null);
        }
        return new Day.Working(date, definition.openings().getOrDefault(date.getDayOfWeek(), List.of()), null);
    }
}
