package dev.aftersales.claims.regions;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Codes of regions, for example {@code CN-440307}: a country (ISO 3166-1), and behind a dash a subdivision of it.
 *
 * <p>A region lies within another when both codes are the same, when the other is its whole country, or, in China, when the
 * other is the division of a higher level: administrative codes there have 2, 4, 6, 9 or 12 digits (GB/T 2260, GB/T 10114:
 * province, prefecture, county, township, village), and each begins with that of the division it belongs to. A number of any
 * other length is no code.
 */
public final class Regions {

    /** As the notation goes; whether there is such a region, {@link #isOne} says. */
    public static final String NOTATION = "[A-Z]{2}(-[A-Za-z0-9]{1,30})?";

    private static final Pattern CODE = Pattern.compile("([A-Z]{2})(?:-([A-Za-z0-9]{1,30}))?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String CHINA = "CN";
    private static final Set<Integer> LEVELS = Set.of(2, 4, 6, 9, 12);

    private Regions() {}

    /** Whether that is the code of a region. */
    public static boolean isOne(String code) {
        Matcher parts = CODE.matcher(code);
        return parts.matches()
                && COUNTRIES.contains(parts.group(1))
                && (!isNumberedIn(parts) || LEVELS.contains(parts.group(2).length()));
    }

    /** Whether the place is that region or lies within it. */
    public static boolean isWithin(String place, String region) {
        if (place.equals(region)) {
            return true;
        }
        Matcher inner = CODE.matcher(place);
        Matcher outer = CODE.matcher(region);
        if (!inner.matches() || !outer.matches() || !inner.group(1).equals(outer.group(1))) {
            return false;
        }
        if (outer.group(2) == null) {
            return true;
        }
        return isNumberedIn(inner)
                && isNumberedIn(outer)
                && LEVELS.contains(inner.group(2).length())
                && LEVELS.contains(outer.group(2).length())
                && inner.group(2).startsWith(outer.group(2));
    }

    private static boolean isNumberedIn(Matcher parts) {
        return parts.group(1).equals(CHINA)
                && parts.group(2) != null
                && DIGITS.matcher(parts.group(2)).matches();
    }
}
