package dev.aftersales.notifications.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.calendars.CalendarYearWanted;
import dev.aftersales.contracts.events.claims.AnswerChannel;
import dev.aftersales.contracts.events.claims.ClaimClosed;
import dev.aftersales.contracts.events.claims.ClaimExpired;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.CoverageDecided.Effect;
import dev.aftersales.contracts.events.claims.CoverageDecided.Payer;
import dev.aftersales.contracts.events.claims.CoverageDecided.Reason;
import dev.aftersales.contracts.events.claims.CoverageDisputed;
import dev.aftersales.contracts.events.claims.DeadlineBreached;
import dev.aftersales.contracts.events.claims.DeadlineEscalated;
import dev.aftersales.contracts.events.claims.DeadlineWarned;
import dev.aftersales.contracts.events.claims.DisputeDecided;
import dev.aftersales.contracts.events.claims.EvidenceRequested;
import dev.aftersales.contracts.events.claims.PayBefore;
import dev.aftersales.contracts.events.claims.Promised;
import dev.aftersales.contracts.events.claims.QuoteAccepted;
import dev.aftersales.contracts.events.claims.QuoteDeclined;
import dev.aftersales.contracts.events.claims.QuoteIssued;
import dev.aftersales.contracts.events.claims.QuotePaid;
import dev.aftersales.contracts.events.claims.QuoteRequested;
import dev.aftersales.contracts.events.claims.WithdrawnQuote;
import dev.aftersales.contracts.events.logistics.Delivered;
import dev.aftersales.contracts.events.logistics.PartsBackordered;
import dev.aftersales.contracts.events.logistics.PartsDispatched;
import dev.aftersales.contracts.events.logistics.PartsReleased;
import dev.aftersales.contracts.events.policies.PolicyNoticeRequested;
import dev.aftersales.contracts.events.policies.PolicyNoticeWithdrawn;
import dev.aftersales.notifications.Examples;
import dev.aftersales.notifications.teams.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    private static final String CLAIM = "clm-8d2f6c1e";
    private static final Instant WRITTEN = Instant.parse("2026-11-21T13:05:30Z");
    private static final String LINK = "http://localhost:8080/claims/" + CLAIM;

    private static final List<CoverageDecided.Charge> CHARGES = List.of(
            new CoverageDecided.Charge(
                    "LABOUR", new CoverageDecided.Words("labour", "人工费"), CoverageDecided.Payer.VENDOR, "C4.1", null),
            new CoverageDecided.Charge(
                    "PARTS",
                    new CoverageDecided.Words("spare parts", "配件费"),
                    CoverageDecided.Payer.CUSTOMER,
                    "C4.1",
                    null));

    private final Templates templates = new Templates(new TemplateSettings(null));
    private final Templates linking = new Templates(new TemplateSettings("http://localhost:8080/claims/{id}"));

    static List<News> examples() {
        ClaimSubmitted submitted = Examples.of(ClaimSubmitted.class);
        EvidenceRequested requested = Examples.of(EvidenceRequested.class);
        CoverageDecided decided = Examples.of(CoverageDecided.class);
        CoverageDisputed disputed = Examples.of(CoverageDisputed.class);
        DisputeDecided ended = Examples.of(DisputeDecided.class);
        QuoteRequested asked = Examples.of(QuoteRequested.class);
        QuoteIssued issued = Examples.of(QuoteIssued.class);
        QuoteAccepted accepted = Examples.of(QuoteAccepted.class);
        QuoteDeclined declined = Examples.of(QuoteDeclined.class);
        QuotePaid paid = Examples.of(QuotePaid.class);
        PartsBackordered backordered = Examples.of(PartsBackordered.class);
        PartsReleased released = Examples.of(PartsReleased.class);
        PartsDispatched dispatched = Examples.of(PartsDispatched.class);
        Delivered delivered = Examples.of(Delivered.class);
        ClaimExpired expired = Examples.of(ClaimExpired.class);
        return List.of(
                new News.ClaimReceived(
                        submitted.contractNumber(), submitted.model(), submitted.faultCode(), submitted.lines()),
                new News.EvidenceRequested(requested.items().stream()
                        .map(item ->
                                new News.EvidenceRequested.Item(item.clause(), item.item(), item.line(), item.words()))
                        .toList()),
                new News.CoverageDecided(
                        decided.policyVersion(),
                        decided.lines().stream()
                                .map(line -> new News.CoverageDecided.Line(
                                        line.line(),
                                        line.serial(),
                                        line.verdict(),
                                        line.route(),
                                        line.clauses(),
                                        line.explanationId(),
                                        line.charges(),
                                        line.goodwill(),
                                        line.partsOnly(),
                                        line.sendBy()))
                                .toList(),
                        decided.explanations(),
                        decided.dispute(),
                        decided.withdrawnQuotes()),
                new News.CoverageDisputed(
                        disputed.dispute(), disputed.lines(), disputed.clauses(), disputed.withdrawnQuotes()),
                new News.DisputeDecided(
                        ended.dispute(), ended.outcome(), ended.lines(), ended.clauses(), ended.standing()),
                new News.QuoteRequested(List.of(1), asked.lines()),
                new News.QuoteIssued(
                        issued.quote(),
                        issued.lines(),
                        issued.items(),
                        issued.moreItems(),
                        issued.total(),
                        issued.validUntil(),
                        issued.payBefore(),
                        issued.payWithin(),
                        issued.zone(),
                        issued.partsOnly(),
                        issued.freight(),
                        issued.vendorBears(),
                        issued.withdrawnQuotes()),
                new News.QuoteAccepted(
                        accepted.quote(),
                        accepted.lines(),
                        accepted.total(),
                        accepted.payBefore(),
                        accepted.payUntil(),
                        accepted.zone(),
                        accepted.partsOnly(),
                        null),
                new News.QuoteDeclined(declined.quote(), declined.lines(), null),
                new News.QuoteExpired(declined.quote(), declined.lines()),
                new News.PaymentReceived(paid.quote(), paid.lines(), paid.amount(), paid.paidAt()),
                new News.PartsBackordered(backordered.lines(), backordered.missing()),
                new News.PartsReleased(released.lines(), released.parts()),
                new News.PartsDispatched(
                        dispatched.lines(),
                        dispatched.carrier(),
                        dispatched.trackingNumber(),
                        dispatched.dispatchedAt()),
                new News.Delivered(delivered.lines(), delivered.deliveredAt()),
                new News.ClaimClosed(Examples.of(ClaimClosed.class).closedAt()),
                new News.ClaimExpired(
                        deadline(expired.promise(), expired.clause(), expired.dueAt()),
                        expired.claimClosed(),
                        expired.expiredAt()),
                new News.DeadlineReminder(deadline("DEVICE_RECEIVED"), 2, WRITTEN),
                new News.DeadlineMissed(deadline("DIAGNOSIS_CONCLUDED")));
    }

    static List<News> examplesForTeams() {
        DeadlineWarned warned = Examples.of(DeadlineWarned.class);
        DeadlineBreached breached = Examples.of(DeadlineBreached.class);
        DeadlineEscalated escalated = Examples.of(DeadlineEscalated.class);
        return List.of(
                new News.DeadlineWarned(
                        deadline(warned.promise(), warned.clause(), warned.dueAt()),
                        warned.countsFrom(),
                        warned.number(),
                        warned.warnedAt()),
                new News.DeadlineBreached(
                        deadline(breached.promise(), breached.clause(), breached.dueAt()), breached.countsFrom()),
                new News.DeadlineEscalated(
                        deadline(escalated.promise(), escalated.clause(), escalated.dueAt()),
                        escalated.countsFrom(),
                        escalated.number()));
    }

    private static News.Deadline deadline(String stop) {
        return deadline(
                new Promised("APPLICATION_ACCEPTED", stop, new CoverageDecided.Words("the end is reached", "已到终点")),
                "D4.2b",
                Instant.parse("2026-06-20T15:59:59Z"));
    }

    private static News.Deadline deadline(Promised promise, String clause, Instant dueAt) {
        return new News.Deadline("exporter-2026-01", clause, promise, List.of(1, 2), dueAt, "Asia/Shanghai");
    }

    static Stream<Arguments> everyTextInEveryLanguage() {
        return examples().stream()
                .flatMap(news -> Stream.of("en", "zh").map(language -> Arguments.of(news.template(), language, news)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everyTextInEveryLanguage")
    void rendersEveryExampleWithoutGaps(Template template, String language, News news) throws IOException {
        // When
        Words words = words(news, language);

        // Then
        assertThat(words.language()).isEqualTo(language);
        assertThat(words.subject()).contains(CLAIM).doesNotContain("{", "}", "null", "\n");
        assertThat(words.body())
                .contains(CLAIM, "Maria Nordwind", "Exporter After-Sales")
                .doesNotContain("{{", "}}", "null", "http", "/api/", "&amp;", "&quot;", "\n\n\n", " \n");
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(
                folder.resolve(template.id() + "." + language + ".txt"),
                "Subject: " + words.subject() + "\n\n" + words.body());
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everyTextInEveryLanguage")
    void linksToThePortalWhereThereIsOne(Template template, String language, News news) {
        assertThat(linking.words(news, CLAIM, "exporter", "Exporter", "Maria", language, WRITTEN)
                        .body())
                .contains(LINK)
                .doesNotContain("/api/", "{{", "}}");
    }

    @ParameterizedTest
    @CsvSource({"en, No promise of ours is broken", "zh, 这不属于我方违约"})
    void whatTheCustomerLetPassIsPutBeforeATeamAsTheCustomers(String language, String said) {
        // When
        Words words = linking.words(
                new News.DeadlineEscalated(deadline("PAID"), WRITTEN, 1),
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
        String name = linking.nameOf(Team.ACCOUNT_MANAGER, language);
        Words words = linking.words(news, CLAIM, "exporter", "Exporter After-Sales", name, language, WRITTEN);

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

    private static News wanted(boolean awaited) {
        CalendarYearWanted wanted = Examples.of(CalendarYearWanted.class);
        return new News.CalendarYearWanted(
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
        String name = linking.nameOf(Team.POLICY_ADMIN, language);
        Words words = linking.words(wanted(awaited), null, "exporter", "Exporter After-Sales", name, language, WRITTEN);

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
        assertThat(templates
                        .words(examplesForTeams().getLast(), CLAIM, "exporter", "Exporter", "Team", language, written)
                        .body())
                .contains(late);
    }

    @ParameterizedTest
    @CsvSource({
        "DEVICE_RECEIVED,  1, closes for it unless the device is with us by Saturday; 20 June 2026; 23:59:59 (Asia/Shanghai)",
        "DEVICE_SENT,      1, closes for it unless the device is with us by Saturday; 20 June 2026; 23:59:59 (Asia/Shanghai)",
        "DEVICE_SENT,       , Please send it by Saturday; 20 June 2026; 23:59:59 (Asia/Shanghai)",
        "PAID,             2, It is due by Saturday; 20 June 2026; 23:59:59 (Asia/Shanghai)",
        "REPAIR_COMPLETED,  , we owe you something"
    })
    void remindsTheCustomerOfWhatIsTheirsToDoAndOfNothingThatIsTheVendors(
            String stop, @Nullable Integer number, String says) {
        String body = words(new News.DeadlineReminder(deadline(stop), number, Instant.EPOCH), "en")
                .body();

        assertThat(body).contains(says.replace(';', ','), "D4.2b");
        assertThat(body.contains("You need not do anything")).isEqualTo(stop.equals("REPAIR_COMPLETED"));
    }

    @Test
    void saysOfATimeThatIsOverThatItIs() {
        News news = new News.DeadlineReminder(deadline("DEVICE_SENT"), null, Instant.parse("2026-06-20T16:00:00Z"));

        assertThat(words(news, "en").body()).contains("It was to be sent by", "Please send it now");
        assertThat(words(news, "zh").body()).contains("设备应于 2026年6月20日 星期六 23:59:59（Asia/Shanghai） 之前寄出");
    }

    @ParameterizedTest
    @CsvSource({
        "true, is closed (line 1;2), other lines",
        "false, line 1;2 is closed. Its other lines go on, Your claim"
    })
    void saysOfLinesThatExpiredWhetherTheClaimGoesOn(boolean closed, String says, String saysNot) {
        News news = new News.ClaimExpired(deadline("DEVICE_RECEIVED"), closed, Instant.parse("2026-06-20T16:00:00Z"));

        String body = words(news, "en").body();

        assertThat(body)
                .contains(
                        says.replace(";", ", "), "Sunday, 21 June 2026, 00:00:00 (Asia/Shanghai)", "the same evidence")
                .doesNotContain(saysNot, "D4.2c");
        assertThat(templates
                        .words(news, CLAIM, "online", "Online", "Dora", "en", WRITTEN)
                        .body())
                .contains("by clause D4.2c");
    }

    @Test
    void knowsNoDeadlineInAZoneThatThereIsNot() {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> new News.Deadline(
                        "A-1", "A4.4", deadline("PAID").promise(), List.of(1), Instant.EPOCH, "Asia/Atlantis"));
    }

    @Test
    void refusesAPortalUrlThatNamesNoClaim() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TemplateSettings("https://portal.example/claims"))
                .withMessageContaining("portal-url");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Warranty term (A1.1): 12 months becomes 18 months.', 'takes effect on 1 January 2027'",
        "zh, 保修期（A1.1）：由12个月改为18个月。, 自 2027年1月1日"
    })
    void saysOfANewPolicyVersionWhatChangesAndFromWhen(String language, String change, String from) throws IOException {
        // When
        Words words = templates.words(
                notice(0), null, "exporter", "Exporter After-Sales", "Maria Nordwind", language, WRITTEN);

        // Then
        assertThat(words.subject()).contains("exporter-2026-01", "2026").doesNotContain("{", "}", "\n");
        assertThat(words.body())
                .contains("Maria Nordwind", "Exporter After-Sales", "exporter-2026-01", change, from)
                .doesNotContain("{{", "}}", "null", "more changes", "另有", "&", "\n\n\n", " \n");
        Files.writeString(
                Files.createDirectories(Path.of("target", "mails")).resolve("policy-notice." + language + ".txt"),
                "Subject: " + words.subject() + "\n\n" + words.body());
    }

    @ParameterizedTest
    @CsvSource({"en, and 7 more changes", "zh, 另有 7 项变更"})
    void countsTheChangesThatHadNoRoom(String language, String more) {
        assertThat(templates
                        .words(notice(7), null, "exporter", "Exporter", "Maria", language, WRITTEN)
                        .body())
                .contains(more);
    }

    @ParameterizedTest
    @CsvSource({
        "en, will not take effect, exporter-2025-01 stays in force, Nothing changes for you",
        "zh, 该变更不会施行, exporter-2025-01 版继续有效, 没有任何变化"
    })
    void saysOfAVersionThatWasGivenUpWhichOneStays(String language, String not, String stays, String otherwise) {
        Words words = templates.words(
                withdrawn("exporter-2025-01"), null, "exporter", "Exporter", "Maria", language, WRITTEN);
        Words first = templates.words(withdrawn(null), null, "exporter", "Exporter", "Maria", language, WRITTEN);

        assertThat(words.subject()).contains("exporter-2026-01").doesNotContain("{", "}", "\n");
        assertThat(words.body())
                .contains("Maria", "Exporter", "exporter-2026-01", not, stays)
                .doesNotContain(otherwise, "{{", "}}", "null", "\n\n\n", " \n");
        assertThat(first.body()).contains(not, otherwise).doesNotContain(stays, "null", "\n\n\n");
    }

    private static News withdrawn(String inForce) {
        PolicyNoticeWithdrawn withdrawn = Examples.of(PolicyNoticeWithdrawn.class);
        return new News.PolicyNoticeWithdrawn(withdrawn.noticeId(), withdrawn.policyVersion(), inForce, null);
    }

    private static News notice(int moreChanges) {
        PolicyNoticeRequested requested = Examples.of(PolicyNoticeRequested.class);
        return new News.PolicyNotice(
                requested.noticeId(),
                requested.policyVersion(),
                requested.effectiveFrom(),
                requested.changes(),
                moreChanges,
                requested.zone());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    2026-12-31T16:00:00Z | Asia/Shanghai | on 1 January 2027, not earlier                        | 自 2027年1月1日 起施行
                    2026-12-31T17:30:00Z | Asia/Shanghai | on 1 January 2027, 01:30 (Asia/Shanghai), not earlier | 自 2027年1月1日 01:30（Asia/Shanghai） 起施行
                    2026-12-31T16:00:00Z | -             | on 31 December 2026, 16:00 UTC, not earlier           | 自 2026年12月31日 16:00 (UTC) 起施行
                    """)
    void saysTheDayOnWhichAVersionTakesEffectInThePolicysZone(
            Instant from, @Nullable String zone, String en, String zh) {
        News news = new News.PolicyNotice("A-2/1", "A-2", from, List.of(), 0, zone);

        assertThat(words(news, "en").body()).contains(en);
        assertThat(words(news, "zh").body()).contains(zh);
    }

    @Test
    void saysWhichVersionIsSetToTakeEffectWhereAnotherWasGivenUp() {
        PolicyNoticeWithdrawn.Next next =
                new PolicyNoticeWithdrawn.Next("A-3", Instant.parse("2026-12-31T16:00:00Z"), "Asia/Shanghai");
        News second = new News.PolicyNoticeWithdrawn("A-4/1", "A-4", "A-1", next);
        News first = new News.PolicyNoticeWithdrawn("A-4/1", "A-4", null, next);

        assertThat(words(second, "en").body())
                .contains(
                        "Version A-1 stays in force until version A-3 takes effect on 1 January 2027. Until then your");
        assertThat(words(second, "zh").body()).contains("A-1 版继续有效，直至 A-3 版自 2027年1月1日 起施行");
        assertThat(words(first, "en").body())
                .contains("Version A-3 takes effect on 1 January 2027")
                .doesNotContain("Nothing changes");
        assertThat(words(first, "zh").body()).contains("A-3 版仍将自 2027年1月1日 起施行").doesNotContain("没有任何变化");
    }

    @Test
    void hasATextForEveryTemplate() {
        assertThat(Stream.of(examples(), examplesForTeams(), List.of(notice(0), withdrawn("A-1"), wanted(false)))
                        .flatMap(List::stream))
                .extracting(News::template)
                .containsExactlyInAnyOrder(Template.values());
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void saysEachVerdictInTheSubject(Verdict verdict) {
        for (String language : List.of("en", "zh")) {
            String subject = words(decided(line(1, verdict, null)), language).subject();
            assertThat(subject).doesNotEndWith(": ").doesNotEndWith(":").doesNotEndWith("：");
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void saysWhatHappensNextForEachRoute(Route route) {
        for (String language : List.of("en", "zh")) {
            String body =
                    words(decided(line(1, Verdict.COVERED, route)), language).body();
            assertThat(body).containsAnyOf("What happens next", "接下来");
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "1234567.5, USD, 'USD 1,234,567.50'",
        "0.05,      EUR, EUR 0.05",
        "123456,    JPY, 'JPY 123,456'",
        "1234.5,    KWD, 'KWD 1,234.500'"
    })
    void writesAmountsWithTheDigitsOfTheirCurrency(String amount, String currency, String written) {
        News news = new News.PaymentReceived(1, List.of(1), new Money(amount, currency), Instant.EPOCH);

        for (String language : List.of("en", "zh")) {
            assertThat(words(news, language).subject()).endsWith(written);
            assertThat(words(news, language).body()).contains(written);
        }
    }

    @ParameterizedTest(name = "{0} {1} at {2}, {3} lines")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    HOUR  | 1.50 | 120    | 1 | (1.5 hours at CNY 120.00 an hour)                      | （1.5 小时，每小时 CNY 120.00）
                    HOUR  | 1    | 120    | 1 | (1 hour at CNY 120.00 an hour)                         | （1 小时，每小时 CNY 120.00）
                    PIECE | 2    | 12.35  | 1 | (2 pieces, CNY 12.35 each)                             | （2 件，每件 CNY 12.35）
                    PIECE | 2    | 12.35  | 3 | (2 pieces, CNY 12.35 each, for each of 3 lines)        | （2 件，每件 CNY 12.35，共 3 项）
                    CASE  | 1    | 80     | 2 | (CNY 80.00, for each of 2 lines)                       | （每项 CNY 80.00，共 2 项）
                    CASE  | 1    | 80     | 1 | -                                                      | -
                    PIECE | 1    | 80     | 1 | -                                                      | -
                    """)
    void saysHowTheAmountOfAnItemComesAbout(
            QuoteIssued.Unit unit, String units, String price, int lines, @Nullable String en, @Nullable String zh) {
        News news = quote(new QuoteIssued.Item(
                "LABOUR",
                null,
                new Money("777", "CNY"),
                new QuoteIssued.Reckoned(unit, units, new Money(price, "CNY"), lines)));

        assertThat(words(news, "en").body()).contains("- labour: CNY 777.00" + (en == null ? "\n" : " " + en + "\n"));
        assertThat(words(news, "zh").body()).contains("人工：CNY 777.00" + (zh == null ? "\n" : zh + "\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "PHONE, by phone, 通过电话",
        "EMAIL, by e-mail, 通过电子邮件",
        "LETTER, by letter, 通过信函",
        "IN_PERSON, in person, 当面"
    })
    void saysThatStaffTookTheAnswerDown(AnswerChannel channel, String en, String zh) {
        News accepted = new News.QuoteAccepted(
                1, List.of(1), new Money("120", "CNY"), null, null, "Asia/Shanghai", null, channel);
        News declined = new News.QuoteDeclined(1, List.of(1), channel);

        assertThat(words(accepted, "en").body())
                .contains("You told us " + en + " that you accept our quote 1", "our staff entered it")
                .doesNotContain("You accepted our quote");
        assertThat(words(declined, "en").body()).contains("You told us " + en + " that you decline our quote 1");
        assertThat(words(accepted, "zh").body()).contains("您" + zh + "告知我们接受", "代您登记");
        assertThat(words(declined, "zh").body()).contains("您" + zh + "告知我们拒绝", "代您登记");
        assertThat(words(new News.QuoteDeclined(1, List.of(1), null), "en").body())
                .contains("You declined our quote 1")
                .doesNotContain("staff");
    }

    private static News quote(QuoteIssued.Item item) {
        return new News.QuoteIssued(
                1,
                List.of(1),
                List.of(item),
                null,
                item.amount(),
                null,
                null,
                null,
                null,
                null,
                null,
                QuoteIssued.VendorBears.NOTHING,
                null);
    }

    @Test
    void saysWhatTheVendorBearsAndWhatWaitsForThePayment() {
        News news = new News.QuoteIssued(
                2,
                List.of(1),
                List.of(
                        new QuoteIssued.Item("PARTS", "P-7", new Money("120", "CNY"), null),
                        new QuoteIssued.Item("LABOUR", null, Money.zero("CNY"), null)),
                null,
                new Money("120", "CNY"),
                null,
                PayBefore.RETURN,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(words(news, "en").body())
                .contains("- spare part P-7: CNY 120.00", "- labour: free of charge", "Total: CNY 120.00")
                .contains("send the unit back when we have your payment")
                .doesNotContain("accept it by", "We begin when we have your payment");
        assertThat(words(news, "zh").body())
                .contains("配件 P-7：CNY 120.00", "人工：免费", "收到付款后寄回设备")
                .doesNotContain("有效期");
    }

    @Test
    void d26NamesDeadlinesAsDaysAndSendsNoUnitBackWhereOnlyPartsAreSent() {
        News issued = new News.QuoteIssued(
                1,
                List.of(1),
                List.of(new QuoteIssued.Item("PARTS", "P-7", new Money("120", "CNY"), null)),
                null,
                new Money("120", "CNY"),
                Instant.parse("2026-12-20T15:59:59Z"),
                PayBefore.REPAIR,
                "P1M",
                "Asia/Shanghai",
                true,
                List.of(
                        new QuoteIssued.Freight("INBOUND_FREIGHT", Payer.CUSTOMER),
                        new QuoteIssued.Freight("RETURN_FREIGHT", Payer.VENDOR)),
                QuoteIssued.VendorBears.NOTHING,
                null);
        News accepted = new News.QuoteAccepted(
                1,
                List.of(1),
                new Money("120", "CNY"),
                PayBefore.REPAIR,
                Instant.parse("2026-12-20T16:00:00Z"),
                "Asia/Shanghai",
                true,
                null);

        assertThat(words(issued, "en").body())
                .contains(
                        "accept it by 20 December 2026.",
                        "pay within 1 month of accepting",
                        "We send the parts when we have")
                .contains("Freight to you: we pay it.")
                .doesNotContain("the unit back", "UTC", "Freight to us");
        assertThat(words(issued, "zh").body())
                .contains("报价有效期至 2026年12月20日。", "接受报价后 1 个月 内付款", "寄给您的运费：由我们承担")
                .doesNotContain("寄给我们", "UTC");
        assertThat(words(accepted, "en").body())
                .contains("Please pay by 21 December 2026.", "We send the parts when we have your payment.")
                .doesNotContain("the unit back");
        assertThat(words(accepted, "zh").body()).contains("2026年12月21日").doesNotContain("寄回设备");
    }

    @Test
    void namesTheFirstItemsOfALongQuoteAndCountsTheRest() {
        List<QuoteIssued.Item> items = IntStream.rangeClosed(1, 50)
                .mapToObj(number -> new QuoteIssued.Item("PARTS", "P-" + number, new Money("1", "EUR"), null))
                .toList();
        News news = new News.QuoteIssued(
                1, List.of(1), items, 7, new Money("57", "EUR"), null, null, null, null, null, null, null, null);

        assertThat(words(news, "en").body())
                .contains("P-20:", "and 37 more items")
                .doesNotContain("P-21");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | NOTHING | The warranty does not pay for the service of your claim
                    en | PART    | We pay a part of what the service of your claim
                    en | ALL     | We pay all that the service of your claim
                    en |         | This is our quote 2 for the service of your claim
                    zh | NOTHING | 的服务费用不由保修承担
                    zh | PART    | 的服务费用，部分由我们承担，其余由您支付
                    zh | ALL     | 的服务费用全部由我们承担，只需您同意
                    zh |         | 的服务报价 2 如下
                    """)
    void saysFirstHowMuchOfAQuotedServiceTheVendorBears(String language, QuoteIssued.VendorBears bears, String first) {
        String body = words(quote(bears, null), language).body();

        assertThat(body.split("\n")[2]).contains(first).contains(CLAIM);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Our quote 1 (line 2) no longer stands: you cannot accept it, other lines",
        "zh, 我们的报价 1（第 2 项）已作废：不能再接受, 其余各项"
    })
    void tellsWhoeverHoldsAnOfferThatItStandsNoLonger(String language, String gone, String others) {
        List<WithdrawnQuote> first = List.of(new WithdrawnQuote(1, List.of(2)));

        assertThat(List.of(
                        new News.CoverageDisputed(1, List.of(2), List.of("A3.2"), first),
                        new News.CoverageDecided(
                                "A-1", List.of(line(2, Verdict.COVERED_PARTIAL, null)), null, null, first),
                        quote(QuoteIssued.VendorBears.NOTHING, first)))
                .allSatisfy(news ->
                        assertThat(words(news, language).body()).contains(gone).doesNotContain(others));
        assertThat(List.of(
                        new News.CoverageDisputed(1, List.of(2), List.of("A3.2"), null),
                        decided(line(2, Verdict.COVERED_PARTIAL, null)),
                        quote(QuoteIssued.VendorBears.NOTHING, null)))
                .allSatisfy(news -> assertThat(words(news, language).body())
                        .doesNotContain("no longer stands")
                        .doesNotContain("已作废"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'its other lines (1, 3), ask for a new quote in the customer portal'",
        "zh, 其余各项（第 1、3 项）仍需服务，请在客户门户的索赔"
    })
    void saysWhatBecomesOfTheOtherLinesOfAQuoteThatStandsNoLonger(String language, String others) {
        News news = new News.CoverageDisputed(
                1, List.of(2), List.of("A3.2"), List.of(new WithdrawnQuote(1, List.of(1, 2, 3))));

        assertThat(words(news, language).body()).contains(others);
    }

    @ParameterizedTest
    @CsvSource({"en, Our decision waits until then, neither takes effect", "zh, 原决定暂不执行, 开始处理"})
    void saysOfADisputedDecisionThatItWaits(String language, String waits, String odd) {
        News news = new News.CoverageDisputed(1, List.of(2), List.of("A3.2"), null);

        assertThat(words(news, language).body()).contains(waits).doesNotContain(odd);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everyTextInEveryLanguage")
    void asksForNoReplyBecauseNobodyReadsIt(Template template, String language, News news) {
        assertThat(words(news, language).body())
                .doesNotContainIgnoringCase("reply")
                .doesNotContain("回复");
        assertThat(linking.words(news, CLAIM, "exporter", "Exporter", "Maria", language, WRITTEN)
                        .body())
                .doesNotContainIgnoringCase("reply")
                .doesNotContain("回复");
    }

    @ParameterizedTest
    @CsvSource({"en, under our after-sales policy (version exporter-2026-01)", "zh, 售后政策（exporter-2026-01 版）"})
    void saysWhosePolicyADecisionRestsOn(String language, String policy) {
        assertThat(words(decided(line(1, Verdict.COVERED, Route.PARTS)), language)
                        .body())
                .contains(policy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    COVERED                 | PARTS          | -    | freight to you                  | 寄给您的运费
                    COVERED                 | DEPOT_REPAIR   | -    | freight to us, freight back     | 寄来运费、寄回运费
                    COVERED                 | ON_SITE        | -    | -                               | -
                    COVERED                 | REMOTE_SUPPORT | -    | -                               | -
                    NOT_COVERED_OFFER_QUOTE | -              | true | freight to you                  | 寄给您的运费
                    NOT_COVERED_OFFER_QUOTE | -              | -    | freight to us, freight back     | 寄来运费、寄回运费
                    """)
    void namesOnlyTheLegsOfFreightThatOccur(
            Verdict verdict,
            @Nullable Route route,
            @Nullable Boolean partsOnly,
            @Nullable String en,
            @Nullable String zh) {
        News news = decided(new News.CoverageDecided.Line(
                1,
                "S-1",
                verdict,
                route,
                List.of("A6.1"),
                null,
                List.of(
                        freight("INBOUND_FREIGHT", "freight to us", "寄来运费"),
                        freight("RETURN_FREIGHT", "freight back", "寄回运费")),
                null,
                partsOnly,
                null));

        String english = words(news, "en").body();
        String chinese = words(news, "zh").body();
        if (en == null) {
            assertThat(english).doesNotContain("freight");
            assertThat(chinese).doesNotContain("运费");
        } else {
            assertThat(english).contains("Agreed with you first, and not charged otherwise: " + en + "\n");
            assertThat(chinese).contains("事先与您商定，未商定则不收费：" + zh + "\n");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | Please send it by Monday, 8 June 2026, 23:59:59 (Asia/Shanghai) (clause D4.2a). | Our address and the return number (RMA) follow | Wait with sending it
                    zh | 按照第 D4.2a 条，请在 2026年6月8日 星期一 23:59:59（Asia/Shanghai） 之前寄出。 | 收件地址和返修编号 (RMA) 将随寄回说明另发邮件告知 | 再寄出
                    """)
    void saysByWhenToSendTheUnitAndByWhichClause(String language, String by, String follows, String wait) {
        CoverageDecided.SendBy time =
                new CoverageDecided.SendBy(Instant.parse("2026-06-08T15:59:59Z"), "D4.2a", "Asia/Shanghai");

        String timed = words(decided(depot(1, time)), language).body();
        String untimed = words(decided(depot(1, null)), language).body();
        String both = words(decided(depot(1, time), depot(2, null)), language).body();

        assertThat(timed).contains(by, follows).doesNotContain(wait);
        assertThat(untimed).contains(wait).doesNotContain("D4.2a", follows);
        assertThat(both).as("each line is told what holds for it").contains(by, follows, wait);
    }

    private static News.CoverageDecided.Line depot(int line, CoverageDecided.@Nullable SendBy sendBy) {
        return new News.CoverageDecided.Line(
                line,
                "S-" + line,
                Verdict.COVERED,
                Route.DEPOT_REPAIR,
                List.of("D2.1a"),
                null,
                null,
                null,
                null,
                sendBy);
    }

    private static CoverageDecided.Charge freight(String item, String en, String zh) {
        return new CoverageDecided.Charge(item, new CoverageDecided.Words(en, zh), Payer.AGREE, "A6.1", null);
    }

    private static News quote(QuoteIssued.@Nullable VendorBears bears, @Nullable List<WithdrawnQuote> withdrawn) {
        return new News.QuoteIssued(
                2,
                List.of(2),
                List.of(new QuoteIssued.Item("PARTS", "P-7", new Money("120", "CNY"), null)),
                null,
                new Money("120", "CNY"),
                null,
                null,
                null,
                null,
                null,
                null,
                bears,
                withdrawn);
    }

    @Test
    void offersAQuoteUnderTheClausesThatExclude() {
        News news = decided(new News.CoverageDecided.Line(
                2, "S-2", Verdict.NOT_COVERED_OFFER_QUOTE, null, List.of("A3.2", "R-A15"), null));

        assertThat(words(news, "en").body())
                .contains(
                        "NOT COVERED",
                        "A3.2, R-A15",
                        "our quote comes to you",
                        "ask for a quote in the customer portal");
        assertThat(words(news, "zh").body())
                .contains("不在保修范围内", "A3.2、R-A15", "另发邮件向您报价", "在客户门户的索赔 " + CLAIM + " 中索取报价");
    }

    @Test
    void saysClauseFactAndWhatWouldHaveChangedARefusal() {
        News news = explained(
                Verdict.NOT_COVERED_OFFER_QUOTE,
                reason("A1.1", Effect.EXCLUDES, "term", "BILL_OF_LADING BL-77 of 2025-03-20, through 2026-03-20"),
                reason("A3.1", Effect.EXCLUDES, "submitted", "2026-11-20"));

        assertThat(words(news, "en").body())
                .contains("bill of lading BL-77 of 2025-03-20; the warranty runs through 2026-03-20.")
                .contains("Reason: text of A3.1 (clause A3.1)")
                .contains("the claim was submitted on 2026-11-20.")
                .contains("What would have changed it: otherwise A3.1.")
                .contains("Deciding clauses: A1.1, A3.1")
                .contains("Other clauses that were looked at: A1.2");
        assertThat(words(news, "zh").body())
                .contains("提单 BL-77，日期 2025-03-20；保修期至 2026-03-20。")
                .contains("理由：A3.1 的条文（第 A3.1 条）", "何种情况会改变结果：A3.1 的条件。", "决定性条款：A1.1、A3.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | PARTLY COVERED        | We pay for: labour  | You pay for: spare parts | nothing is done before you accept
                    zh | 部分在保修范围内          | 由我们付费：人工费        | 由您付费：配件费           | 经您同意后才会开始
                    """)
    void saysWhoBearsWhatOfALineThatIsPartlyCovered(
            String language, String verdict, String vendors, String customers, String order) {
        News news = decided(new News.CoverageDecided.Line(
                1, "S-1", Verdict.COVERED_PARTIAL, null, List.of("C4.1"), null, CHARGES, null, null, null));

        assertThat(words(news, language).body())
                .contains(verdict, vendors, customers, order)
                .doesNotContain("LABOUR", "PARTS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | NOT COVERED | we bear the cost all the same | ask for a quote | not covered, paid
                    zh | 不在保修范围内  | 费用仍由我们承担                    | 索取报价           | 可付费维修
                    """)
    void saysThatGoodwillStandsBesideTheVerdict(
            String language, String verdict, String granted, String offer, String subject) {
        News news = decided(new News.CoverageDecided.Line(
                1,
                "S-1",
                Verdict.NOT_COVERED_OFFER_QUOTE,
                Route.PARTS,
                List.of("A3.1"),
                null,
                null,
                new CoverageDecided.Goodwill(null),
                null,
                null));

        assertThat(words(news, language).body()).contains(verdict, granted).doesNotContain(offer);
        assertThat(words(news, language).subject()).doesNotContain(subject);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void saysHowToDisputeExactlyWhatCanBeDisputed(Verdict verdict) {
        boolean disputable =
                switch (verdict) {
                    case NOT_COVERED_OFFER_QUOTE, COVERED_PARTIAL, REDIRECT -> true;
                    case COVERED, NEEDS_EVIDENCE, NEEDS_REVIEW -> false;
                };
        News news = decided(line(1, verdict, null));

        assertThat(words(news, "en").body().contains("dispute the decision in the customer portal, at claim " + CLAIM))
                .isEqualTo(disputable);
        assertThat(words(news, "zh").body().contains("在客户门户的索赔 " + CLAIM + " 中提出异议"))
                .isEqualTo(disputable);
        assertThat(linking.words(news, CLAIM, "exporter", "Exporter", "Maria", "en", WRITTEN)
                        .body()
                        .contains("dispute the decision on the page of your claim"))
                .isEqualTo(disputable);
    }

    @ParameterizedTest
    @CsvSource({"en, What you do next: Claim it from the carrier.", "zh, 接下来请您：请向承运人索赔。"})
    void saysWhatToDoWhereSomebodyElseIsResponsible(String language, String next) {
        News news = explained(
                Verdict.REDIRECT,
                new Reason(
                        "A3.9",
                        Effect.REDIRECTS,
                        new CoverageDecided.Words("t", "t"),
                        "cause",
                        "X",
                        null,
                        null,
                        null,
                        new CoverageDecided.Words("Claim it from the carrier.", "请向承运人索赔。")));

        assertThat(words(news, language).body()).contains(next + "\n").doesNotContain("report it to them", "尽快向其报告");
        assertThat(words(explained(Verdict.REDIRECT, reason("A3.9", Effect.REDIRECTS, "cause", "X")), "en")
                        .body())
                .contains("What you do next: please report it");
    }

    @ParameterizedTest
    @CsvSource({"COVERED_PARTIAL", "NOT_COVERED_OFFER_QUOTE"})
    void saysHowToComeToAPriceForTheRestOfWhatIsGrantedInPart(Verdict verdict) {
        News news = decided(new News.CoverageDecided.Line(
                1,
                null,
                verdict,
                null,
                List.of("A3.1"),
                null,
                null,
                new CoverageDecided.Goodwill(List.of(new CoverageDecided.Words("labour", "人工费"))),
                null,
                null));

        assertThat(words(news, "en").body()).contains("we pay for this all the same", "Otherwise ask for a quote");
        assertThat(words(news, "zh").body()).contains("索取报价");
    }

    @Test
    void offersNoDisputeOfWhatIsServedOutOfGoodwill() {
        News news = decided(new News.CoverageDecided.Line(
                1,
                "S-1",
                Verdict.NOT_COVERED_OFFER_QUOTE,
                Route.PARTS,
                List.of("A3.1"),
                null,
                null,
                new CoverageDecided.Goodwill(null),
                null,
                null));

        assertThat(words(news, "en").body()).doesNotContain("dispute the decision");
    }

    @ParameterizedTest
    @CsvSource({"en,false,Our decision stands", "en,true,you are right", "zh,false,原决定不变", "zh,true,异议成立"})
    void saysHowADisputeEnded(String language, boolean upheld, String words) {
        News news = new News.CoverageDecided(
                "A-1",
                List.of(line(1, Verdict.NOT_COVERED_OFFER_QUOTE, null)),
                null,
                new CoverageDecided.DisputeAnswer(3, upheld),
                null);

        assertThat(words(news, language).body()).contains(words, "3").doesNotContain("We have decided", "我们已按");
    }

    @ParameterizedTest
    @CsvSource({
        "en, UPHELD,   is upheld,       You are right",
        "en, REJECTED, is rejected,     You can read our agent",
        "zh, UPHELD,   您的异议成立,     异议成立",
        "zh, REJECTED, 您的异议不成立,   客服人员给出的理由"
    })
    void saysHowADisputeEndedWhateverBecomesOfTheLines(
            String language, DisputeDecided.Outcome outcome, String subject, String body) {
        News news = new News.DisputeDecided(3, outcome, List.of(1, 2), List.of("A3.1"), null);

        assertThat(words(news, language).subject()).contains(subject);
        assertThat(words(news, language).body()).contains(body, "3", "A3.1");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Reason: The term is over. (clause A3.1, in our reading R-A1)",
        "zh, 理由：保修期已过。（第 A3.1 条，依据我们的解释 R-A1）"
    })
    void saysWithARejectionWhatTheClausesSayThatStand(String language, String reason) {
        News news = new News.DisputeDecided(
                3,
                DisputeDecided.Outcome.REJECTED,
                List.of(1),
                List.of("A3.1"),
                List.of(new DisputeDecided.Standing(
                        "A3.1", new CoverageDecided.Words("The term is over.", "保修期已过。"), "R-A1")));

        assertThat(words(news, language).body()).contains(reason);
    }

    @Test
    void asksInTheWordsOfTheEventForWhatHasNoTextOfItsOwn() {
        News news = new News.EvidenceRequested(List.of(new News.EvidenceRequested.Item(
                "B4.2", "WARRANTY_CARD", 1, new CoverageDecided.Words("warranty card", "保修卡"))));

        assertThat(words(news, "zh").body()).contains("保修卡").doesNotContain("WARRANTY", "warranty");
        assertThat(words(news, "en").body()).contains("- warranty card (line 1");
    }

    @Test
    void doesNotCallAClaimJudgedThatIsUnderReview() {
        News news = explained(Verdict.NEEDS_REVIEW, reason("A3.2", Effect.SUSPECTED, "declaredCause", "WATER_INGRESS"));

        assertThat(words(news, "en").body())
                .doesNotContain("We have decided")
                .contains("UNDER REVIEW", "the cause named in the claim is water ingress.")
                .contains("What is open: otherwise A3.2.");
        assertThat(words(news, "zh").body()).doesNotContain("我们已按").contains("待定事项：A3.2 的条件。");
    }

    @Test
    void keepsTheWordsOfALongClause() {
        String text = "word ".repeat(100).strip();
        News news = explained(
                Verdict.NOT_COVERED_OFFER_QUOTE,
                new Reason(
                        "A3.2",
                        Effect.EXCLUDES,
                        new CoverageDecided.Words(text, text),
                        "cause",
                        "X",
                        null,
                        null,
                        null,
                        null));

        assertThat(words(news, "en").body()).contains(text);
    }

    @Test
    void asksOnceForWhatAThousandLinesLack() {
        News news = new News.EvidenceRequested(IntStream.rangeClosed(1, 1000)
                .mapToObj(line -> new News.EvidenceRequested.Item("A1.1", "SERIAL", line, null))
                .toList());

        assertThat(words(news, "en").body())
                .containsOnlyOnce("the serial number")
                .contains("19, 20 and 980 more of your claim")
                .doesNotContain("21");
        assertThat(words(news, "zh").body()).contains("20 及另外 980 项").doesNotContain("21");
    }

    @Test
    void promisesOnlyWhatTheVendorsPolicyPromises() {
        News received = examples().getFirst();

        assertThat(words(received, "en").body()).contains("clause A4.4");
        assertThat(templates
                        .words(received, CLAIM, "agency", "Agency", "Carl", "en", WRITTEN)
                        .body())
                .doesNotContain("promise", "A4.4");
    }

    @Test
    void namesTheFirstUnitsOfALargeClaimAndCountsTheRest() {
        List<UnitLine> lines = IntStream.rangeClosed(1, 1000)
                .mapToObj(line -> new UnitLine(line, "S-" + line, 1))
                .toList();

        String body =
                words(new News.ClaimReceived("C-1", "M", "F", lines), "en").body();

        assertThat(body).contains("S-20", "980 more").doesNotContain("S-21");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh_TW", "ZH-Hans"})
    void writesChineseWhateverTheRegion(String tag) {
        assertThat(words(examples().getFirst(), tag).language()).isEqualTo("zh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "", "x", "en-GB", "not a tag"})
    void writesEnglishWhereThereIsNoTextInTheLanguage(String tag) {
        assertThat(words(examples().getFirst(), tag).language()).isEqualTo("en");
    }

    @Test
    void letsNoValueForgeAHeaderOrAParagraph() {
        String forged = "CO1\r\nBcc: everyone@example.org\n\nPay to\u2028this account\u202e";
        News news = new News.PartsDispatched(
                List.of(1), forged, forged, Examples.of(PartsDispatched.class).dispatchedAt());

        Words words = templates.words(news, CLAIM, "exporter", "Exporter", "Maria\r\n\r\nDear victim", "en", WRITTEN);

        assertThat(words.subject()).contains("CO1 Bcc:").doesNotContain("\r", "\n", "\u2028", "\u202e");
        assertThat(words.body()).contains("Dear Maria Dear victim,").doesNotContain("\r", "\u2028", "\u202e");
        assertThat(Arrays.stream(words.body().split("\n"))).noneMatch(line -> line.startsWith("Bcc"));
    }

    @Test
    void writesSpecialCharactersAsTheyAre() {
        News news = new News.ClaimReceived("A&B <1> \"x\" 'y'", "M", "F", List.of(new UnitLine(1, null, 3)));

        assertThat(words(news, "en").body()).contains("A&B <1> \"x\" 'y'", "3 without a serial number");
    }

    private static News explained(Verdict verdict, Reason... reasons) {
        return new News.CoverageDecided(
                "exporter-2026-01",
                List.of(new News.CoverageDecided.Line(1, "S-1", verdict, null, List.of("A1.1", "A3.1", "A1.2"), "e")),
                List.of(new CoverageDecided.Explanation("e", List.of(reasons))),
                null,
                null);
    }

    private static Reason reason(String clause, Effect effect, String fact, String value) {
        return new Reason(
                clause,
                effect,
                new CoverageDecided.Words("text of " + clause, clause + " 的条文"),
                fact,
                value,
                new CoverageDecided.Words("otherwise " + clause, clause + " 的条件"),
                null,
                null,
                null);
    }

    private static News.CoverageDecided decided(News.CoverageDecided.Line... lines) {
        return new News.CoverageDecided("exporter-2026-01", List.of(lines), null, null, null);
    }

    private static News.CoverageDecided.Line line(int line, Verdict verdict, Route route) {
        return new News.CoverageDecided.Line(line, "S-" + line, verdict, route, List.of("A2.0"), null);
    }

    private Words words(News news, String language) {
        return templates.words(news, CLAIM, "exporter", "Exporter After-Sales", "Maria Nordwind", language, WRITTEN);
    }
}
