package dev.aftersales.notifications.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.ClaimClosed;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.CoverageDecided.Effect;
import dev.aftersales.contracts.events.claims.CoverageDecided.Reason;
import dev.aftersales.contracts.events.claims.EvidenceRequested;
import dev.aftersales.contracts.events.logistics.Delivered;
import dev.aftersales.contracts.events.logistics.PartsBackordered;
import dev.aftersales.contracts.events.logistics.PartsDispatched;
import dev.aftersales.contracts.events.logistics.PartsReleased;
import dev.aftersales.notifications.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    private static final String CLAIM = "clm-8d2f6c1e";
    private static final String LINK = "http://localhost:8080/claims/" + CLAIM;

    private final Templates templates = new Templates(new TemplateSettings(null));
    private final Templates linking = new Templates(new TemplateSettings("http://localhost:8080/claims/{id}"));

    static List<News> examples() {
        ClaimSubmitted submitted = Examples.of(ClaimSubmitted.class);
        EvidenceRequested requested = Examples.of(EvidenceRequested.class);
        CoverageDecided decided = Examples.of(CoverageDecided.class);
        PartsBackordered backordered = Examples.of(PartsBackordered.class);
        PartsReleased released = Examples.of(PartsReleased.class);
        PartsDispatched dispatched = Examples.of(PartsDispatched.class);
        Delivered delivered = Examples.of(Delivered.class);
        return List.of(
                new News.ClaimReceived(
                        submitted.contractNumber(), submitted.model(), submitted.faultCode(), submitted.lines()),
                new News.EvidenceRequested(requested.items().stream()
                        .map(item -> new News.EvidenceRequested.Item(item.clause(), item.item(), item.line()))
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
                                        line.explanationId()))
                                .toList(),
                        decided.explanations()),
                new News.PartsBackordered(backordered.lines(), backordered.missing()),
                new News.PartsReleased(released.lines(), released.parts()),
                new News.PartsDispatched(
                        dispatched.lines(),
                        dispatched.carrier(),
                        dispatched.trackingNumber(),
                        dispatched.dispatchedAt()),
                new News.Delivered(delivered.lines(), delivered.deliveredAt()),
                new News.ClaimClosed(Examples.of(ClaimClosed.class).closedAt()));
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
        assertThat(linking.words(news, CLAIM, "exporter", "Exporter", "Maria", language)
                        .body())
                .contains(LINK)
                .doesNotContain("/api/", "{{", "}}");
    }

    @Test
    void refusesAPortalUrlThatNamesNoClaim() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TemplateSettings("https://portal.example/claims"))
                .withMessageContaining("portal-url");
    }

    @Test
    void hasATextForEveryTemplate() {
        assertThat(examples()).extracting(News::template).containsExactlyInAnyOrder(Template.values());
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

    @Test
    void offersAQuoteUnderTheClausesThatExclude() {
        News news = decided(new News.CoverageDecided.Line(
                2, "S-2", Verdict.NOT_COVERED_OFFER_QUOTE, null, List.of("A3.2", "R-A15"), null));

        assertThat(words(news, "en").body())
                .contains("NOT COVERED", "A3.2, R-A15", "Ask for a quote by replying to this mail");
        assertThat(words(news, "zh").body()).contains("不在保修范围内", "A3.2、R-A15", "索取报价请直接回复本邮件");
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

    @Test
    void doesNotCallAClaimJudgedThatIsUnderReview() {
        News news = explained(Verdict.NEEDS_REVIEW, reason("A3.2", Effect.SUSPECTED, "declaredCause", "WATER_INGRESS"));

        assertThat(words(news, "en").body())
                .doesNotContain("We have judged")
                .contains("UNDER REVIEW", "the cause named in the claim is water ingress.")
                .contains("What is open: otherwise A3.2.");
        assertThat(words(news, "zh").body()).doesNotContain("我们已依据政策").contains("待定事项：A3.2 的条件。");
    }

    @Test
    void keepsTheWordsOfALongClause() {
        String text = "word ".repeat(100).strip();
        News news = explained(
                Verdict.NOT_COVERED_OFFER_QUOTE,
                new Reason("A3.2", Effect.EXCLUDES, new CoverageDecided.Words(text, text), "cause", "X", null, null));

        assertThat(words(news, "en").body()).contains(text);
    }

    @Test
    void asksOnceForWhatAThousandLinesLack() {
        News news = new News.EvidenceRequested(IntStream.rangeClosed(1, 1000)
                .mapToObj(line -> new News.EvidenceRequested.Item("A1.1", "SERIAL", line))
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
                        .words(received, CLAIM, "agency", "Agency", "Carl", "en")
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

        Words words = templates.words(news, CLAIM, "exporter", "Exporter", "Maria\r\n\r\nDear victim", "en");

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
                List.of(new CoverageDecided.Explanation("e", List.of(reasons))));
    }

    private static Reason reason(String clause, Effect effect, String fact, String value) {
        return new Reason(
                clause,
                effect,
                new CoverageDecided.Words("text of " + clause, clause + " 的条文"),
                fact,
                value,
                new CoverageDecided.Words("otherwise " + clause, clause + " 的条件"),
                null);
    }

    private static News.CoverageDecided decided(News.CoverageDecided.Line... lines) {
        return new News.CoverageDecided("exporter-2026-01", List.of(lines), null);
    }

    private static News.CoverageDecided.Line line(int line, Verdict verdict, Route route) {
        return new News.CoverageDecided.Line(line, "S-" + line, verdict, route, List.of("A2.0"), null);
    }

    private Words words(News news, String language) {
        return templates.words(news, CLAIM, "exporter", "Exporter After-Sales", "Maria Nordwind", language);
    }
}
