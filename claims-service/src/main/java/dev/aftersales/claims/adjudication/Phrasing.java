package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Phrase;
import java.util.Objects;

/** Fills the policy's phrases. */
final class Phrasing {

    private final CompiledPolicy policy;

    Phrasing(CompiledPolicy policy) {
        this.policy = policy;
    }

    /** The phrase with one place filled. */
    Text of(Phrase phrase, String place, String value) {
        return fill(raw(phrase), place, value);
    }

    /** The phrase with two places filled. */
    Text of(Phrase phrase, String place, String value, String otherPlace, String otherValue) {
        return fill(fill(raw(phrase), place, value), otherPlace, otherValue);
    }

    /** What a later anchor would have done. */
    Text expired(Text document, String date) {
        Text text = fill(raw(Phrase.EXPIRED), "date", date);
        return new Text(
                text.en().replace("{document}", document.en()), text.zh().replace("{document}", document.zh()));
    }

    private Text raw(Phrase phrase) {
        return Objects.requireNonNull(policy.rules().phrases().get(phrase), phrase.name());
    }

    private static Text fill(Text text, String place, String value) {
        String braced = "{" + place + "}";
        return new Text(text.en().replace(braced, value), text.zh().replace(braced, value));
    }
}
