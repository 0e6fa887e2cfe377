package dev.aftersales.claims.versions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.policies.PackReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The packs that come with the service, and drafts that are made by changing their text. */
final class GivenPacks {

    static final PackReader READER = new PackReader();

    private GivenPacks() {}

    /** For example {@code exporter/A-1}. */
    static String text(String pack) {
        try {
            return new ClassPathResource("policy-packs/" + pack + ".yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PolicyRules rules(String text) {
        return READER.read("draft", text);
    }

    static PolicySource source(String text) {
        return PolicySource.of(READER.compile("draft", text), text);
    }

    /** The text with one passage put in another's place; it must be there. */
    static String with(String text, String passage, String other) {
        assertThat(text).contains(passage);
        return text.replace(passage, other);
    }

    /** The text without a top-level section. */
    static String without(String text, String section) {
        String shorter = text.replaceFirst("(?m)^" + section + ":.*\n(?:[ #].*\n|\n)*", "");
        assertThat(shorter).isNotEqualTo(text);
        return shorter;
    }
}
