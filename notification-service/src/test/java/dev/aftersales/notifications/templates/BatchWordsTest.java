package dev.aftersales.notifications.templates;

import static dev.aftersales.notifications.templates.WrittenWords.LINKING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.batches.BatchIssueDetected;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated.LotReach;
import dev.aftersales.contracts.events.batches.EmergencyPlanOverdue;
import dev.aftersales.contracts.events.batches.ResolutionKind;
import dev.aftersales.contracts.events.notices.BatchNoticeRequested.Kind;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import dev.aftersales.contracts.events.radar.UnitGroup;
import dev.aftersales.notifications.Examples;
import dev.aftersales.notifications.teams.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the vendor's teams are told of batch issues: what failed, by which rule, by when what is to be done, and where. */
class BatchWordsTest {

    private static final String ISSUE = "bat-exporter.kq9dVb2mE1xJx0pUu3Zt.1";
    private static final BatchIssueDetected DETECTED = Examples.of(BatchIssueDetected.class);
    private static final Instant WRITTEN = Instant.parse("2026-11-17T09:12:10Z");

    static List<News> examples() {
        EmergencyPlanOverdue overdue = Examples.of(EmergencyPlanOverdue.class);
        BatchNews.PlanPromise promise = new BatchNews.PlanPromise(
                overdue.policyVersion(),
                overdue.clause(),
                overdue.reading(),
                overdue.text(),
                overdue.countsFrom(),
                overdue.dueAt(),
                overdue.zone());
        return List.of(
                detected(DETECTED.terms(), DETECTED.group(), DETECTED.unverified(), DETECTED.planDueAt()),
                new BatchNews.EmergencyPlanWarned(ISSUE, overdue.group(), 31, promise, Duration.ofHours(24)),
                new BatchNews.EmergencyPlanOverdue(ISSUE, overdue.group(), 31, promise),
                initiated(List.of("2603"), true),
                new BatchNews.BatchIssueResolved(
                        ISSUE, overdue.group(), WRITTEN, ResolutionKind.REMEDIED, "viktor", "Asia/Shanghai"));
    }

    static List<News> examplesForCustomers() {
        return List.of(notice(Kind.FAILED_UNITS, 1), notice(Kind.SISTER_UNITS, 0), withdrawn());
    }

    private static News withdrawn() {
        return withdrawn(List.of("bat-exporter.other.1", "bat-exporter.other.2"));
    }

    private static News withdrawn(@Nullable List<String> standing) {
        return new BatchNews.BatchNoticeWithdrawn(
                ISSUE,
                "WP-400",
                List.of("E-42", "E-43"),
                Stream.of(notice(Kind.FAILED_UNITS, 1), notice(Kind.SISTER_UNITS, 0))
                        .map(BatchNews.BatchNotice.class::cast)
                        .map(BatchNews.TakenBack::of)
                        .toList(),
                standing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | our message on 501 units of yours (WP-400) | they are not one common issue | go on one by one | this message is about nothing else
            zh | 此前关于您的 501 台产品的通知不再有效（WP-400） | 并非同一个共同问题           | 仍逐一照常办理     | 本邮件不涉及其他内容
            """)
    void tellsACustomerThatWasToldThatItIsNone(
            String language, String subject, String none, String claims, String nothingElse) throws IOException {
        // When
        Words words = withdrawn(withdrawn(), language);
        Words bare = withdrawn(new BatchNews.BatchNoticeWithdrawn(ISSUE, null, null, null, null), language);

        // Then
        assertThat(words.subject()).contains(subject);
        assertThat(words.body())
                .contains(none, claims, nothingElse, "WP-400", "E-42", "E-43", ISSUE)
                .doesNotContain("{{", "}}", "null", "/api/", "\n\n\n", " \n");
        assertThat(bare.subject() + bare.body())
                .doesNotContain("()", "（）", "Model:", "型号：", "lots", "批次", "null", "  units", " 台", "\n\n\n");
        Files.writeString(
                Files.createDirectories(Path.of("target", "mails"))
                        .resolve(withdrawn().template().id() + "." + language + ".txt"),
                "Subject: " + words.subject() + "\n\n" + words.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Units of your claims that we wrote of: | Your units:       251, 1 of them without a serial number | S-100 and 150 more  | Units that we asked you to watch: | Your units:       250
            zh | 此前告知的、您索赔中的产品：             | 您的产品：251 台，其中 1 台无序列号                        | S-100 及另外 150    | 此前请您留意的产品：                | 您的产品：250 台
            """)
    void takesBackExactlyTheUnitsOfWhichTheCustomerWasTold(
            String language, String failed, String units, String named, String watched, String sisters) {
        assertThat(withdrawn(withdrawn(), language).body())
                .containsSubsequence(failed, "2603", "2604", units, "S-001", named)
                .containsSubsequence(named, watched, "2603", "2604", sisters, "S-001", named)
                .doesNotContain("S-101");
    }

    @ParameterizedTest
    @CsvSource({
        "en, still holds; under these references: bat-exporter.other.1; bat-exporter.other.2",
        "zh, 仍然有效：bat-exporter.other.1、bat-exporter.other.2; 请仍按该邮件办理"
    })
    void saysWhatElseTheCustomerWasToldThatStillStandsOnlyWhereSomethingDoes(String language, String words) {
        String[] said = words.split("; ");

        assertThat(withdrawn(withdrawn(), language).body()).contains(said);
        assertThat(withdrawn(withdrawn((List<String>) null), language).body()).doesNotContain(said[0], said[1]);
    }

    private static Words withdrawn(News news, String language) {
        return LINKING.words(news, null, "exporter", "Exporter After-Sales", "Maria", language, WRITTEN);
    }

    private static News notice(Kind kind, int unverified) {
        return new BatchNews.BatchNotice(
                ISSUE,
                kind,
                "WP-400",
                List.of("E-42", "E-43"),
                List.of("2603", "2604"),
                250 + unverified,
                unverified,
                IntStream.rangeClosed(1, 100).mapToObj("S-%03d"::formatted).toList(),
                kind == Kind.FAILED_UNITS ? List.of("clm-1", "clm-2") : List.of(),
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FAILED_UNITS | 1 | en | 251 units of your claims | 1 of them without a serial number | S-100 and 150 more   | nothing is to be paid
            FAILED_UNITS | 1 | zh | 您索赔中的 251 台      | 其中 1 台无序列号                    | S-100 及另外 150     | 也无需因本邮件支付
            SISTER_UNITS | 0 | en | has 250 units        | Please watch these units          | S-100 and 150 more   | nothing is to be paid
            SISTER_UNITS | 0 | zh | 贵公司有 250 台同批产品 | 请留意这些产品                       | S-100 及另外 150     | 也无需因本邮件支付
            """)
    void tellsACustomerInOneDigestWhichUnitsAreConcernedAndThatNothingIsToBePaid(
            Kind kind, int unverified, String language, String units, String first, String named, String paid)
            throws IOException {
        // When
        News news = notice(kind, unverified);
        Words words = LINKING.words(news, null, "exporter", "Exporter After-Sales", "Maria", language, WRITTEN);

        // Then
        assertThat(words.subject()).contains("WP-400").doesNotContain("{", "}", "null");
        assertThat(words.body())
                .contains(units, first, named, paid, "WP-400", "E-42", "E-43", "2603", "2604", ISSUE)
                .contains(kind == Kind.FAILED_UNITS ? "clm-2" : ISSUE)
                .doesNotContain("{{", "}}", "null", "S-101", "/api/", "\n\n\n", " \n");
        Files.writeString(
                Files.createDirectories(Path.of("target", "mails"))
                        .resolve(news.template().id() + "." + language + ".txt"),
                "Subject: " + words.subject() + "\n\n" + words.body());
    }

    @ParameterizedTest
    @CsvSource({
        "en, 30, These claims wait for you: clm-2; Please add the serial numbers; Nothing is to be done; If you know",
        "en, 0, These claims wait for you: clm-2; as serial numbers; Nothing is to be done; Please add the serial",
        "zh, 30, 以下索赔正等待您补充材料：clm-2; 请在客户门户中补充索赔中未写明的序列号; 无需您另做任何事; 如您知道",
        "zh, 0, 以下索赔正等待您补充材料：clm-2; 例如序列号; 无需您另做任何事; 索赔中未写明的序列号"
    })
    void namesTheClaimsThatWaitForTheCustomerAndSaysOfNoneThatNothingIsToBeDone(
            String language, int unverified, String words) throws IOException {
        // Given
        String[] said = words.split("; ");
        List<String> serials = unverified == 30 ? List.of() : List.of("S-1");
        List<String> claims = List.of("clm-1", "clm-2");

        // When
        String waiting = ofFailed(unverified, serials, claims, List.of("clm-2"), language);
        String none = ofFailed(unverified, serials, claims, null, language);

        // Then
        assertThat(waiting).contains(said[0], said[1]).doesNotContain(said[2], said[3], "{{", "null", "\n\n\n", " \n");
        assertThat(none)
                .contains(said[2])
                .doesNotContain(said[0], "You need not do anything", "您无需做任何事", "null", "\n\n\n", " \n");
        Files.writeString(
                Files.createDirectories(Path.of("target", "mails"))
                        .resolve("failed-units-waiting." + language + ".txt"),
                waiting);
    }

    private static String ofFailed(
            int unverified,
            List<String> serials,
            List<String> claims,
            @Nullable List<String> awaiting,
            String language) {
        News news = new BatchNews.BatchNotice(
                ISSUE,
                Kind.FAILED_UNITS,
                "WP-400",
                List.of("E-42"),
                List.of(),
                30,
                unverified,
                serials,
                claims,
                null,
                awaiting);
        return LINKING.words(news, null, "exporter", "Exporter", "Maria", language, WRITTEN)
                .body();
    }

    @ParameterizedTest
    @CsvSource({
        "en, 2603, of the same production of which we know no such fault",
        "en, , of the same model of which we know no such fault",
        "zh, 2603, 2 台同批产品，据我们所知尚未出现此故障",
        "zh, , 2 台同型号产品，据我们所知尚未出现此故障"
    })
    void saysOfSisterUnitsOnlyWhatIsKnown(String language, @Nullable String lot, String known) {
        List<String> lots = lot == null ? List.of() : List.of(lot);
        News news = new BatchNews.BatchNotice(
                ISSUE,
                Kind.SISTER_UNITS,
                "WP-400",
                List.of("E-42"),
                lots,
                2,
                0,
                List.of("S-1", "S-2"),
                List.of(),
                null,
                null);

        assertThat(LINKING.words(news, null, "exporter", "Exporter", "Maria", language, WRITTEN)
                        .body())
                .contains(known)
                .doesNotContain("reported to us", "故障报告");
    }

    /** Which ones these are the company knows at most. */
    @ParameterizedTest
    @CsvSource({
        "30, en, claimed 30 failed units without serial number, Please add the serial number of each unit",
        "1, en, claimed one failed unit without serial number, watch the others",
        "30, zh, 贵公司另有 30 台故障产品索赔时未写明序列号, 请留意其余产品"
    })
    void tellsAnOwnerThatUnitsClaimedWithoutSerialMayBeAmongThemAndAsksForTheSerials(
            int withoutSerial, String language, String claimed, String asked) throws IOException {
        News news = new BatchNews.BatchNotice(
                ISSUE,
                Kind.SISTER_UNITS,
                "WP-400",
                List.of("E-42"),
                List.of("2603"),
                2,
                0,
                List.of("S-1", "S-2"),
                List.of("clm-1"),
                withoutSerial,
                null);

        String body = LINKING.words(news, null, "exporter", "Exporter", "Maria", language, WRITTEN)
                .body();

        assertThat(body)
                .contains(claimed, asked, "clm-1")
                .doesNotContain("we know no such fault", "尚未出现此故障", "{{", "}}", "null", "\n\n\n", " \n");
        Files.writeString(
                Files.createDirectories(Path.of("target", "mails"))
                        .resolve("sister-units-claimed-without-serial." + language + ".txt"),
                body);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED_UNITS, A unit of your claims, one unit of your claims",
        "SISTER_UNITS, one unit of yours, has one unit of"
    })
    void speaksOfOneUnitAsOne(Kind kind, String subject, String body) {
        Words words = LINKING.words(
                new BatchNews.BatchNotice(
                        ISSUE, kind, null, null, List.of(), 1, 0, List.of("S-1"), List.of(), null, null),
                null,
                "exporter",
                "Exporter",
                "Maria",
                "en",
                WRITTEN);

        assertThat(words.subject()).contains(subject);
        assertThat(words.body()).contains(body, "S-1").doesNotContain("Model:", "Fault code:", "lots:", "()", "null");
    }

    static Stream<Arguments> everyTextInEveryLanguage() {
        return examples().stream().flatMap(news -> Stream.of("en", "zh").map(language -> Arguments.of(news, language)));
    }

    @ParameterizedTest
    @MethodSource("everyTextInEveryLanguage")
    void tellsATeamWhatFailedAndWhereToLook(News news, String language) throws IOException {
        // When
        Words words = words(news, language);

        // Then
        assertThat(words.subject()).contains("WP-400", "PSU-NO-OUTPUT", "2603").doesNotContain("{", "}", "null", "\n");
        assertThat(words.body())
                .startsWith(LINKING.nameOf(Team.VENDOR_OPS, language))
                .contains(ISSUE, "nordwind", "WP-400", "PSU-NO-OUTPUT", "2603", "GET /api/v1/batch-issues/" + ISSUE)
                .doesNotContain("{{", "}}", "null", "http", "&", "\n\n\n", " \n");
        Files.writeString(
                Files.createDirectories(Path.of("target", "mails"))
                        .resolve(news.template().id() + "." + language + ".txt"),
                "Subject: " + words.subject() + "\n\n" + words.body());
    }

    @Test
    void tellsHowManyFailedInWhichTimeByWhichRuleAndByWhenThePlanIsToBeStarted() {
        assertThat(words(examples().getFirst(), "en").body())
                .contains(
                        "At least 30 alike units have failed",
                        "From 30 units within 30 days up",
                        "at least 30, 29 of them without a serial number",
                        "counting goes on",
                        "A4.7 (policy version exporter-2026-01)",
                        "Batch issues from 30 units up: an emergency plan starts within 48 hours.",
                        "(reading R-A8)",
                        "Wednesday, 18 November 2026, 16:42:10 (Asia/Shanghai): 48 hours",
                        "nights, weekends and holidays included",
                        "POST /api/v1/batch-issues/" + ISSUE + "/plan");
        assertThat(words(examples().getFirst(), "zh").body())
                .contains(
                        "已有至少 30 台同类产品发生故障",
                        "30 天内达到 30 台",
                        "其中 29 台无序列号",
                        "30 台及以上的批量问题",
                        "2026年11月18日 星期三 16:42:10（Asia/Shanghai）",
                        "48 小时");
    }

    @Test
    void saysOnlyWhatIsKnownOfTheUnitsAndWhatIsPromised() {
        // Given
        BatchRule terms = DETECTED.terms();
        BatchRule overAll = new BatchRule(
                terms.rule(),
                terms.clause(),
                null,
                terms.units(),
                terms.window(),
                List.of(Trait.MODEL, Trait.LOT),
                terms.text(),
                null,
                null);

        // When
        String body = words(detected(overAll, new UnitGroup(null, "WP-400", null, null), 0, null), "en")
                .body();

        // Then
        assertThat(body)
                .contains("counted over all of them", "Lot:            not known", "promises no emergency plan")
                .doesNotContain("Customer: ", "Fault: ", "reading", "serial number", "/plan", "\n\n\n");
    }

    @ParameterizedTest
    @CsvSource({
        "en, when the threshold of 30 units took effect; since when 30 units are a batch; the unit that made it a batch",
        "zh, 30 台的标准自此生效; 自 30 台的标准生效; 构成批量的那一台"
    })
    void speaksOfTheThresholdWhereNoUnitMadeItABatch(String language, String words) {
        String[] said = words.split("; ");
        News news = detected(30, 0, true, 0, false);

        assertThat(words(news, language).body())
                .contains(said[0], said[1])
                .doesNotContain(said[2], "{{", "null", "  (", "\n\n\n");
        assertThat(words(examples().getFirst(), language).body()).contains(said[2]);
    }

    @ParameterizedTest
    @CsvSource({"en, when it was found of the last of them that it belongs to them", "zh, 此时方查明最后一台属于该组"})
    void saysThatAUnitWhichWasClaimedBeforeMadeItABatch(String language, String said) {
        BatchNews.BatchIssueDetected claimed = (BatchNews.BatchIssueDetected) detected(30, 0, null, 0, false);
        News moved = new BatchNews.BatchIssueDetected(
                claimed.batchIssue(),
                claimed.group(),
                claimed.policyVersion(),
                claimed.terms(),
                claimed.units(),
                claimed.unverified(),
                claimed.firstAt(),
                claimed.reachedAt(),
                claimed.planDueAt(),
                false,
                true,
                claimed.unknownUnits(),
                claimed.unknownAtLeast());

        assertThat(words(moved, language).body()).contains(said).doesNotContain("{{", "null", "  (", "\n\n\n");
        assertThat(words(claimed, language).body()).doesNotContain(said);
    }

    @ParameterizedTest
    @CsvSource({
        "en, None of them has a serial number; at least 30. all without a serial number; all of them were not in",
        "zh, 这些产品均没有序列号; 30 台，均无序列号; 这些产品的序列号在报警时不在"
    })
    void saysAllWhereItIsAllOfThem(String language, String words) {
        News news = detected(30, 30, null, 30, false);

        assertThat(words(news, language).body())
                .contains(words.replace('.', ',').split("; "))
                .doesNotContain("30 of them", "其中", "{{", "null", "\n\n\n");
    }

    @ParameterizedTest
    @CsvSource({
        "29, en, The serial numbers of 29 of them were not in the installed base when the alarm rang",
        "1,  en, The serial number of one of them was not in the installed base when the alarm rang",
        "29, zh, 其中 29 台的序列号在报警时不在装机档案中"
    })
    void saysHowManyOfTheUnitsNobodySold(int unknown, String language, String said) {
        News news = detected(30, 0, null, unknown, false);

        assertThat(words(news, language).body()).contains(said).doesNotContain("{{", "}}", "null", "\n\n\n", " \n");
        assertThat(words(examples().getFirst(), language).body())
                .as("nothing is said of what was not told")
                .doesNotContain("installed base", "装机档案");
    }

    /** An alarm has 500 lines; the others follow. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9 | en | The serial numbers of at least 9 of them were not in; Unknown:        at least 9, by
            1 | en | The serial number of at least one of them was not in; Unknown:        at least 1, by
            9 | zh | 其中至少 9 台的序列号在报警时不在装机档案中; 档案中没有：至少 9 台
            """)
    void saysHowManyNobodySoldAtLeastWhereMoreUnitsAreCountedThanTold(int unknown, String language, String words) {
        News news = detected(1000, 0, null, unknown, true);

        assertThat(words(news, language).body())
                .contains(words.split("; "))
                .doesNotContain("{{", "}}", "null", "\n\n\n", " \n");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 24 hours after the alarm, 23 hours 30 minutes; when this mail was written",
        "zh, 已过 24 小时, 23 小时 30 分钟（截至本邮件写成之时）"
    })
    void remindsOfWhatIsLeftWhenTheMailIsWritten(String language, String subject, String left) {
        Words words = words(examples().get(1), language);

        assertThat(words.subject()).contains(subject);
        assertThat(words.body()).contains(left.replace(';', ','));
    }

    @Test
    void remindsOfNothingThatIsLeftWhenTheTimeIsOver() {
        assertThat(LINKING.words(examples().get(1), null, "exporter", "E", "N", "en", WRITTEN.plus(Duration.ofDays(2)))
                        .body())
                .doesNotContain("Left:");
    }

    @ParameterizedTest
    @CsvSource({"en, None of its units counts any more", "zh, 其中的产品现已全部不再计入"})
    void saysInAWarningThatNoUnitCountsAnyMoreAndHowTheIssueIsClosedAsNone(String language, String none) {
        BatchNews.EmergencyPlanOverdue told =
                (BatchNews.EmergencyPlanOverdue) examples().get(2);

        assertThat(Stream.of(
                        new BatchNews.EmergencyPlanWarned(ISSUE, told.group(), 0, told.promise(), Duration.ofHours(24)),
                        new BatchNews.EmergencyPlanOverdue(ISSUE, told.group(), 0, told.promise())))
                .allSatisfy(news -> assertThat(words(news, language).body())
                        .contains(none, "NO_BATCH_ISSUE", "POST /api/v1/batch-issues/" + ISSUE + "/resolution")
                        .doesNotContain("{{", "\n\n\n", " \n"));
        assertThat(examples().subList(1, 3))
                .allSatisfy(news -> assertThat(words(news, language).body()).doesNotContain(none, "NO_BATCH_ISSUE"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, true, it is in time, all units of the model, their owners are told",
        "en, false, it is late, all units of the model, their owners are told",
        "zh, true, 按时启动, 该型号全部产品, 通知其所有者"
    })
    void saysWhetherThePlanWasStartedInTimeAndWhatItIsAbout(
            String language, boolean inTime, String time, String lots, String owners) {
        assertThat(words(initiated(List.of(), inTime), language).body()).contains(time, lots, owners, "viktor");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Of lot 2603: units known to be sold: 412; companies told: 3 | Of lot 2699: no unit is known to be sold, so no owner is told; stock may be of it
            zh | 批次 2603：已知售出 412 台，通知 3 家公司 | 批次 2699：未见已售产品，因此不通知任何所有者；库存中可能有该批次产品
            """)
    void saysOfEachLotOfThePlanHowManyUnitsAreKnownAndHowManyOwnersAreTold(
            String language, String known, String unknown) {
        assertThat(words(initiated(List.of("2603", "2699"), true), language).body())
                .contains(known, unknown);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Of the model: units known to be sold: at least 10000; companies told: at least 12",
        "zh, 该型号：已知售出至少 10000 台，通知至少 12 家公司"
    })
    void saysOfAPlanForAllOfTheModelHowManyItReachesAtLeast(String language, String known) {
        assertThat(words(initiated(List.of(), true, List.of(new LotReach(null, 10_000, 12, true))), language)
                        .body())
                .contains(known);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Of the model: no unit is known to be sold, so no owner is told; stock may be of it
            zh | 该型号：未见已售产品，因此不通知任何所有者；库存中可能有该型号产品
            """)
    void speaksOfTheModelWhereAPlanForAllOfItReachesNobody(String language, String unknown) {
        assertThat(words(initiated(List.of(), true, List.of(new LotReach(null, 0, 0, false))), language)
                        .body())
                .contains(unknown)
                .doesNotContain("该批次");
    }

    @ParameterizedTest
    @CsvSource({
        "REMEDIED, en, Batch issue closed:, what was wrong is put right",
        "NO_BATCH_ISSUE, en, Batch issue closed as none:, no emergency plan is owed for it",
        "REMEDIED, zh, 批量问题已关闭：, 已解决",
        "NO_BATCH_ISSUE, zh, 经查并非批量问题, 无须启动应急方案"
    })
    void saysWhoClosedTheIssueAndAsWhat(ResolutionKind as, String language, String subject, String why) {
        News news = new BatchNews.BatchIssueResolved(ISSUE, DETECTED.group(), WRITTEN, as, "viktor", null);

        assertThat(words(news, language).subject()).contains(subject);
        assertThat(words(news, language).body()).contains("viktor", why);
    }

    /** A letter that was kept before it was said. */
    @ParameterizedTest
    @CsvSource({"en", "zh"})
    void saysNothingOfWhoClosedTheIssueWhereThatWasNotTold(String language) {
        String body = words(
                        new BatchNews.BatchIssueResolved(ISSUE, DETECTED.group(), WRITTEN, null, null, null), language)
                .body();

        assertThat(body).doesNotContain("By:", "关闭人", "null", "{", " \n", "\n\n\n");
    }

    private static News detected(BatchRule terms, UnitGroup group, int unverified, Instant due) {
        return new BatchNews.BatchIssueDetected(
                ISSUE,
                group,
                DETECTED.policyVersion(),
                terms,
                30,
                unverified,
                DETECTED.reachedAt(),
                DETECTED.reachedAt(),
                due,
                null,
                null,
                null,
                null);
    }

    private static News initiated(List<String> lots, boolean inTime) {
        return initiated(lots, inTime, List.of(new LotReach("2603", 412, 3, false), new LotReach("2699", 0, 0, false)));
    }

    private static News initiated(List<String> lots, boolean inTime, List<LotReach> reach) {
        EmergencyPlanInitiated plan = Examples.of(EmergencyPlanInitiated.class);
        return new BatchNews.EmergencyPlanInitiated(
                ISSUE,
                plan.group(),
                plan.units(),
                plan.owner(),
                plan.containment(),
                true,
                lots,
                plan.initiatedAt(),
                plan.dueAt(),
                inTime,
                plan.zone(),
                reach);
    }

    private static News detected(
            int units, int unverified, @Nullable Boolean byThreshold, int unknown, boolean unknownAtLeast) {
        return new BatchNews.BatchIssueDetected(
                ISSUE,
                DETECTED.group(),
                DETECTED.policyVersion(),
                DETECTED.terms(),
                units,
                unverified,
                DETECTED.reachedAt(),
                DETECTED.reachedAt(),
                DETECTED.planDueAt(),
                byThreshold,
                null,
                unknown,
                unknownAtLeast);
    }

    private static Words words(News news, String language) {
        return LINKING.words(
                news,
                null,
                "exporter",
                "Exporter After-Sales",
                LINKING.nameOf(Team.VENDOR_OPS, language),
                language,
                WRITTEN);
    }
}
