package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.Text;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long cover lasts: through the end of the day that lies {@code length} after the anchor, clamped to the end of the
 * month.
 *
 * @param clause that grants the term
 * @param expired the clause that excludes what is beyond it
 * @param anchors the papers that it may start from, best first; the first one that is there counts
 * @param missingItem what is asked for when none of them is there
 * @param quote on what ground paid service is offered beyond the term
 */
public record Term(
        String clause, String expired, Period length, List<Anchor> anchors, String missingItem, Basis quote) {
    public Term {
        anchors = List.copyOf(anchors);
    }

    /**
     * One paper.
     *
     * @param name what people call it
     * @param reading under which it counts; absent for the one that the policy names
     */
    public record Anchor(
            DocumentKind document, Text name, @Nullable String reading) {}
}
