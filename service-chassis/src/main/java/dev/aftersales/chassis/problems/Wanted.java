package dev.aftersales.chassis.problems;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in a caller's words which values a type takes. */
final class Wanted {

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, BigInteger.class);
    private static final Set<Class<?>> DECIMAL = Set.of(double.class, Double.class, BigDecimal.class);
    private static final Set<Class<?>> TRUTH = Set.of(boolean.class, Boolean.class);

    /** Each with values that are taken. */
    private static final Map<Class<?>, String> TIMES = Map.of(
            Instant.class, "must be an instant with its offset, as 2026-06-05T02:00:00Z or 2026-06-05T10:00:00+08:00",
            LocalDate.class, "must be a day of the calendar, as 2026-06-05",
            LocalTime.class, "must be a time of day, as 09:00",
            Duration.class, "must be a duration, as PT48H or P20D",
            Period.class, "must be a period of days, months or years, as P12M");

    private Wanted() {}

    static String words(@Nullable Class<?> type) {
        if (type == null) {
            return "the value is not of the right kind";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        if (WHOLE.contains(type)) {
            return "must be a whole number";
        }
        if (DECIMAL.contains(type)) {
            return "must be a number";
        }
        if (TRUTH.contains(type)) {
            return "must be true or false";
        }
        String time = TIMES.get(type);
        if (time != null) {
            return time;
        }
        return type == String.class ? "must be a text" : "the value is not of the right kind";
    }
}
