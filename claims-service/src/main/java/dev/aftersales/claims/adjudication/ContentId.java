package dev.aftersales.claims.adjudication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Names an explanation by its content. Each field is written with its length, so that no two contents read alike. */
final class ContentId {

    private final StringBuilder canonical = new StringBuilder(1024);

    static String of(Explanation explanation) {
        ContentId content = new ContentId();
        content.add(explanation.policyVersion());
        content.add(explanation.verdict() == null ? null : explanation.verdict().name());
        explanation.citations().forEach(content::add);
        return content.digest();
    }

    private void add(Citation citation) {
        add(citation.clause());
        add(citation.effect().name());
        add(citation.text());
        add(citation.fact());
        add(citation.value());
        canonical.append(citation.evidenceIds().size()).append('[');
        citation.evidenceIds().forEach(this::add);
        Confirmation confirmation = citation.confirmation();
        if (confirmation == null) {
            add((String) null);
        } else {
            add(confirmation.by().kind().name());
            add(confirmation.by().id());
            add(confirmation.at().toString());
        }
        add(citation.reading());
        add(citation.readingText());
        add(citation.counterfactual());
        add(citation.words());
        // Explanations of before there was any keep their ids.
        if (citation.next() != null) {
            add(citation.next());
        }
    }

    private void add(@Nullable Text text) {
        add(text == null ? null : text.en());
        add(text == null ? null : text.zh());
    }

    private void add(@Nullable String field) {
        if (field == null) {
            canonical.append('-');
        } else {
            canonical.append(field.length()).append(':').append(field);
        }
    }

    private String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
