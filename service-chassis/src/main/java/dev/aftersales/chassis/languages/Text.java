package dev.aftersales.chassis.languages;

import java.util.Locale;

/**
 * The same words in both languages of the suite.
 *
 * @param en English
 * @param zh Chinese
 */
public record Text(String en, String zh) {

    /** What needs no translation, as a number or a date. */
    public static Text same(String either) {
        return new Text(either, either);
    }

    /** The words in that language; English for any language but Chinese. */
    public String in(Locale language) {
        return language.getLanguage().equals("zh") ? zh : en;
    }

    /** These words with a value in place of {@code {place}}. */
    public Text with(String place, Text value) {
        String braced = "{" + place + "}";
        return new Text(en.replace(braced, value.en), zh.replace(braced, value.zh));
    }
}
