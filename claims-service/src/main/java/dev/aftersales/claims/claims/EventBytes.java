package dev.aftersales.claims.claims;

import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.EvidenceRequested;
import dev.aftersales.contracts.events.claims.ServiceAuthorised;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Upper estimates of what parts of events take as JSON: the names of the properties and what escaping may add. */
final class EventBytes {

    private EventBytes() {}

    static int of(CoverageDecided.Line line) {
        int clauses = line.clauses().stream().mapToInt(clause -> of(clause) + 3).sum();
        int charges = line.charges() == null
                ? 0
                : line.charges().stream().mapToInt(EventBytes::of).sum();
        CoverageDecided.Goodwill goodwill = line.goodwill();
        return 170
                + of(line.serial())
                + clauses
                + line.explanationId().length()
                + of(line.quoteRoute())
                + charges
                // By when to send it, which is told as soon as the clocks are set.
                + (line.route() == null ? 0 : 130)
                + (goodwill == null ? 0 : of(goodwill.items()));
    }

    static int of(CoverageDecided.Explanation explanation) {
        return 40
                + of(explanation.id())
                + explanation.reasons().stream().mapToInt(EventBytes::of).sum();
    }

    static int of(ServiceAuthorised.Line line) {
        int parts = line.parts().stream().mapToInt(part -> of(part.part()) + 35).sum();
        return 130 + of(line.serial()) + of(line.model()) + parts;
    }

    static int of(EvidenceRequested.Item item) {
        return 90 + of(item.clause()) + of(item.item());
    }

    /** The words stand once in an event, however many lines lack the same. */
    static int ofWords(EvidenceRequested.Item item) {
        return of(item.words());
    }

    private static int of(CoverageDecided.Charge charge) {
        return 100 + of(charge.item()) + of(charge.words()) + of(charge.clause()) + of(charge.reading());
    }

    private static int of(CoverageDecided.Reason reason) {
        return 150
                + of(reason.clause())
                + of(reason.text())
                + of(reason.fact())
                + of(reason.value())
                + of(reason.counterfactual())
                + of(reason.reading())
                + of(reason.words());
    }

    private static int of(@Nullable List<CoverageDecided.Words> words) {
        return words == null ? 0 : words.stream().mapToInt(EventBytes::of).sum();
    }

    private static int of(CoverageDecided.@Nullable Words words) {
        return words == null ? 0 : 20 + of(words.en()) + of(words.zh());
    }

    private static int of(@Nullable String text) {
        return text == null ? 0 : StandardCharsets.UTF_8.encode(text).remaining() + 10;
    }
}
