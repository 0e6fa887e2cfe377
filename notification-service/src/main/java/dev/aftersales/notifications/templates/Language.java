package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.notifications.teams.Team;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The languages that there are templates for. */
enum Language {
    EN(
            "en",
            "d MMMM uuuu, HH:mm 'UTC'",
            "d MMMM uuuu",
            "EEEE, d MMMM uuuu, HH:mm:ss '('VV')'",
            "', 'HH:mm '('VV')'",
            ", "),
    ZH(
            "zh",
            "uuuu'年'M'月'd'日' HH:mm '(UTC)'",
            "uuuu'年'M'月'd'日'",
            "uuuu'年'M'月'd'日' EEEE HH:mm:ss'（'VV'）'",
            "' 'HH:mm'（'VV'）'",
            "、");

    private final String tag;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter days;
    private final DateTimeFormatter moments;
    private final DateTimeFormatter times;
    private final String comma;

    Language(
            String tag, String datePattern, String dayPattern, String momentPattern, String timePattern, String comma) {
        this.tag = tag;
        this.dates = DateTimeFormatter.ofPattern(datePattern, Locale.forLanguageTag(tag))
                .withZone(ZoneOffset.UTC);
        this.days = DateTimeFormatter.ofPattern(dayPattern, Locale.forLanguageTag(tag));
        this.moments = DateTimeFormatter.ofPattern(momentPattern, Locale.forLanguageTag(tag));
        this.times = DateTimeFormatter.ofPattern(timePattern, Locale.forLanguageTag(tag));
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

    /** A deadline: the day at whose end it is, in the zone of the policy; the moment where that is not known. */
    String deadline(Instant instant, @Nullable String zone) {
        return zone == null ? date(instant) : days.format(instant.atZone(ZoneId.of(zone)));
    }

    /** The day that begins then in the zone of the policy; the moment there, or in UTC where the zone is not known. */
    String start(Instant instant, @Nullable String zone) {
        if (zone == null) {
            return date(instant);
        }
        ZonedDateTime there = instant.atZone(ZoneId.of(zone));
        return there.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? days.format(there)
                : days.format(there) + times.format(there);
    }

    /** A moment to the second, with its weekday, in a zone that is named. */
    String moment(Instant instant, String zone) {
        return moments.format(instant.atZone(ZoneId.of(zone)));
    }

    /** So long in days, hours and minutes; what is less than a minute is said to be. */
    String length(Duration length) {
        if (length.toMinutes() < 1) {
            return switch (this) {
                case EN -> "less than a minute";
                case ZH -> "不到一分钟";
            };
        }
        List<String> parts = new ArrayList<>();
        add(parts, Math.toIntExact(length.toDays()), "day", " 天");
        add(parts, length.toHoursPart(), "hour", " 小时");
        add(parts, length.toMinutesPart(), "minute", " 分钟");
        return String.join(" ", parts);
    }

    /** So long in elapsed hours, and minutes where there are some: as a promise in hours says it. */
    String hours(Duration length) {
        List<String> parts = new ArrayList<>();
        add(parts, Math.toIntExact(length.toHours()), "hour", " 小时");
        add(parts, length.toMinutesPart(), "minute", " 分钟");
        return String.join(" ", parts);
    }

    /** How those are addressed who share a mailbox. */
    String name(Team team) {
        return switch (this) {
            case EN ->
                switch (team) {
                    case AGENT -> "Agents";
                    case TECHNICIAN -> "Technicians";
                    case WAREHOUSE -> "Warehouse";
                    case ACCOUNT_MANAGER -> "Account managers";
                    case VENDOR_OPS -> "Operations";
                    case POLICY_ADMIN -> "Policy administrators";
                };
            case ZH ->
                switch (team) {
                    case AGENT -> "客服";
                    case TECHNICIAN -> "技术员";
                    case WAREHOUSE -> "仓库";
                    case ACCOUNT_MANAGER -> "客户经理";
                    case VENDOR_OPS -> "运营";
                    case POLICY_ADMIN -> "政策管理员";
                };
        };
    }

    /** So long as people say it. */
    String period(Period period) {
        Period time = period.normalized();
        List<String> parts = new ArrayList<>();
        add(parts, time.getYears(), "year", " 年");
        add(parts, time.getMonths(), "month", " 个月");
        add(parts, time.getDays(), "day", " 天");
        return String.join(" ", parts);
    }

    private void add(List<String> parts, int count, String english, String chinese) {
        if (count != 0) {
            parts.add(
                    switch (this) {
                        case EN -> count + " " + english + (count == 1 ? "" : "s");
                        case ZH -> count + chinese;
                    });
        }
    }

    /** An amount with its currency, in groups of three digits and with every digit that the currency has. */
    String money(Money money) {
        int digits = money.value().scale();
        DecimalFormat format = new DecimalFormat(
                digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits), DecimalFormatSymbols.getInstance(Locale.ROOT));
        return money.currency() + " " + format.format(money.value());
    }

    /** What follows a list of which so many things are left out. */
    String andMore(int left) {
        return switch (this) {
            case EN -> " and " + left + " more";
            case ZH -> " 及另外 " + left;
        };
    }

    /** The one leg that is travelled where only parts are sent. */
    String freightToYou() {
        return switch (this) {
            case EN -> "freight to you";
            case ZH -> "寄给您的运费";
        };
    }

    /** What stands between the things of a list. */
    String comma() {
        return comma;
    }

    /** What the vendor's policy says. */
    String in(Words words) {
        return switch (this) {
            case EN -> words.en();
            case ZH -> words.zh();
        };
    }

    /** The same as a sentence. */
    String sentence(Words words) {
        return PlainText.sentence(in(words));
    }

    /** The numbers of lines; of many the first ones, and how many come after them. */
    String lines(List<Integer> lines) {
        String named = lines.stream().limit(View.NAMED).map(String::valueOf).collect(Collectors.joining(comma));
        return lines.size() <= View.NAMED ? named : named + andMore(lines.size() - View.NAMED);
    }
}
