package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.claims.adjudication.Text;
import org.jspecify.annotations.Nullable;

/**
 * How the vendor reads what its text leaves open: not the text's own word, and changeable without a release.
 *
 * @param settles the ambiguity of the clause register, for example {@code A?13}; absent for a reading of the vendor's own
 * @param value what it settles, where that is a value: a period, a number, a name
 * @param en in our own words, English
 * @param zh the same in Chinese
 */
public record Reading(@Nullable String settles, @Nullable String value, String en, String zh) {
    /** In both languages. */
    public Text text() {
        return new Text(en, zh);
    }
}
