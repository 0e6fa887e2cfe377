package dev.aftersales.chassis.problems;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in a caller's words which values a type takes. */
final class Wanted {

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, BigInteger.class);
    private static final Set<Class<?>> DECIMAL = Set.of(double.class, Double.class, BigDecimal.class);
    private static final Set<Class<?>> TRUTH = Set.of(boolean.class, Boolean.class);

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
        return type == String.class ? "must be a text" : "the value is not of the right kind";
    }
}
