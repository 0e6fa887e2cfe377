package dev.aftersales.testing;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A cell of an access matrix: a status ({@code 404}), a class of them ({@code 2xx}), {@code ok} for let through, which
 * is anything but 401, 403 and 5xx, several of these with {@code |} between them, or {@code -} for not applicable.
 */
record Expected(String cell) {

    private static final String NOT_APPLICABLE = "-";
    private static final Pattern LEGAL = Pattern.compile("-|(ok|[1-5]xx|[1-5]\\d\\d)(\\|(ok|[1-5]xx|[1-5]\\d\\d))*");
    private static final List<String> REFUSALS = List.of(NOT_APPLICABLE, "401", "403");

    Expected {
        if (!LEGAL.matcher(cell).matches()) {
            throw new IllegalArgumentException("not a status, a class, ok or -: '" + cell + "'");
        }
    }

    boolean applies() {
        return !cell.equals(NOT_APPLICABLE);
    }

    /** Whether the caller gets past the access check. */
    boolean admits() {
        return !REFUSALS.contains(cell);
    }

    boolean matches(int status) {
        return List.of(cell.split("\\|")).stream().anyMatch(one -> matches(one, status));
    }

    private static boolean matches(String one, int status) {
        if (one.equals("ok")) {
            return status != 401 && status != 403 && status < 500;
        }
        return one.endsWith("xx") ? status / 100 == one.charAt(0) - '0' : status == Integer.parseInt(one);
    }
}
