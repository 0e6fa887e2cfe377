package dev.aftersales.chassis.deadlines;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.CalendarDefinition;
import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.chassis.calendars.Opening;
import dev.aftersales.chassis.languages.Text;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A promise, a calendar, a start and pauses, drawn at random, and most often near what is difficult: clock changes, ends of
 * months, the leap day, holidays with their make-up days, closes of business.
 *
 * @param step so many seconds are the grain of every instant in it
 */
record GeneratedCase(
        Promise promise, BusinessCalendar calendar, Start start, List<Pause> pauses, int recurrence, int step) {

    /** Both hemispheres, half an hour of change, changes at midnight, quarter-hour offsets, and none at all. */
    static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Asia/Shanghai"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Sydney"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("America/Santiago"),
            ZoneId.of("Africa/Cairo"),
            ZoneId.of("America/Nuuk"),
            ZoneId.of("Pacific/Chatham"),
            ZoneId.of("Asia/Beirut"),
            ZoneId.of("Asia/Kathmandu"));

    private static final List<Set<DayOfWeek>> WEEKENDS = List.of(
            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
            EnumSet.of(DayOfWeek.SUNDAY));
    private static final List<List<Opening>> HOURS = List.of(
            List.of(Opening.of("09:00", "18:00")),
            List.of(Opening.of("08:30", "12:00"), Opening.of("13:15", "17:45")),
            List.of(Opening.of("00:00", "02:30"), Opening.of("02:45", "24:00")),
            List.of(Opening.of("02:15", "02:45"), Opening.of("03:10", "23:30")),
            List.of(Opening.of("01:15", "02:10"), Opening.of("23:15", "24:00")),
            List.of(Opening.of("00:15", "00:45"), Opening.of("01:30", "23:50")),
            List.of(Opening.of("00:00", "24:00")));
    private static final List<@Nullable LocalTime> CLOSES = new ArrayList<>();

    static {
        CLOSES.add(null);
        for (String close : List.of("18:00", "17:30", "02:30", "00:30", "23:30", "00:00", "23:59:59")) {
            CLOSES.add(LocalTime.parse(close));
        }
    }

    static GeneratedCase draw(Promise.Unit unit, BusinessCalendar calendar, Random random) {
        int step =
                switch (unit) {
                    case ELAPSED_HOURS, SERVICE_HOURS -> random.nextInt(10) == 0 ? 1 : 60;
                    default -> 1;
                };
        Promise promise = promise(unit, step, random);
        Instant start = start(calendar.definition(), step, random);
        int recurrence = unit == Promise.Unit.MONTHS ? 1 + random.nextInt(4) : 1;
        return new GeneratedCase(
                promise, calendar, Start.at("EVENT", start), pauses(start, promise, step, random), recurrence, step);
    }

    private static Promise promise(Promise.Unit unit, int step, Random random) {
        int most =
                switch (unit) {
                    case ELAPSED_HOURS -> step == 1 ? 3 : 96;
                    case SERVICE_HOURS -> step == 1 ? 2 : 30;
                    case CALENDAR_DAYS -> 30;
                    case WORKING_DAYS, BUSINESS_DAYS -> 15;
                    case MONTHS -> 5;
                };
        int limit = 1 + random.nextInt(most);
        Promise promise = Promise.within("X1.1", limit, unit);
        promise = random.nextBoolean() ? promise.from(1 + random.nextInt(limit)) : promise;
        if (unit.isWorked()) {
            return promise.closingAt(one(CLOSES, random));
        }
        return unit == Promise.Unit.SERVICE_HOURS && random.nextInt(3) == 0
                ? promise.openEveryDay(one(HOURS, random))
                : promise;
    }

    private static Instant start(CalendarDefinition calendar, int step, Random random) {
        ZoneId zone = calendar.zone();
        Instant base = LocalDate.of(2027, 1, 1)
                .plusDays(random.nextInt(400))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Instant near =
                switch (random.nextInt(5)) {
                    case 0 -> {
                        ZoneOffsetTransition change = zone.getRules().nextTransition(base);
                        yield change == null ? base : change.getInstant();
                    }
                    case 1 -> {
                        LocalDate end = LocalDate.of(2027, 1 + random.nextInt(12), 1)
                                .plusMonths(random.nextInt(3) + 1)
                                .minusDays(1);
                        yield end.atTime(18, 0).atZone(zone).toInstant();
                    }
                    case 2 ->
                        LocalDate.of(2028, 2, 27 + random.nextInt(3))
                                .atTime(17, 0)
                                .atZone(zone)
                                .toInstant();
                    case 3 ->
                        one(
                                        List.copyOf(calendar.makeUpDays()
                                                .subMap(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 4, 1))
                                                .keySet()),
                                        random)
                                .atTime(12, 0)
                                .atZone(zone)
                                .toInstant();
                    default -> base;
                };
        Instant start = near.plusSeconds(random.nextInt(6 * 86_400) - 5 * 86_400);
        if (random.nextInt(4) == 0) {
            LocalTime edge = one(List.of(LocalTime.of(18, 0), LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59)), random);
            start = LocalDate.ofInstant(start, zone)
                    .atTime(edge)
                    .atZone(zone)
                    .toInstant()
                    .plusSeconds(random.nextInt(2));
        }
        return Instant.ofEpochSecond(Math.floorDiv(start.getEpochSecond(), step) * step);
    }

    /** None up to four, before, in and after the promise's time, one in another, one of them lasting now and then. */
    private static List<Pause> pauses(Instant start, Promise promise, int step, Random random) {
        List<Pause> pauses = new ArrayList<>();
        long reach = reach(promise).toSeconds();
        for (int i = random.nextInt(5); i > 0; i--) {
            Instant from = grain(start.plusSeconds((long) (reach * (random.nextDouble() * 1.3 - 0.2))), step);
            Instant to = grain(from.plusSeconds((long) (reach * random.nextDouble() / 3)), step);
            pauses.add(new Pause("WAIT-" + i, from, random.nextInt(16) == 0 ? null : to));
        }
        return pauses;
    }

    private static Duration reach(Promise promise) {
        int limit = promise.limit();
        return switch (promise.unit()) {
            case ELAPSED_HOURS -> Duration.ofHours(limit);
            case SERVICE_HOURS -> Duration.ofHours(4L * limit);
            case CALENDAR_DAYS -> Duration.ofDays(limit);
            case WORKING_DAYS, BUSINESS_DAYS -> Duration.ofHours(34L * limit);
            case MONTHS -> Duration.ofDays(30L * limit);
        };
    }

    private static Instant grain(Instant instant, int step) {
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), step) * step);
    }

    static BusinessCalendar drawCalendar(Random random) {
        Set<DayOfWeek> weekend = one(WEEKENDS, random);
        SortedMap<LocalDate, Text> holidays = new TreeMap<>();
        SortedMap<LocalDate, Text> makeUpDays = new TreeMap<>();
        for (int year = 2026; year <= 2029; year++) {
            for (int i = 0; i < 12; i++) {
                holidays.put(LocalDate.ofYearDay(year, 1 + random.nextInt(365)), Text.same("Day " + i));
            }
            LocalDate week = LocalDate.ofYearDay(year, 20 + random.nextInt(300));
            for (int i = 0; i < 8; i++) {
                holidays.put(week.plusDays(i), Text.same("Week"));
            }
            for (LocalDate date : List.of(nextOff(week.minusDays(7), weekend), nextOff(week.plusDays(8), weekend))) {
                holidays.remove(date);
                makeUpDays.put(date, Text.same("Week"));
            }
        }
        Map<DayOfWeek, List<Opening>> openings = new EnumMap<>(DayOfWeek.class);
        List<Opening> hours = one(HOURS, random);
        for (DayOfWeek day : EnumSet.complementOf(EnumSet.copyOf(weekend))) {
            openings.put(day, day == DayOfWeek.WEDNESDAY ? one(HOURS, random) : hours);
        }
        return new BusinessCalendar(new CalendarDefinition(
                new CalendarVersion("drawn", 1),
                Text.same("Drawn"),
                one(ZONES, random),
                new TreeSet<>(Set.of(2026, 2027, 2028, 2029)),
                weekend,
                holidays,
                makeUpDays,
                openings,
                one(HOURS, random)));
    }

    private static LocalDate nextOff(LocalDate from, Set<DayOfWeek> weekend) {
        LocalDate date = from;
        while (!weekend.contains(date.getDayOfWeek())) {
            date = date.plusDays(1);
        }
        return date;
    }

    private static <T extends @Nullable Object> T one(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
