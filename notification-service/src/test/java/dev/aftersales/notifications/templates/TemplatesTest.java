package dev.aftersales.notifications.templates;

import static dev.aftersales.notifications.templates.WrittenWords.CLAIM;
import static dev.aftersales.notifications.templates.WrittenWords.LINK;
import static dev.aftersales.notifications.templates.WrittenWords.LINKING;
import static dev.aftersales.notifications.templates.WrittenWords.TEMPLATES;
import static dev.aftersales.notifications.templates.WrittenWords.WRITTEN;
import static dev.aftersales.notifications.templates.WrittenWords.deadline;
import static dev.aftersales.notifications.templates.WrittenWords.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.claims.ClaimClosed;
import dev.aftersales.contracts.events.claims.ClaimExpired;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.CoverageDisputed;
import dev.aftersales.contracts.events.claims.DisputeDecided;
import dev.aftersales.contracts.events.claims.EvidenceRequested;
import dev.aftersales.contracts.events.claims.QuoteAccepted;
import dev.aftersales.contracts.events.claims.QuoteDeclined;
import dev.aftersales.contracts.events.claims.QuoteIssued;
import dev.aftersales.contracts.events.claims.QuotePaid;
import dev.aftersales.contracts.events.claims.QuoteRequested;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every text: both languages, no gaps, no forgery, nothing that grows without end. */
class TemplatesTest {

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
                new ClaimNews.ClaimReceived(
                        submitted.contractNumber(), submitted.model(), submitted.faultCode(), submitted.lines()),
                new ClaimNews.EvidenceRequested(requested.items().stream()
                        .map(item -> new ClaimNews.EvidenceRequested.Item(
                                item.clause(), item.item(), item.line(), item.words()))
                        .toList()),
                new ClaimNews.CoverageDecided(
                        decided.policyVersion(),
                        decided.lines().stream()
                                .map(line -> new ClaimNews.CoverageDecided.Line(
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
                new ClaimNews.CoverageDisputed(
                        disputed.dispute(), disputed.lines(), disputed.clauses(), disputed.withdrawnQuotes()),
                new ClaimNews.DisputeDecided(
                        ended.dispute(), ended.outcome(), ended.lines(), ended.clauses(), ended.standing()),
                new QuoteNews.QuoteRequested(List.of(1), asked.lines()),
                new QuoteNews.QuoteIssued(
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
                new QuoteNews.QuoteAccepted(
                        accepted.quote(),
                        accepted.lines(),
                        accepted.total(),
                        accepted.payBefore(),
                        accepted.payUntil(),
                        accepted.zone(),
                        accepted.partsOnly(),
                        null,
                        null),
                new QuoteNews.QuoteDeclined(declined.quote(), declined.lines(), null),
                new QuoteNews.QuoteExpired(declined.quote(), declined.lines()),
                new QuoteNews.PaymentReceived(paid.quote(), paid.lines(), paid.amount(), paid.paidAt()),
                new ClaimNews.PartsBackordered(backordered.lines(), backordered.missing()),
                new ClaimNews.PartsReleased(released.lines(), released.parts()),
                new ClaimNews.PartsDispatched(
                        dispatched.lines(),
                        dispatched.carrier(),
                        dispatched.trackingNumber(),
                        dispatched.dispatchedAt()),
                new ClaimNews.Delivered(delivered.lines(), delivered.deliveredAt()),
                new ClaimNews.ClaimClosed(Examples.of(ClaimClosed.class).closedAt()),
                new DeadlineNews.ClaimExpired(
                        deadline(expired.promise(), expired.clause(), expired.dueAt()),
                        expired.claimClosed(),
                        expired.expiredAt()),
                new DeadlineNews.DeadlineReminder(deadline("DEVICE_RECEIVED"), 2, WRITTEN),
                new DeadlineNews.DeadlineMissed(deadline("DIAGNOSIS_CONCLUDED")),
                new DeadlineNews.ClosingHeld(deadline("DEVICE_RECEIVED"), WRITTEN),
                new DeadlineNews.DeviceReportedLate(new DeadlineNews.LateDevice(
                        "D4.2b", List.of(1, 2), true, WRITTEN, WRITTEN, true, WRITTEN, "Asia/Shanghai")));
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
        assertThat(LINKING.words(news, CLAIM, "exporter", "Exporter", "Maria", language, WRITTEN)
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
        assertThat(Stream.of(
                                examples(),
                                DeadlineWordsTest.examplesForTeams(),
                                BatchWordsTest.examples(),
                                BatchWordsTest.examplesForCustomers(),
                                List.of(
                                        PolicyNoticeWordsTest.notice(0),
                                        PolicyNoticeWordsTest.withdrawn("A-1"),
                                        new DeadlineNews.DeviceToSeeTo(
                                                new DeadlineNews.LateDevice(
                                                        "D4.2b",
                                                        List.of(1),
                                                        false,
                                                        WRITTEN,
                                                        WRITTEN,
                                                        false,
                                                        null,
                                                        "Asia/Shanghai"),
                                                List.of("clm-new")),
                                        DeadlineWordsTest.wanted(false)))
                        .flatMap(List::stream))
                .extracting(News::template)
                .containsExactlyInAnyOrder(Template.values());
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everyTextInEveryLanguage")
    void asksForNoReplyBecauseNobodyReadsIt(Template template, String language, News news) {
        assertThat(words(news, language).body())
                .doesNotContainIgnoringCase("reply")
                .doesNotContain("回复");
        assertThat(LINKING.words(news, CLAIM, "exporter", "Exporter", "Maria", language, WRITTEN)
                        .body())
                .doesNotContainIgnoringCase("reply")
                .doesNotContain("回复");
    }

    @Test
    void asksInTheWordsOfTheEventForWhatHasNoTextOfItsOwn() {
        News news = new ClaimNews.EvidenceRequested(List.of(new ClaimNews.EvidenceRequested.Item(
                "B4.2", "WARRANTY_CARD", 1, new CoverageDecided.Words("warranty card", "保修卡"))));

        assertThat(words(news, "zh").body()).contains("保修卡").doesNotContain("WARRANTY", "warranty");
        assertThat(words(news, "en").body()).contains("- warranty card (line 1");
    }

    @Test
    void asksInTheWordsThatStandWithTheFirstLineForAll() {
        News news = new ClaimNews.EvidenceRequested(List.of(
                new ClaimNews.EvidenceRequested.Item(
                        "B4.2", "WARRANTY_CARD", 1, new CoverageDecided.Words("warranty card", "保修卡")),
                new ClaimNews.EvidenceRequested.Item("B4.2", "WARRANTY_CARD", 2, null)));

        assertThat(words(news, "en").body()).containsOnlyOnce("- warranty card (line 1, 2 of");
    }

    @Test
    void asksOnceForWhatAThousandLinesLack() {
        News news = new ClaimNews.EvidenceRequested(IntStream.rangeClosed(1, 1000)
                .mapToObj(line -> new ClaimNews.EvidenceRequested.Item("A1.1", "SERIAL", line, null))
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
        assertThat(TEMPLATES
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
                words(new ClaimNews.ClaimReceived("C-1", "M", "F", lines), "en").body();

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
        News news = new ClaimNews.PartsDispatched(
                List.of(1), forged, forged, Examples.of(PartsDispatched.class).dispatchedAt());

        Words words = TEMPLATES.words(news, CLAIM, "exporter", "Exporter", "Maria\r\n\r\nDear victim", "en", WRITTEN);

        assertThat(words.subject()).contains("CO1 Bcc:").doesNotContain("\r", "\n", "\u2028", "\u202e");
        assertThat(words.body()).contains("Dear Maria Dear victim,").doesNotContain("\r", "\u2028", "\u202e");
        assertThat(Arrays.stream(words.body().split("\n"))).noneMatch(line -> line.startsWith("Bcc"));
    }

    @Test
    void writesSpecialCharactersAsTheyAre() {
        News news = new ClaimNews.ClaimReceived("A&B <1> \"x\" 'y'", "M", "F", List.of(new UnitLine(1, null, 3)));

        assertThat(words(news, "en").body()).contains("A&B <1> \"x\" 'y'", "3 without a serial number");
    }
}
