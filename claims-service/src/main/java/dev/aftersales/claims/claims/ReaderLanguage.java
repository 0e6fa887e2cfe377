package dev.aftersales.claims.claims;

import dev.aftersales.chassis.problems.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In which of the suite's languages somebody reads. */
public final class ReaderLanguage {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);

    private ReaderLanguage() {}

    /**
     * What the request asks for; English when it asks for nothing that the suite speaks.
     *
     * @param lang {@code en} or {@code zh}; wins over the header
     * @param acceptLanguage the header of that name
     * @throws dev.aftersales.chassis.problems.ProblemException 400 when {@code lang} is another one
     */
    public static Locale of(@Nullable String lang, @Nullable String acceptLanguage) {
        if (lang != null) {
            return SPOKEN.stream()
                    .filter(spoken -> spoken.getLanguage().equals(lang))
                    .findFirst()
                    .orElseThrow(() -> Problem.status(400)
                            .type("invalid")
                            .title("The request is not valid")
                            .detail("One field breaks a rule.")
                            .with(
                                    "errors",
                                    List.of(Map.of("field", "lang", "rule", "one-of", "detail", "must be en or zh")))
                            .exception());
        }
        return acceptLanguage == null ? Locale.ENGLISH : preferred(acceptLanguage);
    }

    private static Locale preferred(String acceptLanguage) {
        try {
            return Objects.requireNonNullElse(
                    Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN), Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            // A header that is none is as good as no header.
            return Locale.ENGLISH;
        }
    }
}
