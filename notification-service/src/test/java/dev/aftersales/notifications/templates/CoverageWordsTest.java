package dev.aftersales.notifications.templates;

import static dev.aftersales.notifications.templates.WrittenWords.CLAIM;
import static dev.aftersales.notifications.templates.WrittenWords.LINKING;
import static dev.aftersales.notifications.templates.WrittenWords.WRITTEN;
import static dev.aftersales.notifications.templates.WrittenWords.decided;
import static dev.aftersales.notifications.templates.WrittenWords.line;
import static dev.aftersales.notifications.templates.WrittenWords.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.CoverageDecided.Effect;
import dev.aftersales.contracts.events.claims.CoverageDecided.Payer;
import dev.aftersales.contracts.events.claims.CoverageDecided.Reason;
import dev.aftersales.contracts.events.claims.DisputeDecided;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What customers are told of a verdict and of a dispute: who pays, why, what happens next. */
class CoverageWordsTest {

    private static final List<CoverageDecided.Charge> CHARGES = List.of(
            new CoverageDecided.Charge(
                    "LABOUR", new CoverageDecided.Words("labour", "人工费"), CoverageDecided.Payer.VENDOR, "C4.1", null),
            new CoverageDecided.Charge(
                    "PARTS",
                    new CoverageDecided.Words("spare parts", "配件费"),
                    CoverageDecided.Payer.CUSTOMER,
                    "C4.1",
                    null));

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

    @ParameterizedTest
    @CsvSource({"en, Our decision waits until then, neither takes effect", "zh, 原决定暂不执行, 开始处理"})
    void saysOfADisputedDecisionThatItWaits(String language, String waits, String odd) {
        News news = new ClaimNews.CoverageDisputed(1, List.of(2), List.of("A3.2"), null);

        assertThat(words(news, language).body()).contains(waits).doesNotContain(odd);
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
        News news = decided(new ClaimNews.CoverageDecided.Line(
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

    private static ClaimNews.CoverageDecided.Line depot(int line, CoverageDecided.@Nullable SendBy sendBy) {
        return new ClaimNews.CoverageDecided.Line(
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

    @Test
    void offersAQuoteUnderTheClausesThatExclude() {
        News news = decided(new ClaimNews.CoverageDecided.Line(
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
        News news = decided(new ClaimNews.CoverageDecided.Line(
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
        News news = decided(new ClaimNews.CoverageDecided.Line(
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
        assertThat(LINKING.words(news, CLAIM, "exporter", "Exporter", "Maria", "en", WRITTEN)
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
        News news = decided(new ClaimNews.CoverageDecided.Line(
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
        News news = decided(new ClaimNews.CoverageDecided.Line(
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
        News news = new ClaimNews.CoverageDecided(
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
        News news = new ClaimNews.DisputeDecided(3, outcome, List.of(1, 2), List.of("A3.1"), null);

        assertThat(words(news, language).subject()).contains(subject);
        assertThat(words(news, language).body()).contains(body, "3", "A3.1");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Reason: The term is over. (clause A3.1, in our reading R-A1)",
        "zh, 理由：保修期已过。（第 A3.1 条，依据我们的解释 R-A1）"
    })
    void saysWithARejectionWhatTheClausesSayThatStand(String language, String reason) {
        News news = new ClaimNews.DisputeDecided(
                3,
                DisputeDecided.Outcome.REJECTED,
                List.of(1),
                List.of("A3.1"),
                List.of(new DisputeDecided.Standing(
                        "A3.1", new CoverageDecided.Words("The term is over.", "保修期已过。"), "R-A1")));

        assertThat(words(news, language).body()).contains(reason);
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

    private static News explained(Verdict verdict, Reason... reasons) {
        return new ClaimNews.CoverageDecided(
                "exporter-2026-01",
                List.of(new ClaimNews.CoverageDecided.Line(
                        1, "S-1", verdict, null, List.of("A1.1", "A3.1", "A1.2"), "e")),
                List.of(new CoverageDecided.Explanation("e", List.of(reasons))),
                null,
                null);
    }

    /** Free text is in no event, and so in no mail. */
    @ParameterizedTest
    @CsvSource({
        "en, written an explanation of this decision for you. You find it in the customer portal",
        "zh, 我们还为您写明了此决定的说明，请在客户门户"
    })
    void saysWhereAnExplanationIsReadThatAPersonHasWritten(String language, String said) {
        ClaimNews.CoverageDecided plain = decided(line(1, Verdict.COVERED, Route.PARTS));
        News explained = new ClaimNews.CoverageDecided(
                plain.policyVersion(), plain.lines(), plain.explanations(), plain.dispute(), plain.withdrawn(), true);

        assertThat(words(explained, language).body()).contains(said).doesNotContain("\n\n\n", "{{");
        assertThat(words(plain, language).body()).doesNotContain(said);
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
}
