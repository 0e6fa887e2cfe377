package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Renders what was granted beside a verdict as plain text, in one of two languages. */
final class GoodwillText {

    private GoodwillText() {}

    /** @param words what people call a code */
    static String of(Goodwill goodwill, Function<String, Text> words, Locale reader) {
        return reader.getLanguage().equals(Locale.CHINESE.getLanguage())
                ? chinese(goodwill, words)
                : english(goodwill, words);
    }

    private static String english(Goodwill goodwill, Function<String, Text> words) {
        String granted = goodwill.isFull()
                ? "the vendor bears all of it; the customer pays nothing for this service"
                : "the vendor bears "
                        + goodwill.items().stream()
                                .map(ChargeItem::name)
                                .map(words)
                                .map(Text::en)
                                .collect(Collectors.joining(", "))
                        + "; what is left to pay, if anything, is quoted";
        String reading = goodwill.reading() == null ? "" : " (policy silent, reading " + goodwill.reading() + ")";
        return "Goodwill beside the verdict: " + granted + reading + ". Granted by " + goodwill.by() + " at "
                + goodwill.at() + ".";
    }

    private static String chinese(Goodwill goodwill, Function<String, Text> words) {
        String granted = goodwill.isFull()
                ? "费用全部由供应商承担，客户无需付费"
                : "由供应商承担："
                        + goodwill.items().stream()
                                .map(ChargeItem::name)
                                .map(words)
                                .map(Text::zh)
                                .collect(Collectors.joining("、"))
                        + "；如有须付费用，另行报价";
        String reading = goodwill.reading() == null ? "" : "（政策未作规定，按解读 " + goodwill.reading() + "）";
        return "判定之外的优惠处理：" + granted + reading + "。由 " + goodwill.by() + " 于 " + goodwill.at() + " 给予。";
    }
}
