package dev.aftersales.notifications.templates;

/**
 * A message in words.
 *
 * @param subject one line
 * @param body plain text, lines ended by {@code \n}
 * @param language tag of the language that it is written in
 */
public record Words(String subject, String body, String language) {
    @Override
    public String toString() {
        return "Words[withheld]";
    }
}
