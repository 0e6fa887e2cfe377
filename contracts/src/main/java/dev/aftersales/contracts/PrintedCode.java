package dev.aftersales.contracts;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is printed on a unit's label or shown on its display, and typed from there: a serial, a model, a production lot, a
 * fault code, the family of faults that codes are of. Capitals and blanks around it are nobody's meaning, and two spellings
 * would be two units to whoever counts them. So it has one form, without blanks around it and in capitals, and each API
 * brings what it is given to that form before it looks at anything else: bodies, paths and filters alike. Stores and events
 * hold no other.
 */
public final class PrintedCode {

    private PrintedCode() {}

    /** In its one form. Nothing stays nothing: that a field may not be left out, its own constraint says. */
    @SuppressWarnings({"NullAway", "ConstantValue"})
    public static String of(String written) {
        return written == null ? null : stripped(written).toUpperCase(Locale.ROOT);
    }

    /** In its one form, if it is there. */
    public static @Nullable String orNone(@Nullable String written) {
        return written == null ? null : of(written);
    }

    /** Each in its one form, if they are there. */
    public static @Nullable List<String> each(@Nullable List<String> written) {
        return written == null ? null : written.stream().map(PrintedCode::of).toList();
    }

    /** Without blanks of any kind around it: spreadsheets bring those that do not break along. */
    private static String stripped(String written) {
        int begin = 0;
        int end = written.length();
        while (begin < end && isBlank(written.charAt(begin))) {
            begin++;
        }
        while (begin < end && isBlank(written.charAt(end - 1))) {
            end--;
        }
        return written.substring(begin, end);
    }

    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }
}
