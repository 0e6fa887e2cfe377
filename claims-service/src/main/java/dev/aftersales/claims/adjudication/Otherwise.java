package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Phrase;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would have changed the outcome; put into words only when somebody reads it.
 *
 * @param code fills the phrase's {@code value} or {@code document}
 * @param covered codes that fill its {@code covered}
 * @param date fills its {@code date}
 */
record Otherwise(
        Phrase phrase,
        String code,
        List<String> covered,
        @Nullable LocalDate date) {

    Otherwise(Phrase phrase, String code) {
        this(phrase, code, List.of(), null);
    }

    Otherwise(Phrase phrase, String code, List<String> covered) {
        this(phrase, code, covered, null);
    }
}
