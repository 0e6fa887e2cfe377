package dev.aftersales.notifications.templates;

import static dev.aftersales.notifications.templates.WrittenWords.CLAIM;
import static dev.aftersales.notifications.templates.WrittenWords.decided;
import static dev.aftersales.notifications.templates.WrittenWords.line;
import static dev.aftersales.notifications.templates.WrittenWords.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.AnswerChannel;
import dev.aftersales.contracts.events.claims.CoverageDecided.Payer;
import dev.aftersales.contracts.events.claims.PayBefore;
import dev.aftersales.contracts.events.claims.QuoteIssued;
import dev.aftersales.contracts.events.claims.WithdrawnQuote;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customers are told of quotes: amounts, who bears what, until when, and what stands no longer. */
class QuoteWordsTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "1234567.5, USD, 'USD 1,234,567.50'",
        "0.05,      EUR, EUR 0.05",
        "123456,    JPY, 'JPY 123,456'",
        "1234.5,    KWD, 'KWD 1,234.500'"
    })
    void writesAmountsWithTheDigitsOfTheirCurrency(String amount, String currency, String written) {
        News news = new QuoteNews.PaymentReceived(1, List.of(1), new Money(amount, currency), Instant.EPOCH);

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
        News accepted = new QuoteNews.QuoteAccepted(
                1, List.of(1), new Money("120", "CNY"), null, null, "Asia/Shanghai", null, channel, null);
        News declined = new QuoteNews.QuoteDeclined(1, List.of(1), channel);

        assertThat(words(accepted, "en").body())
                .contains("You told us " + en + " that you accept our quote 1", "our staff entered it")
                .doesNotContain("You accepted our quote");
        assertThat(words(declined, "en").body()).contains("You told us " + en + " that you decline our quote 1");
        assertThat(words(accepted, "zh").body()).contains("您" + zh + "告知我们接受", "代您登记");
        assertThat(words(declined, "zh").body()).contains("您" + zh + "告知我们拒绝", "代您登记");
        assertThat(words(new QuoteNews.QuoteDeclined(1, List.of(1), null), "en").body())
                .contains("You declined our quote 1")
                .doesNotContain("staff");
    }

    private static News quote(QuoteIssued.Item item) {
        return new QuoteNews.QuoteIssued(
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
        News news = new QuoteNews.QuoteIssued(
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
        News issued = new QuoteNews.QuoteIssued(
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
        News accepted = new QuoteNews.QuoteAccepted(
                1,
                List.of(1),
                new Money("120", "CNY"),
                PayBefore.REPAIR,
                Instant.parse("2026-12-20T16:00:00Z"),
                "Asia/Shanghai",
                true,
                null,
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
        News news = new QuoteNews.QuoteIssued(
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
                        new ClaimNews.CoverageDisputed(1, List.of(2), List.of("A3.2"), first),
                        new ClaimNews.CoverageDecided(
                                "A-1", List.of(line(2, Verdict.COVERED_PARTIAL, null)), null, null, first),
                        quote(QuoteIssued.VendorBears.NOTHING, first)))
                .allSatisfy(news ->
                        assertThat(words(news, language).body()).contains(gone).doesNotContain(others));
        assertThat(List.of(
                        new ClaimNews.CoverageDisputed(1, List.of(2), List.of("A3.2"), null),
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
        News news = new ClaimNews.CoverageDisputed(
                1, List.of(2), List.of("A3.2"), List.of(new WithdrawnQuote(1, List.of(1, 2, 3))));

        assertThat(words(news, language).body()).contains(others);
    }

    private static News quote(QuoteIssued.@Nullable VendorBears bears, @Nullable List<WithdrawnQuote> withdrawn) {
        return new QuoteNews.QuoteIssued(
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
}
