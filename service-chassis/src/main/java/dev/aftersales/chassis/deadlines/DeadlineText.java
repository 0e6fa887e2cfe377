package dev.aftersales.chassis.deadlines;

import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.chassis.languages.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts reckonings into words, in both languages: what is promised, from when, each entry, and when it is due. */
public final class DeadlineText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Function<String, Text> words;
    private final boolean customers;
    private final @Nullable String start;
    private final @Nullable String stop;

    /** @param words for the codes of events and pauses, as a policy has them */
    public DeadlineText(Function<String, Text> words) {
        this(words, false, null, null);
    }

    private DeadlineText(
            Function<String, Text> words, boolean customers, @Nullable String start, @Nullable String stop) {
        this.words = words;
        this.customers = customers;
        this.start = start;
        this.stop = stop;
    }

    /** The same of times that run against the customer: who lets them pass breaks no promise. */
    public DeadlineText ofTheCustomer() {
        return new DeadlineText(words, true, start, stop);
    }

    /** The same, naming what is to happen in that time: one clause may give several. */
    public DeadlineText until(String event) {
        return new DeadlineText(words, customers, start, event);
    }

    /** The same, naming what the stage begins with also where no time is committed to. */
    public DeadlineText from(String event) {
        return new DeadlineText(words, customers, event, stop);
    }

    /** The whole explanation, a line for each sentence. */
    public Text of(Reckoning reckoning) {
        List<Text> lines = lines(reckoning);
        return new Text(
                String.join("\n", lines.stream().map(Text::en).toList()),
                String.join("\n", lines.stream().map(Text::zh).toList()));
    }

    /** The whole explanation, sentence by sentence. */
    public List<Text> lines(Reckoning reckoning) {
        ZoneId zone = reckoning.zone();
        List<Text> lines = new ArrayList<>();
        lines.add(promised(reckoning.promise(), reckoning.recurrence()));
        lines.add(started(reckoning.start(), zone));
        if (reckoning.promise().limit() == null) {
            return lines;
        }
        lines.add(counted(reckoning));
        reckoning.entries().forEach(entry -> lines.add(of(entry, zone)));
        addMoment(lines, Phrase.TARGET, reckoning.targetAt(), zone);
        addMoment(lines, Phrase.DUE, reckoning.dueAt(), zone);
        addMoment(lines, Phrase.NOT_DUE, reckoning.pausedSince(), zone);
        return lines;
    }

    /**
     * The whole explanation, how it stands, and how long it took where something was waited for.
     *
     * @param asOf at which instant it stands so
     * @param stoppedAt when it was done; absent when it was not
     */
    public Text of(Reckoning reckoning, Instant asOf, @Nullable Instant stoppedAt) {
        return of(reckoning, asOf, stoppedAt, null);
    }

    /**
     * The same.
     *
     * @param heldUntil where it was done after its due while the end of what hangs on it was held off: the first second that
     *     would have been too late for that; absent otherwise
     */
    public Text of(Reckoning reckoning, Instant asOf, @Nullable Instant stoppedAt, @Nullable Instant heldUntil) {
        Text text = of(reckoning);
        Text standing = heldUntil == null || stoppedAt == null
                ? standing(reckoning, asOf, stoppedAt)
                : Phrase.DONE_WHILE_HELD
                        .text()
                        .with("until", moment(heldUntil.minusSeconds(1), reckoning.zone()))
                        .with("at", moment(stoppedAt, reckoning.zone()));
        Text spent = spent(reckoning, asOf, stoppedAt);
        text = standing == null ? text : lines(text, standing);
        return spent == null ? text : lines(text, spent);
    }

    private static @Nullable Text standing(Reckoning reckoning, Instant asOf, @Nullable Instant stoppedAt) {
        ZoneId zone = reckoning.zone();
        Instant resumes = reckoning.pausedUntil(asOf);
        Text at = stoppedAt == null ? Text.same("") : moment(stoppedAt, zone);
        return switch (reckoning.stateAt(asOf, stoppedAt)) {
            case RUNNING -> Phrase.WITHIN_TIME.text();
            case WARNED -> Phrase.PAST_TARGET.text();
            case MET -> Phrase.DONE_IN_TIME.text().with("at", at);
            case BREACHED ->
                (stoppedAt == null ? Phrase.NOT_DONE : Phrase.DONE_LATE).text().with("at", at);
            case NO_COMMITMENT -> stoppedAt == null ? null : Phrase.DONE.text().with("at", at);
            case NOT_STARTED ->
                Phrase.NOT_YET.text().with("at", moment(reckoning.start().countsFrom(), zone));
            case PAUSED ->
                resumes == null
                        ? Phrase.PAUSED_NOW.text()
                        : Phrase.PAUSED_UNTIL.text().with("at", moment(resumes, zone));
            case UNDECIDED, UNRECKONABLE, CANCELLED -> null;
        };
    }

    private static @Nullable Text spent(Reckoning reckoning, Instant asOf, @Nullable Instant stoppedAt) {
        Instant until = stoppedAt == null ? asOf : stoppedAt;
        Duration waited = reckoning.waited(until);
        if (waited.isZero()) {
            return null;
        }
        Duration raw = reckoning.elapsed(until);
        return (stoppedAt == null ? Phrase.TAKES : Phrase.TOOK)
                .text()
                .with("raw", length(raw))
                .with("net", length(raw.minus(waited)));
    }

    /** The whole explanation, and that nothing is owed any more: what it was promised for turned out not to be. */
    public Text cancelled(Reckoning reckoning, Instant at) {
        return lines(of(reckoning), Phrase.CANCELLED.text().with("at", moment(at, reckoning.zone())));
    }

    /** One entry of an explanation. */
    public Text of(Entry entry, ZoneId zone) {
        return treatment(entry.treatment()).with("span", span(entry.span(), zone));
    }

    /**
     * What is promised, and that nobody can say by when.
     *
     * @param calendar that does not hold the year; absent when there is none to count by
     * @param year absent exactly with the calendar
     */
    public Text unreckonable(Promise promise, @Nullable CalendarVersion calendar, @Nullable Integer year) {
        Text why = calendar == null || year == null
                ? Phrase.NO_CALENDAR.text()
                : Phrase.NO_YEAR
                        .text()
                        .with("calendar", Text.same(calendar.id()))
                        .with("version", number(calendar.version()))
                        .with("year", number(year));
        return lines(promised(promise, 1), why);
    }

    /** Since when it stands still, and for what. */
    public Text waiting(Pause pause, ZoneId zone) {
        return of(new Entry(new Span.Stretch(pause.from(), null), new Treatment.Paused(List.of(pause.by()))), zone);
    }

    /** The same, and what is known all the same: when it started, and when it was done. */
    public Text known(Text text, @Nullable Instant startedAt, @Nullable Instant stoppedAt, ZoneId zone) {
        Text all = text;
        if (start != null && startedAt != null) {
            all = lines(
                    all, Phrase.STARTS.text().with("event", words.apply(start)).with("from", moment(startedAt, zone)));
        }
        return stoppedAt == null ? all : lines(all, Phrase.DONE.text().with("at", moment(stoppedAt, zone)));
    }

    /**
     * What is promised, and that it has not begun.
     *
     * @param event that starts it
     */
    public Text notStarted(Promise promise, String event) {
        return lines(promised(promise, 1), Phrase.NOT_STARTED.text().with("event", words.apply(event)));
    }

    /**
     * What is promised, and that nobody can say yet whether it is.
     *
     * @param facts on which it hangs, by name
     */
    public Text undecided(Promise promise, List<String> facts) {
        return lines(promised(promise, 1), Phrase.UNDECIDED.text().with("facts", all(facts)));
    }

    /** What is promised where nothing is. */
    public Text noCommitment(Promise promise) {
        return promised(promise, 1);
    }

    /**
     * What ends where it is not done.
     *
     * @param by the clause, and the reading that settles when
     */
    public static Text of(Ending ending, String by, ZoneId zone) {
        Phrase phrase =
                switch (ending.how()) {
                    case ENDS -> Phrase.ENDS;
                    case HELD -> Phrase.HELD;
                    case ENDED -> Phrase.ENDED;
                };
        return phrase.text().with("at", moment(ending.at(), zone)).with("by", Text.same(by));
    }

    /**
     * How long it would be held open for what is on its way.
     *
     * @param at the first second in which it has ended
     * @param by the clause, and the reading that settles when
     */
    public static Text heldIfUnderWay(Instant at, String by, ZoneId zone) {
        return Phrase.HELD_IF_UNDER_WAY.text().with("at", moment(at, zone)).with("by", Text.same(by));
    }

    /**
     * That it is warned of, to whom.
     *
     * @param over whether that lies in the past
     */
    public static Text warns(Instant at, List<Text> to, boolean over, ZoneId zone) {
        return told(over ? Phrase.WARNED : Phrase.WARNS, at, to, zone);
    }

    /** That it is reminded of, to whom, for the how manieth time. */
    public static Text reminds(int number, Instant at, List<Text> to, boolean over, ZoneId zone) {
        return told(over ? Phrase.REMINDED : Phrase.REMINDS, at, to, zone).with("number", number(number));
    }

    /** From when on it is broken, and who is told. */
    public static Text isBroken(Instant at, List<Text> to, boolean over, ZoneId zone) {
        return told(over ? Phrase.WAS_BROKEN : Phrase.IS_BROKEN, at, to, zone);
    }

    /** Before whom it is put in that step of the escalation. */
    public static Text escalates(int step, Instant at, List<Text> to, boolean over, ZoneId zone) {
        return told(over ? Phrase.ESCALATED : Phrase.ESCALATES, at, to, zone).with("number", number(step));
    }

    /** Who is told that it is held open. */
    public static Text tellsThatItIsHeld(Instant at, List<Text> to, boolean over, ZoneId zone) {
        return told(over ? Phrase.TOLD_HELD : Phrase.TELLS_HELD, at, to, zone);
    }

    private static Text told(Phrase phrase, Instant at, List<Text> to, ZoneId zone) {
        return phrase.text()
                .with("at", moment(at, zone))
                .with("to", to.stream().reduce(DeadlineText::and).orElseGet(Phrase.NOBODY::text));
    }

    /**
     * That somebody said only afterwards that it had happened.
     *
     * @param at when that was said
     * @param by in what office
     */
    public static Text saidAfterwards(Instant at, Text by, ZoneId zone) {
        return Phrase.SAID_AFTERWARDS.text().with("at", moment(at, zone)).with("by", by);
    }

    /** That it had been told before as not done in time. */
    public static Text toldAsBroken(Instant at, ZoneId zone) {
        return Phrase.TOLD_AS_BROKEN.text().with("at", moment(at, zone));
    }

    /** That it stopped in time, and was heard of only afterwards; when is not kept. */
    public static Text heardAfterwards() {
        return Phrase.HEARD_AFTERWARDS.text();
    }

    /** That it had been warned of before as not done yet. */
    public static Text warnedOf(Instant at, ZoneId zone) {
        return Phrase.WARNED_OF_BEFORE.text().with("at", moment(at, zone));
    }

    /** That it had been told before that what hangs on it was held open for it. */
    public static Text toldAsHeld(Instant at, ZoneId zone) {
        return Phrase.TOLD_AS_HELD.text().with("at", moment(at, zone));
    }

    /** That what hangs on it had been closed before for want of it. */
    public static Text hadClosed(Instant at, ZoneId zone) {
        return Phrase.HAD_CLOSED.text().with("at", moment(at, zone));
    }

    /**
     * That too few have been seen to say how long it usually takes.
     *
     * @param of so many were seen
     * @param least so many are needed
     */
    public static Text notMeasured(int of, int least) {
        return Phrase.NOT_MEASURED.text().with("number", number(of)).with("least", number(least));
    }

    /**
     * How long it usually takes, which is no promise.
     *
     * @param half within which one of two are done
     * @param most within which nine of ten are done
     * @param of so many
     */
    public static Text usual(Duration half, Duration most, int of) {
        return Phrase.USUAL
                .text()
                .with("half", measured(half))
                .with("most", measured(most))
                .with("number", number(of));
    }

    /** One after the other, each on lines of its own. */
    public static Text lines(Text first, Text second) {
        return joined(first, joined(Text.same("\n"), second));
    }

    private Text promised(Promise promise, int recurrence) {
        Promise.Unit unit = promise.unit();
        Integer limit = promise.limit();
        if (unit == null || limit == null) {
            return noTime().with("clause", Text.same(promise.clause()));
        }
        Integer target = promise.target();
        Phrase phrase = customers
                ? Phrase.CUSTOMERS
                : recurrence > 1 ? Phrase.RECURRING : target == null ? Phrase.WITHIN : Phrase.WARNED_OF;
        Text what = stop == null ? Text.same("") : Phrase.WHAT.text().with("event", words.apply(stop));
        return phrase.text()
                .with("what", what)
                .with("target", target == null ? Text.same("") : amount(unit, target))
                .with("limit", amount(unit, limit))
                .with("number", number(recurrence))
                .with("clause", Text.same(promise.clause()));
    }

    private Text noTime() {
        if (stop == null) {
            return Phrase.NO_COMMITMENT.text();
        }
        return start == null
                ? Phrase.NO_COMMITMENT_TO.text().with("event", words.apply(stop))
                : Phrase.NO_COMMITMENT_BETWEEN
                        .text()
                        .with("start", words.apply(start))
                        .with("event", words.apply(stop));
    }

    private Text started(Start start, ZoneId zone) {
        Instant happened = start.happenedAt();
        String instead = start.insteadBy();
        Phrase phrase = instead == null
                ? Phrase.STARTS
                : happened == null ? Phrase.STARTS_AT_DUE : Phrase.STARTS_AT_DUE_AS_LATE;
        Text text = phrase.text()
                .with("event", words.apply(start.event()))
                .with("from", moment(start.countsFrom(), zone))
                .with("clause", Text.same(String.valueOf(instead)));
        return happened == null ? text : text.with("at", moment(happened, zone));
    }

    private static Text counted(Reckoning reckoning) {
        Text zone = Text.same(reckoning.zone().getId());
        CalendarVersion calendar = reckoning.calendar();
        return calendar == null
                ? Phrase.COUNTED_IN.text().with("zone", zone)
                : Phrase.COUNTED_BY
                        .text()
                        .with("zone", zone)
                        .with("calendar", Text.same(calendar.id()))
                        .with("version", number(calendar.version()));
    }

    private static void addMoment(List<Text> lines, Phrase phrase, @Nullable Instant instant, ZoneId zone) {
        if (instant != null) {
            lines.add(phrase.text().with("at", moment(instant, zone)));
        }
    }

    private Text treatment(Treatment treatment) {
        return switch (treatment) {
            case Treatment.CountedDays days ->
                joined(
                        (days.first() == days.last() ? Phrase.DAY : Phrase.DAYS)
                                .text()
                                .with("first", number(days.first()))
                                .with("last", number(days.last())),
                        days.makeUp() == null ? null : Phrase.MADE_UP.text().with("holiday", days.makeUp()));
            case Treatment.CountedMonths months ->
                joined(
                        Phrase.MONTHS.text().with("months", amount(Promise.Unit.MONTHS, months.months())),
                        months.clamped() ? Phrase.CLAMPED.text() : null);
            case Treatment.CountedTime time -> Phrase.TIME.text().with("total", length(time.total()));
            case Treatment.Skipped skipped -> skipped(skipped);
            case Treatment.Paused paused -> Phrase.PAUSED.text().with("by", all(paused.by()));
            case Treatment.Folded folded -> Phrase.FOLDED.text().with("number", number(folded.entries()));
        };
    }

    private static Text skipped(Treatment.Skipped skipped) {
        Text holiday = skipped.holiday();
        return switch (skipped.why()) {
            case DAY_ZERO -> Phrase.DAY_ZERO.text();
            case AFTER_CLOSE -> Phrase.AFTER_CLOSE.text();
            case WEEKEND -> Phrase.WEEKEND.text();
            case HOLIDAY ->
                holiday == null ? Phrase.HOLIDAY.text() : Phrase.HOLIDAY.text().with("holiday", holiday);
            case OUTSIDE_HOURS -> Phrase.OUTSIDE_HOURS.text();
        };
    }

    private Text all(List<String> codes) {
        return codes.stream().map(words).reduce(DeadlineText::and).orElseGet(() -> Text.same(""));
    }

    private static Text and(Text one, Text other) {
        return joined(one, joined(Phrase.AND.text(), other));
    }

    private static Text span(Span span, ZoneId zone) {
        return switch (span) {
            case Span.Days days ->
                days.first().equals(days.last())
                        ? day(days.first())
                        : Phrase.SPAN.text().with("from", day(days.first())).with("to", day(days.last()));
            case Span.Stretch stretch -> {
                Instant to = stretch.to();
                Text from = moment(stretch.from(), zone);
                yield to == null
                        ? Phrase.SINCE.text().with("from", from)
                        : Phrase.SPAN.text().with("from", from).with("to", moment(to, zone));
            }
        };
    }

    private static Text day(LocalDate date) {
        return new Text(
                date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + date,
                date + "（" + date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINESE) + "）");
    }

    private static Text moment(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        Text day = day(local.toLocalDate());
        String time = TIME.format(local);
        return new Text(day.en() + " " + time, day.zh() + time);
    }

    private static Text amount(Promise.Unit unit, int amount) {
        boolean one = amount == 1;
        Phrase phrase =
                switch (unit) {
                    case ELAPSED_HOURS -> one ? Phrase.HOUR : Phrase.HOURS;
                    case SERVICE_HOURS -> one ? Phrase.SERVICE_HOUR : Phrase.SERVICE_HOURS;
                    case CALENDAR_DAYS -> one ? Phrase.CALENDAR_DAY : Phrase.CALENDAR_DAYS;
                    case WORKING_DAYS -> one ? Phrase.WORKING_DAY : Phrase.WORKING_DAYS;
                    case BUSINESS_DAYS -> one ? Phrase.BUSINESS_DAY : Phrase.BUSINESS_DAYS;
                    case MONTHS -> one ? Phrase.MONTH : Phrase.SOME_MONTHS;
                };
        return phrase.text().with("number", number(amount));
    }

    private static Text measured(Duration time) {
        return time.compareTo(Duration.ofSeconds(1)) < 0
                ? Phrase.IN_UNDER_A_SECOND.text()
                : Phrase.IN_TIME_OF.text().with("time", length(time));
    }

    private static Text length(Duration length) {
        return Phrase.CLOCK
                .text()
                .with("hours", Text.same(Long.toString(length.toHours())))
                .with("minutes", number(length.toMinutesPart()))
                .with("seconds", number(length.toSecondsPart()));
    }

    private static Text number(int number) {
        return Text.same(Integer.toString(number));
    }

    private static Text joined(Text one, @Nullable Text other) {
        return other == null ? one : new Text(one.en() + other.en(), one.zh() + other.zh());
    }
}
