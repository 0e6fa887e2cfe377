package dev.aftersales.claims.calendars;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.aftersales.chassis.languages.Text;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The public holidays that Jollyday knows. It answers for any year, and leaves out what it does not know, so what it cannot
 * be trusted for is refused here: countries that move working days, and years beyond the law or the lists that it holds.
 */
final class PublicHolidays {

    static final String LIBRARY = "jollyday";

    /** Nothing is reckoned further back. */
    private static final int FIRST_YEAR = 2015;

    /** Two years after the release in use, of 2026: what parliaments decide for later ones, it cannot know. */
    private static final int LAST_YEAR = 2028;

    /** Where a decree of each year has weekend days worked for days off between holiday and weekend. */
    private static final Set<String> MOVING_WORKING_DAYS = Set.of("by", "cn", "hu", "kz", "ru", "vn");

    private final HolidayNames names = HolidayNames.load();

    /** What became of a wish for holidays. */
    sealed interface Answer {

        /** They are known. */
        record Known(SortedMap<LocalDate, Text> holidays) implements Answer {}

        /**
         * They are not.
         *
         * @param field of {@link HolidaySource}
         * @param known what could be given there instead; empty where nothing can
         */
        record Refused(String field, String detail, SortedSet<String> known) implements Answer {}
    }

    Answer of(HolidaySource source) {
        if (!source.library().equals(LIBRARY)) {
            return refused("library", source.library() + " is no library of holidays here", Set.of(LIBRARY));
        }
        String country = source.country().toLowerCase(Locale.ROOT);
        if (MOVING_WORKING_DAYS.contains(country)) {
            return refused(
                    "country",
                    source.country() + " works on some weekend days for its holidays, which the library does not know;"
                            + " give what its government announced as holidays and makeUpDays",
                    Set.of());
        }
        SortedSet<String> countries = countries();
        if (!countries.contains(country)) {
            return refused("country", "the library knows no country " + source.country(), countries);
        }
        HolidayManager library = HolidayManager.getInstance(ManagerParameters.create(country));
        CalendarHierarchy place = library.getCalendarHierarchy();
        for (String part : source.path()) {
            CalendarHierarchy within = place.getChildren().get(part);
            if (within == null) {
                return refused(
                        "subdivision",
                        "the library knows no " + part + " in " + place.getDescription(Locale.ROOT),
                        place.getChildren().keySet());
            }
            place = within;
        }
        for (int year : source.years()) {
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                return refused(
                        "years",
                        "the library is trusted for " + FIRST_YEAR + " to " + LAST_YEAR + ", and not for " + year,
                        Set.of());
            }
        }
        SortedSet<String> ended = ListedHolidays.notListed(library, source);
        if (!ended.isEmpty()) {
            return refused(
                    "years",
                    "the library lists these year by year, and not for all years that are asked for: "
                            + String.join(", ", ended) + "; give the dates as holidays",
                    Set.of());
        }
        return new Answer.Known(holidays(library, source));
    }

    private static Answer.Refused refused(String field, String detail, Collection<String> known) {
        return new Answer.Refused(field, detail, new TreeSet<>(known));
    }

    /** Without the calendars of stock exchanges, which the library keeps among them. */
    private static SortedSet<String> countries() {
        Set<String> iso = Stream.of(Locale.getISOCountries())
                .map(code -> code.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return HolidayManager.getSupportedCalendarCodes().stream()
                .map(code -> code.toLowerCase(Locale.ROOT))
                .filter(iso::contains)
                .filter(code -> !MOVING_WORKING_DAYS.contains(code))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A holiday may be kept in the year before or after the one that it belongs to: New Year of 2028 on 31 December 2027. */
    private SortedMap<LocalDate, Text> holidays(HolidayManager library, HolidaySource source) {
        String[] path = source.path().toArray(String[]::new);
        SortedMap<LocalDate, Text> holidays = new TreeMap<>();
        source.years().stream()
                .flatMapToInt(year -> IntStream.of(year - 1, year, year + 1))
                .distinct()
                .mapToObj(year -> library.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, path))
                .flatMap(Collection::stream)
                .filter(holiday -> source.years().contains(holiday.getDate().getYear()))
                .collect(Collectors.groupingBy(Holiday::getDate))
                .forEach((date, sameDay) -> holidays.put(date, name(sameDay)));
        return holidays;
    }

    private Text name(List<Holiday> sameDay) {
        List<Text> all = sameDay.stream()
                .map(names::of)
                .distinct()
                .sorted((one, other) -> one.en().compareTo(other.en()))
                .toList();
        return new Text(
                all.stream().map(Text::en).collect(Collectors.joining(", ")),
                all.stream().map(Text::zh).collect(Collectors.joining("、")));
    }
}
