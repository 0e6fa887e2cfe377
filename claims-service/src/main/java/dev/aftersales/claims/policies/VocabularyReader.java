package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.Vocabulary;
import dev.aftersales.claims.adjudication.rules.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Reads the words of the suite: {@code policy-packs/vocabulary.yaml}. */
final class VocabularyReader {

    private static final String FILE = "policy-packs/vocabulary.yaml";
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    private VocabularyReader() {}

    /**
     * As they come with the service.
     *
     * @throws PackError when something is wrong with them
     */
    static Vocabulary shipped() {
        try {
            return read(new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the vocabulary cannot be read", e);
        }
    }

    static Vocabulary read(String content) {
        PackDocument document = PackDocument.of(FILE, content);
        PackSection words = new PackSection(document, "", document.values(), Map.of());
        Map<String, Text> causes = texts(words, "causes");
        Map<String, Text> codes = texts(words, "codes");
        Map<String, Text> channels = texts(words, "channels");
        add(words, "causes", causes, codes);
        add(words, "channels", channels, codes);
        Map<String, Text> events = texts(words, "events");
        add(words, "events", events, codes);
        Map<String, Text> attributes = texts(words, "attributes");
        add(words, "attributes", attributes, codes);
        Vocabulary vocabulary = new Vocabulary(
                phrases(words.section("phrases")),
                codes,
                causes.keySet(),
                channels.keySet(),
                events.keySet(),
                attributes.keySet());
        words.end();
        return vocabulary;
    }

    private static void add(PackSection words, String key, Map<String, Text> texts, Map<String, Text> codes) {
        texts.forEach((code, text) -> {
            if (codes.putIfAbsent(code, text) != null) {
                throw words.error(key, "'" + code + "' has words elsewhere, too");
            }
        });
    }

    /** Texts in both languages, by id. */
    static Map<String, Text> texts(PackSection pack, String key) {
        Map<String, Text> texts = new LinkedHashMap<>();
        pack.named(key).forEach((id, section) -> texts.put(id, text(section)));
        return texts;
    }

    private static Text text(PackSection section) {
        Text text = new Text(section.text("en"), section.text("zh"));
        section.end();
        return text;
    }

    private static Map<Phrase, Text> phrases(PackSection section) {
        Map<Phrase, Text> phrases = new EnumMap<>(Phrase.class);
        for (Phrase phrase : Phrase.values()) {
            PackSection words = section.section(phrase.name());
            checkPlaces(words, "en", phrase);
            checkPlaces(words, "zh", phrase);
            phrases.put(phrase, text(words));
        }
        section.end();
        return phrases;
    }

    private static void checkPlaces(PackSection words, String language, Phrase phrase) {
        Matcher places = PLACE.matcher(words.text(language));
        while (places.find()) {
            if (!phrase.places().contains(places.group(1))) {
                throw words.error(
                        language,
                        "refers to {" + places.group(1) + "}; this phrase knows "
                                + phrase.places().stream().sorted().toList());
            }
        }
    }
}
