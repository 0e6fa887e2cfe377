package dev.aftersales.notifications.templates;

import static dev.aftersales.notifications.templates.WrittenWords.CLAIM;
import static dev.aftersales.notifications.templates.WrittenWords.LINKING;
import static dev.aftersales.notifications.templates.WrittenWords.TEMPLATES;
import static dev.aftersales.notifications.templates.WrittenWords.WRITTEN;
import static dev.aftersales.notifications.templates.WrittenWords.deadline;
import static dev.aftersales.notifications.templates.WrittenWords.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aftersales.contracts.events.calendars.CalendarYearWanted;
import dev.aftersales.contracts.events.claims.DeadlineBreached;
import dev.aftersales.contracts.events.claims.DeadlineEscalated;
import dev.aftersales.contracts.events.claims.DeadlineWarned;
import dev.aftersales.notifications.Examples;
import dev.aftersales.notifications.teams.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people are told of times: what was promised, by which clause, whose turn it is, and which year a calendar lacks. */
class DeadlineWordsTest {

    static List<News> examplesForTeams() {
        DeadlineWarned warned = Examples.of(DeadlineWarned.class);
        DeadlineBreached breached = Examples.of(DeadlineBreached.class);
        DeadlineEscalated escalated = Examples.of(DeadlineEscalated.class);
        return List.of(
                new DeadlineNews.DeadlineWarned(
                        deadline(warned.promise(), warned.clause(), warned.dueAt()),
                        warned.countsFrom(),
                        warned.number(),
                        warned.warnedAt()),
                new DeadlineNews.DeadlineBreached(
                        deadline(breached.promise(), breached.clause(), breached.dueAt()), breached.countsFrom()),
                new DeadlineNews.DeadlineEscalated(
                        deadline(escalated.promise(), escalated.clause(), escalated.dueAt()),
                        escalated.countsFrom(),
                        escalated.number()));
    }

    @ParameterizedTest
    @CsvSource({"en, No promise of ours is broken", "zh, 这不属于我方违约"})
    void whatTheCustomerLetPassIsPutBeforeATeamAsTheCustomers(String language, String said) {
        // When
        Words words = LINKING.words(
                new DeadlineNews.DeadlineEscalated(deadline("PAID"), WRITTEN, 1),
                CLAIM,
                "online",
                "Online",
                "Agents",
                language,
                WRITTEN);

        // Then
        assertThat(words.body()).contains(said, "D4.2b");
    }

    static Stream<Arguments> everyTextForTeamsInEveryLanguage() {
        return examplesForTeams().stream()
                .flatMap(news -> Stream.of("en", "zh").map(language -> Arguments.of(news.template(), language, news)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everyTextForTeamsInEveryLanguage")
    void tellsATeamWhatIsPromisedByWhichClauseAndWhereToLook(Template template, String language, News news)
            throws IOException {
        // When
        String name = LINKING.nameOf(Team.ACCOUNT_MANAGER, language);
        Words words = LINKING.words(news, CLAIM, "exporter", "Exporter After-Sales", name, language, WRITTEN);

        // Then
        assertThat(words.subject()).contains(CLAIM, "A4.4").doesNotContain("{", "}", "null", "\n");
        assertThat(words.body())
                .startsWith(name)
                .contains(CLAIM, "A4.4", "exporter-2026-01", "GET /api/v1/claims/" + CLAIM + "/deadlines")
                .contains(
                        language.equals("en")
                                ? List.of(
                                        "the diagnosis is concluded",
                                        "Monday, 16 November 2026, 16:42:11 (Asia/Shanghai)",
                                        "Thursday, 19 November 2026, 18:00:00 (Asia/Shanghai)")
                                : List.of(
                                        "诊断完成",
                                        "2026年11月16日 星期一 16:42:11（Asia/Shanghai）",
                                        "2026年11月19日 星期四 18:00:00（Asia/Shanghai）"))
                .doesNotContain("{{", "}}", "null", "http", "&", "\n\n\n", " \n");
        Files.writeString(
                Files.createDirectories(Path.of("target", "mails")).resolve(template.id() + "." + language + ".txt"),
                "Subject: " + words.subject() + "\n\n" + words.body());
    }

    /** What was done too late is told as well, and a target may lie days before the limit. */
    @Test
    void saysOfAPromiseOnlyWhatHoldsWheneverTheMailIsRead() {
        Words warned =
                LINKING.words(examplesForTeams().getFirst(), CLAIM, "exporter", "Exporter", "Team", "en", WRITTEN);
        Words breached = LINKING.words(examplesForTeams().get(1), CLAIM, "exporter", "Exporter", "Team", "en", WRITTEN);

        assertThat(warned.subject()).doesNotContain("Soon due: ").contains("not done yet: the diagnosis is concluded");
        assertThat(warned.body()).doesNotContain("is near");
        assertThat(breached.subject())
                .doesNotContain("Overdue: ")
                .contains("not done in time: the diagnosis is concluded");
        assertThat(breached.body()).contains("Unless that has been done since");
    }

    static News wanted(boolean awaited) {
        CalendarYearWanted wanted = Examples.of(CalendarYearWanted.class);
        return new PolicyNews.CalendarYearWanted(
                wanted.calendar(),
                wanted.version(),
                wanted.words(),
                wanted.year(),
                wanted.beginsAt(),
                awaited,
                wanted.zone());
    }

    @ParameterizedTest
    @CsvSource({
        "en, false, No deadline waits for it yet, Friday; 1 January 2027; 00:00:00 (Asia/Shanghai)",
        "en, true,  Deadlines of claims wait for it already, Friday; 1 January 2027; 00:00:00 (Asia/Shanghai)",
        "zh, false, 目前尚无期限等待该年, 2027年1月1日 星期五 00:00:00（Asia/Shanghai）",
        "zh, true,  已有索赔的期限在等待该年, 2027年1月1日 星期五 00:00:00（Asia/Shanghai）"
    })
    void tellsThoseWhoKeepACalendarWhichYearItLacksAndWhetherItIsAwaited(
            String language, boolean awaited, String said, String begins) throws IOException {
        // When
        String name = LINKING.nameOf(Team.POLICY_ADMIN, language);
        Words words = LINKING.words(wanted(awaited), null, "exporter", "Exporter After-Sales", name, language, WRITTEN);

        // Then
        assertThat(words.subject()).contains("china", "2027").doesNotContain("{", "}", "null", "\n");
        assertThat(words.body())
                .startsWith(name)
                .contains(said, begins.replace(';', ','), "POST /api/v1/calendars/china/versions")
                .doesNotContain("{{", "}}", "null", "http", "&", "\n\n\n", " \n");
        Files.writeString(
                Files.createDirectories(Path.of("target", "mails"))
                        .resolve("calendar-year-wanted." + language + "." + awaited + ".txt"),
                "Subject: " + words.subject() + "\n\n" + words.body());
    }

    @ParameterizedTest
    @CsvSource({
        "en, 2026-11-21T13:05:30Z, 2 days 3 hours 5 minutes",
        "zh, 2026-11-21T13:05:30Z, 2 天 3 小时 5 分钟",
        "en, 2026-11-19T11:00:00Z, 1 hour",
        "en, 2026-11-19T10:00:59Z, less than a minute",
        "zh, 2026-11-19T10:00:59Z, 不到一分钟"
    })
    void tellsATeamHowLateItIsWhenTheMailIsWritten(String language, Instant written, String late) {
        assertThat(TEMPLATES
                        .words(examplesForTeams().getLast(), CLAIM, "exporter", "Exporter", "Team", language, written)
                        .body())
                .contains(late);
    }

    @ParameterizedTest
    @CsvSource({
        "DEVICE_RECEIVED,  1, closes for it unless by Saturday; 20 June 2026; 23:59:59 (Asia/Shanghai) the device is with us; or you have told us",
        "DEVICE_SENT,      1, closes for it unless by Saturday; 20 June 2026; 23:59:59 (Asia/Shanghai) the device is with us; or you have told us",
        "DEVICE_SENT,       , Please send it by Saturday; 20 June 2026; 23:59:59 (Asia/Shanghai)",
        "PAID,             2, It is due by Saturday; 20 June 2026; 23:59:59 (Asia/Shanghai)",
        "REPAIR_COMPLETED,  , we owe you something"
    })
    void remindsTheCustomerOfWhatIsTheirsToDoAndOfNothingThatIsTheVendors(
            String stop, @Nullable Integer number, String says) {
        String body = words(new DeadlineNews.DeadlineReminder(deadline(stop), number, Instant.EPOCH), "en")
                .body();

        assertThat(body).contains(says.replace(';', ','), "D4.2b");
        assertThat(body.contains("You need not do anything")).isEqualTo(stop.equals("REPAIR_COMPLETED"));
    }

    static Stream<News> asksForADevice() {
        return Stream.of(
                new DeadlineNews.DeadlineReminder(deadline("DEVICE_SENT"), 1, Instant.EPOCH),
                new DeadlineNews.DeadlineReminder(deadline("DEVICE_RECEIVED"), 1, Instant.EPOCH),
                new DeadlineNews.DeadlineReminder(deadline("DEVICE_SENT"), null, Instant.EPOCH),
                new DeadlineNews.DeadlineMissed(deadline("DEVICE_SENT")));
    }

    /** Only that word holds the closing off (D?6). */
    @ParameterizedTest
    @MethodSource("asksForADevice")
    void asksTheCustomerToTellThatTheDeviceIsUnderWay(News news) {
        assertThat(words(news, "en").body())
                .contains(
                        "please tell us, in the customer portal or through our agents", "DEVICE_SENT of claim " + CLAIM)
                .doesNotContain("nothing more to send", "need not do anything");
        assertThat(words(news, "zh").body())
                .contains("请告知我们：可在客户门户中登记，或通知客服人员", "DEVICE_SENT")
                .doesNotContain("无需再次寄送", "无需再做任何事");
    }

    @ParameterizedTest
    @CsvSource({
        "en, was to be closed; because by Saturday; 13 June 2026; 23:59:59, hold the claim open until Saturday; 20 June 2026; 23:59:59",
        "zh, 截至 2026年6月13日 星期六 23:59:59, 保留至 2026年6月20日 星期六 23:59:59"
    })
    void saysUntilWhenAClaimIsHeldOpenForWhatIsOnItsWay(String language, String was, String until) {
        News news = new DeadlineNews.ClosingHeld(deadline("DEVICE_RECEIVED"), Instant.parse("2026-06-13T16:00:00Z"));

        assertThat(words(news, language).body()).contains(was.replace(';', ','), until.replace(';', ','), "D4.2b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | false | true  | open again         | was with us in time: since Saturday, 20 June 2026      | waits for service
            en | true  | true  | open again         | We wait for the device until Saturday, 27 June 2026    | waits for the device until
            en | false | false | after the closing  | The line stays closed                                  | until a new one is made for it
            zh | false | true  | 已重新开启           | 已按时送达：2026年6月20日 星期六                            | 等待维修
            zh | true  | true  | 已重新开启           | 我们等候设备至 2026年6月27日 星期六                        | 等候设备至
            zh | false | false | 在关闭之后送达       | 该项申请仍为关闭                                         | 在就此设备提交新的索赔之前
            """)
    void saysWhatBecomesOfADeviceThatIsSpokenOfAfterTheClosing(
            String language, boolean sent, boolean reopened, String subject, String customer, String team) {
        // Given
        DeadlineNews.LateDevice device = new DeadlineNews.LateDevice(
                "D4.2b",
                List.of(1),
                sent,
                Instant.parse("2026-06-20T04:00:00Z"),
                Instant.parse("2026-06-20T16:00:00Z"),
                reopened,
                sent ? Instant.parse("2026-06-27T15:59:59Z") : null,
                "Asia/Shanghai");

        // When
        Words toCustomer = words(new DeadlineNews.DeviceReportedLate(device), language);
        Words toTeam = words(new DeadlineNews.DeviceToSeeTo(device, List.of("clm-new")), language);

        // Then
        assertThat(toCustomer.subject()).contains(subject);
        assertThat(toCustomer.body()).contains(customer, "D4.2b").doesNotContain("clm-new");
        assertThat(toTeam.subject()).contains("clm-new");
        assertThat(toTeam.body()).contains(team, "clm-new", CLAIM);
        assertThat(List.of(toCustomer.body(), toTeam.body()))
                .allSatisfy(body -> assertThat(body).doesNotContain("{{", "}}", "null", "\n\n\n"));
    }

    @Test
    void saysOfATimeThatIsOverThatItIs() {
        News news =
                new DeadlineNews.DeadlineReminder(deadline("DEVICE_SENT"), null, Instant.parse("2026-06-20T16:00:00Z"));

        assertThat(words(news, "en").body()).contains("It was to be sent by", "Please send it now");
        assertThat(words(news, "zh").body()).contains("设备应于 2026年6月20日 星期六 23:59:59（Asia/Shanghai） 之前寄出");
    }

    @ParameterizedTest
    @CsvSource({
        "true, is closed (line 1;2), other lines",
        "false, line 1;2 is closed. Its other lines go on, Your claim"
    })
    void saysOfLinesThatExpiredWhetherTheClaimGoesOn(boolean closed, String says, String saysNot) {
        News news = new DeadlineNews.ClaimExpired(
                deadline("DEVICE_RECEIVED"), closed, Instant.parse("2026-06-20T16:00:00Z"));

        String body = words(news, "en").body();

        assertThat(body)
                .contains(
                        says.replace(";", ", "),
                        "Sunday, 21 June 2026, 00:00:00 (Asia/Shanghai)",
                        "the same evidence",
                        "need not be uploaded again")
                .doesNotContain(saysNot, "D4.2c");
        assertThat(TEMPLATES
                        .words(news, CLAIM, "online", "Online", "Dora", "en", WRITTEN)
                        .body())
                .contains("by clause D4.2c");
    }

    @Test
    void knowsNoDeadlineInAZoneThatThereIsNot() {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> new DeadlineNews.Deadline(
                        "A-1", "A4.4", deadline("PAID").promise(), List.of(1), Instant.EPOCH, "Asia/Atlantis"));
    }
}
