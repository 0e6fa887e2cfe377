package dev.aftersales.chassis.deadlines;

import static dev.aftersales.chassis.deadlines.SampleCalendars.SHANGHAI;
import static dev.aftersales.chassis.deadlines.SampleCalendars.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.languages.Text;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineTextTest {

    private static final Map<String, Text> WORDS = Map.of(
            "DECISION_COVERED", new Text("decision", "保修决定"),
            "ACK_SENT", new Text("acknowledgment", "受理确认"),
            "QUOTE", new Text("an open quote", "报价待确认"),
            "PAYMENT", new Text("an open payment", "待付款"));
    private static final DeadlineText TEXT = new DeadlineText(code -> WORDS.getOrDefault(code, Text.same(code)));
    private static final Deadlines DEADLINES = new Deadlines(SHANGHAI, SampleCalendars.goldenWeek());
    private static final LocalTime CLOSE = LocalTime.of(18, 0);

    @Test
    void saysInBothLanguagesHowDaysWereCounted() {
        Promise promise = Promise.within("A4.5", 3, Promise.Unit.BUSINESS_DAYS).closingAt(CLOSE);
        Pause pause = new Pause("QUOTE", at("2026-10-09T12:00"), at("2026-10-10T12:00"));

        Text text = TEXT.of(
                DEADLINES.reckon(promise, Start.at("DECISION_COVERED", at("2026-09-30T20:00")), List.of(pause)));

        assertThat(text.in(Locale.ENGLISH)).isEqualTo("""
                Promised: within 3 business days (A4.5).
                Starts with: decision, Wed 2026-09-30 20:00:00.
                Counted in the time of Asia/Shanghai, by calendar sample (version 1).
                Wed 2026-09-30: not counted, it came after close of business
                Thu 2026-10-01 to Wed 2026-10-07: not counted, National Day
                Thu 2026-10-08: day 0, from which days are counted
                Fri 2026-10-09: paused by an open quote
                Sat 2026-10-10: day 1, worked to make up for National Day
                Sun 2026-10-11: not counted, weekend
                Mon 2026-10-12: day 2
                Tue 2026-10-13: day 3
                Due: Tue 2026-10-13 18:00:00.""");
        assertThat(text.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("""
                承诺：3 个工作日内（A4.5）。
                起算：保修决定，2026-09-30（周三）20:00:00。
                按 Asia/Shanghai 时间和日历 sample 第 1 版计算。
                2026-09-30（周三）：不计，发生于营业结束之后
                2026-10-01（周四） 至 2026-10-07（周三）：不计，国庆节
                2026-10-08（周四）：第 0 天，自次日起计
                2026-10-09（周五）：因报价待确认暂停
                2026-10-10（周六）：第 1 天（国庆节调休上班）
                2026-10-11（周日）：不计，周末
                2026-10-12（周一）：第 2 天
                2026-10-13（周二）：第 3 天
                期限：2026-10-13（周二）18:00:00。""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-10-09T11:59 |                  | Not started yet: time runs from Fri 2026-10-09 12:00:00.      | 尚未起算：自 2026-10-09（周五）12:00:00 起计时。
            2026-10-10T12:00 |                  | Not done yet, and within time.                                | 尚未完成，仍在期限内。
            2026-10-12T18:00 |                  | Not done yet; the target has passed, the due time has not.    | 尚未完成，已过目标时间，未到期限。
            2026-10-13T09:00 | 2026-10-12T09:00 | Done in time: Mon 2026-10-12 09:00:00.                        | 已按时完成：2026-10-12（周一）09:00:00。
            2026-10-13T18:01 |                  | Not done in time.                                             | 未按时完成。
            2026-10-15T09:00 | 2026-10-14T09:00 | Done too late: Wed 2026-10-14 09:00:00.                       | 已完成，但超过期限：2026-10-14（周三）09:00:00。
            """)
    void endsWithHowItStands(String asOf, @Nullable String stoppedAt, String english, String chinese) {
        Promise promise =
                Promise.within("A4.5", 3, Promise.Unit.BUSINESS_DAYS).from(2).closingAt(CLOSE);
        Reckoning reckoning =
                DEADLINES.reckon(promise, Start.at("DECISION_COVERED", at("2026-10-09T12:00")), List.of());

        Text text = TEXT.of(reckoning, at(asOf), stoppedAt == null ? null : at(stoppedAt));

        assertThat(text.en().lines().toList().getLast()).isEqualTo(english);
        assertThat(text.zh().lines().toList().getLast()).isEqualTo(chinese);
    }

    /** A?6, B?3: the time that was waited for the customer does not run, and stays visible. */
    @Test
    void saysHowLongItTookWithAndWithoutWhatWasWaitedFor() {
        // Given: two waits that overlap, the first of them from before the start on
        Reckoning reckoning = DEADLINES.reckon(
                Promise.within("B2.2a", 12, Promise.Unit.ELAPSED_HOURS),
                Start.at("DECISION_COVERED", at("2026-06-05T10:00")),
                List.of(
                        new Pause("QUOTE", at("2026-06-05T09:00"), at("2026-06-05T14:00")),
                        new Pause("PAYMENT", at("2026-06-05T13:00"), at("2026-06-05T15:30"))));

        // When
        Text stopped = TEXT.of(reckoning, at("2026-06-06T10:00"), at("2026-06-05T17:00"));
        Text paused = TEXT.of(reckoning, at("2026-06-05T14:30"), null);

        // Then
        assertThat(stopped)
                .satisfies(text -> assertThat(text.en()).endsWith("""
                        Done in time: Fri 2026-06-05 17:00:00.
                        It took 7 h 0 min 0 s in all, 1 h 30 min 0 s of it without what was waited for."""))
                .satisfies(text -> assertThat(text.zh()).endsWith("总用时 7 小时 0 分 0 秒，扣除等待后 1 小时 30 分 0 秒。"));
        assertThat(paused)
                .satisfies(text -> assertThat(text.en()).endsWith("""
                        Paused now, until Fri 2026-06-05 15:30:00.
                        So far 4 h 30 min 0 s in all, 0 h 0 min 0 s of it without what was waited for."""))
                .satisfies(text -> assertThat(text.zh()).contains("目前暂停，至 2026-06-05（周五）15:30:00。"));
        assertThat(reckoning.elapsed(at("2026-06-05T09:00"))).isZero();
        assertThat(reckoning.waited(at("2026-06-05T09:30"))).isZero();
    }

    @Test
    void saysThatItIsPausedWhereNobodyKnowsUntilWhen() {
        Reckoning reckoning = DEADLINES.reckon(
                Promise.within("B2.2a", 12, Promise.Unit.ELAPSED_HOURS),
                Start.at("DECISION_COVERED", at("2026-06-05T10:00")),
                List.of(new Pause("QUOTE", at("2026-06-05T11:00"), null)));

        assertThat(TEXT.of(reckoning, at("2026-06-05T12:00"), null).en()).endsWith("""
                Paused now.
                So far 2 h 0 min 0 s in all, 1 h 0 min 0 s of it without what was waited for.""");
    }

    @Test
    void saysThatALateStartBuysNoTime() {
        Promise promise =
                Promise.within("A4.4", 3, Promise.Unit.BUSINESS_DAYS).from(1).closingAt(CLOSE);
        Start late = new Start("ACK_SENT", at("2026-06-11T09:00"), at("2026-06-09T18:00"), "A4.3");
        Start missing = new Start("ACK_SENT", null, at("2026-06-09T18:00"), "A4.3");

        assertThat(TEXT.lines(DEADLINES.reckon(promise, late, List.of())))
                .startsWith(
                        new Text(
                                "Promised: within 3 business days, with a warning after 1 business day (A4.4).",
                                "承诺：3 个工作日内，满 1 个工作日时预警（A4.4）。"),
                        new Text(
                                "Late: acknowledgment, Thu 2026-06-11 09:00:00. Starts when A4.3 was due: Tue 2026-06-09 18:00:00.",
                                "逾期：受理确认，2026-06-11（周四）09:00:00。自 A4.3 到期时起算：2026-06-09（周二）18:00:00。"))
                .contains(new Text("Target: Wed 2026-06-10 18:00:00.", "目标时间：2026-06-10（周三）18:00:00。"));
        assertThat(TEXT.lines(DEADLINES.reckon(promise, missing, List.of())))
                .contains(new Text(
                        "Not come in time: acknowledgment. Starts when A4.3 was due: Tue 2026-06-09 18:00:00.",
                        "未按期发生：受理确认。自 A4.3 到期时起算：2026-06-09（周二）18:00:00。"));
    }

    @Test
    void saysOfHoursHowManyCameTogetherAndWhatIsWaitedFor() {
        Promise promise = Promise.within("C5.2", 12, Promise.Unit.ELAPSED_HOURS);
        List<Pause> pauses = List.of(
                new Pause("QUOTE", at("2026-06-05T12:30:05"), at("2026-06-06T12:00")),
                new Pause("PAYMENT", at("2026-06-05T18:00"), null));

        assertThat(TEXT.lines(DEADLINES.reckon(promise, Start.at("UNIT_RECEIVED", at("2026-06-05T10:00")), pauses)))
                .endsWith(
                        new Text(
                                "Fri 2026-06-05 10:00:00 to Fri 2026-06-05 12:30:05: counted, 2 h 30 min 5 s in all",
                                "2026-06-05（周五）10:00:00 至 2026-06-05（周五）12:30:05：计时，累计 2 小时 30 分 5 秒"),
                        new Text(
                                "since Fri 2026-06-05 12:30:05: paused by an open quote and an open payment",
                                "自 2026-06-05（周五）12:30:05 起：因报价待确认、待付款暂停"),
                        new Text(
                                "No due time while it is paused, since Fri 2026-06-05 12:30:05.",
                                "自 2026-06-05（周五）12:30:05 起暂停，期间无期限。"));
    }

    @Test
    void saysOfMonthsWhetherTheyWereTooShort() {
        Promise promise = Promise.within("E7.3", 3, Promise.Unit.MONTHS);
        Start start = Start.at("PROJECT_ACCEPTED", at("2025-08-31T15:00"));

        assertThat(TEXT.lines(DEADLINES.recurrence(promise, 2, start, List.of())))
                .contains(
                        new Text("Promised: every 3 months, this is number 2 (E7.3).", "承诺：每 3 个月一次，本次为第 2 次（E7.3）。"),
                        new Text(
                                "Sun 2025-08-31 to Sat 2026-02-28: 6 months, to the last day of a month that is too short",
                                "2025-08-31（周日） 至 2026-02-28（周六）：6 个月（该月无对应日期，取月末）"));
    }

    @Test
    void saysOfATimeThatRunsAgainstTheCustomerThatItIsNoPromise() {
        Promise promise = Promise.within("D4.2a", 15, Promise.Unit.CALENDAR_DAYS);

        assertThat(TEXT.ofTheCustomer()
                        .lines(DEADLINES.reckon(
                                promise, Start.at("APPLICATION_ACCEPTED", at("2026-06-05T10:00")), List.of())))
                .startsWith(new Text(
                        "Time for the customer, no promise of ours: within 15 calendar days (D4.2a).",
                        "客户办理的时限，并非我方承诺：15 个自然日内（D4.2a）。"));
    }

    @Test
    void namesWhatIsPromisedWhereOneClausePromisesSeveralThings() {
        Start start = Start.at("DECISION_COVERED", at("2026-06-05T10:00"));
        Promise days = Promise.within("A4.4", 3, Promise.Unit.CALENDAR_DAYS);

        assertThat(TEXT.until("ACK_SENT").lines(DEADLINES.reckon(days, start, List.of())))
                .startsWith(
                        new Text("Promised: acknowledgment, within 3 calendar days (A4.4).", "承诺：受理确认，3 个自然日内（A4.4）。"));
        assertThat(TEXT.until("ACK_SENT").ofTheCustomer().lines(DEADLINES.reckon(days, start, List.of())))
                .startsWith(new Text(
                        "Time for the customer, no promise of ours: acknowledgment, within 3 calendar days (A4.4).",
                        "客户办理的时限，并非我方承诺：受理确认，3 个自然日内（A4.4）。"));
        assertThat(TEXT.until("ACK_SENT").noCommitment(Promise.none("D2.3a")))
                .isEqualTo(new Text("No committed time: acknowledgment (D2.3a).", "未承诺时限：受理确认（D2.3a）。"));
        assertThat(TEXT.from("DECISION_COVERED").until("ACK_SENT").noCommitment(Promise.none("D2.3a")))
                .isEqualTo(new Text(
                        "No committed time from “decision” to “acknowledgment” (D2.3a).",
                        "从“保修决定”到“受理确认”未承诺时限（D2.3a）。"));
    }

    @Test
    void saysOnHowManyClaimsAUsualTimeRests() {
        assertThat(DeadlineText.usual(Duration.ofHours(5), Duration.ofHours(9), 10)
                        .in(Locale.ENGLISH))
                .contains("5 h", "9 h", "the last 10 claims");
        assertThat(DeadlineText.notMeasured(2, 10))
                .isEqualTo(
                        new Text("No usual time yet: fewer than 10 claims (2 so far).", "尚无通常用时：不足 10 件索赔（现有 2 件）。"));
        assertThat(DeadlineText.usual(Duration.ofMillis(999), Duration.ofSeconds(1), 10))
                .isEqualTo(new Text(
                        "Usual, not promised: half are done in under a second, nine of ten within 0 h 0 min 1 s (the last 10 claims).",
                        "通常用时（非承诺）：半数在不到 1 秒内完成，九成在 0 小时 0 分 1 秒 内完成（依据最近 10 件索赔）。"));
    }

    @Test
    void saysThatNothingIsCommittedTo() {
        Reckoning none = DEADLINES.reckon(
                Promise.none("D2.3a"), Start.at("APPLICATION_ACCEPTED", at("2026-06-05T10:00")), List.of());

        assertThat(TEXT.lines(none).getFirst()).isEqualTo(new Text("No committed time (D2.3a).", "未承诺时限（D2.3a）。"));
    }

    @ParameterizedTest
    @EnumSource(Promise.Unit.class)
    void leavesNoPlaceUnfilled(Promise.Unit unit) {
        Promise promise = Promise.within("X", 40, unit);
        Pause pause = new Pause("QUOTE", at("2026-01-06T10:00"), at("2026-01-08T10:00"));

        Text text = TEXT.of(DEADLINES.reckon(promise, Start.at("EVENT", at("2026-01-02T20:00")), List.of(pause)));

        assertThat(text.en() + text.zh()).doesNotContain("{", "}", "null");
    }
}
