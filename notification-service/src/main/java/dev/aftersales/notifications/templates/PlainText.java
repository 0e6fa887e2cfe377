package dev.aftersales.notifications.templates;

import java.util.regex.Pattern;

/**
 * Makes a value harmless within plain text: whatever would end a line (and so could forge a header of the mail or a
 * paragraph of ours), reorder the text or hide in it becomes a space, and no value is longer than a line can be.
 */
final class PlainText {

    private static final int LONGEST = 200;
    private static final int LONGEST_SENTENCE = 1000;
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}]+");
    private static final Pattern SPACES = Pattern.compile("\\p{Zs}{2,}");

    private PlainText() {}

    /** The value on one line. */
    static String line(String value) {
        return line(value, LONGEST);
    }

    /** Words of the policy on one line; they may be longer than a value. */
    static String sentence(String words) {
        return line(words, LONGEST_SENTENCE);
    }

    private static String line(String value, int longest) {
        String safe = SPACES.matcher(UNSAFE.matcher(value).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        if (safe.codePointCount(0, safe.length()) <= longest) {
            return safe;
        }
        return safe.substring(0, safe.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
