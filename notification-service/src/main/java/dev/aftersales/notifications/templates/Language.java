package dev.aftersales.notifications.templates;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The languages that there are templates for. */
enum Language {
    EN("en", "d MMMM uuuu, HH:mm 'UTC'", ", "),
    ZH("zh", "uuuu'年'M'月'd'日' HH:mm '(UTC)'", "、");

    private final String tag;
    private final DateTimeFormatter dates;
    private final String comma;

    Language(String tag, String datePattern, String comma) {
        this.tag = tag;
        this.dates = DateTimeFormatter.ofPattern(datePattern, Locale.forLanguageTag(tag))
                .withZone(ZoneOffset.UTC);
        this.comma = comma;
    }

    /** The language of that tag, whatever its region; English where there are no templates for it. */
    static Language of(String tag) {
        String primary = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return primary.equals(ZH.tag) ? ZH : EN;
    }

    String tag() {
        return tag;
    }

    /** A moment, in UTC because the reader's zone is not known. */
    String date(Instant instant) {
        return dates.format(instant);
    }

    /** What follows a list of which so many things are left out. */
    String andMore(int left) {
        return switch (this) {
            case EN -> " and " + left + " more";
            case ZH -> " 及另外 " + left;
        };
    }

    /** What stands between the things of a list. */
    String comma() {
        return comma;
    }
}
