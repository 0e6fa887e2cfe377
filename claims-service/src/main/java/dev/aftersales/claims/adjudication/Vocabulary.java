package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Phrase;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The words of the suite for its codes, and the phrases in which explanations say what would have changed an outcome. They
 * are no policy's: they come with the service.
 *
 * @param phrases all of them
 * @param codes words by code; a pack may have codes of its own beside
 * @param causes those of the codes that say what was wrong; a pack may name more
 * @param channels those by which a claim may come; a pack may name more
 * @param events those of what happens; clocks start and stop with no other
 * @param attributes names of what is recorded of units and stands on papers; a fact of a pack may name more
 */
public record Vocabulary(
        Map<Phrase, Text> phrases,
        Map<String, Text> codes,
        Set<String> causes,
        Set<String> channels,
        Set<String> events,
        Set<String> attributes) {
    public Vocabulary {
        phrases = Collections.unmodifiableMap(new EnumMap<>(phrases));
        codes = Map.copyOf(codes);
        causes = Set.copyOf(causes);
        channels = Set.copyOf(channels);
        events = Set.copyOf(events);
        attributes = Set.copyOf(attributes);
    }
}
