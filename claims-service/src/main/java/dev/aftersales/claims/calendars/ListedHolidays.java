package dev.aftersales.claims.calendars;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.spi.Described;
import de.focus_shift.jollyday.core.spi.HolidayCalendarConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayConfigurations;
import de.focus_shift.jollyday.core.spi.Limited;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holidays that the library does not compute but lists, year by year, as most of those by the moon. After the last year of
 * its list such a holiday is just missing: Singapore's New Year ends with 2024 in release 2.19.
 */
final class ListedHolidays {

    /** So many single years in a row are a list; fewer are an exception, such as an anniversary. */
    private static final int IN_A_ROW = 3;

    private ListedHolidays() {}

    /** The rule of one holiday: from the first year for which it holds to the last. */
    private record Rule(String holiday, int first, int last) {

        boolean holds(int year) {
            return first <= year && year <= last;
        }
    }

    /** What is missing of what is asked for, as {@code CHINESE_NEW_YEAR 2026}. */
    static SortedSet<String> notListed(HolidayManager library, HolidaySource source) {
        SortedSet<String> missing = new TreeSet<>();
        rules(library, source)
                .collect(Collectors.groupingBy(Rule::holiday, TreeMap::new, Collectors.toList()))
                .forEach((holiday, rules) -> {
                    if (isListed(rules)) {
                        source.years().stream()
                                .filter(year -> rules.stream().noneMatch(rule -> rule.holds(year)))
                                .forEach(year -> missing.add(holiday + " " + year));
                    }
                });
        return missing;
    }

    private static boolean isListed(List<Rule> rules) {
        SortedSet<Integer> years = rules.stream()
                .filter(rule -> rule.first() == rule.last())
                .map(Rule::first)
                .collect(Collectors.toCollection(TreeSet::new));
        IntPredicate beginsARow =
                year -> Stream.iterate(year, next -> next + 1).limit(IN_A_ROW).allMatch(years::contains);
        return years.stream().anyMatch(beginsARow::test);
    }

    private static Stream<Rule> rules(HolidayManager library, HolidaySource source) {
        HolidayCalendarConfiguration place =
                library.getConfigurationService().getHolidayCalendarConfiguration(library.getManagerParameter());
        List<Rule> rules = new ArrayList<>(rules(place.holidays()).toList());
        for (String part : source.path()) {
            place = place.subConfigurations()
                    .filter(within -> within.hierarchy().equals(part))
                    .findFirst()
                    .orElseThrow();
            rules.addAll(rules(place.holidays()).toList());
        }
        return rules.stream();
    }

    private static Stream<Rule> rules(HolidayConfigurations holidays) {
        return Stream.of(
                        rules(holidays.fixed()),
                        rules(holidays.relativeToFixed()),
                        rules(holidays.relativeToWeekdayInMonth()),
                        rules(holidays.fixedWeekdays()),
                        rules(holidays.christianHolidays()),
                        rules(holidays.islamicHolidays()),
                        rules(holidays.fixedWeekdayBetweenFixed()),
                        rules(holidays.fixedWeekdayRelativeToFixed()),
                        rules(holidays.ethiopianOrthodoxHolidays()),
                        rules(holidays.relativeToEasterSunday()))
                .flatMap(each -> each);
    }

    private static <T extends Described & Limited> Stream<Rule> rules(List<T> holidays) {
        return holidays.stream()
                .filter(holiday -> holiday.holidayType() == HolidayType.PUBLIC_HOLIDAY)
                .map(holiday -> new Rule(
                        holiday.descriptionPropertiesKey(),
                        holiday.validFrom().map(Year::getValue).orElse(Year.MIN_VALUE),
                        holiday.validTo().map(Year::getValue).orElse(Year.MAX_VALUE)));
    }
}
