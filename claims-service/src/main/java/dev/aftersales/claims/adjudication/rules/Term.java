package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.claims.adjudication.AgreementKind;
import dev.aftersales.claims.adjudication.DatedDocument.State;
import dev.aftersales.claims.adjudication.DocumentKind;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long cover lasts: through the end of the day that lies {@code length} after the anchor, clamped to the end of the
 * month.
 *
 * @param clause that grants the term
 * @param expired the clause that excludes what is beyond it
 * @param length absent when every product must have its own
 * @param lengthReading in which the length stands, where the text leaves it open
 * @param byProduct by which clause a product's own term wins; absent when products have none
 * @param anchors the papers that it may start from, best first; the first kind that is there and valid counts, and of
 *     several papers of that kind the earliest, in whatever order they came
 * @param ofSeveral the reading by which the earliest does; absent when the policy says so itself
 * @param missingItem what is asked for when none of them is there
 * @param missingReading under which it is; absent when the policy says so itself
 * @param faultInTerm the reading by which a person decides on a fault inside the term that was claimed too late; absent
 *     when such a claim is late and no more
 * @param extendedBy the agreement under which a line is served as in the term after it; absent when none does that
 * @param quote on what ground paid service is offered beyond the term
 */
public record Term(
        String clause,
        String expired,
        @Nullable Period length,
        @Nullable String lengthReading,
        @Nullable ByProduct byProduct,
        List<Anchor> anchors,
        @Nullable String ofSeveral,
        String missingItem,
        @Nullable String missingReading,
        @Nullable String faultInTerm,
        @Nullable Extension extendedBy,
        Basis quote) {
    public Term {
        anchors = List.copyOf(anchors);
    }

    /**
     * Terms of products.
     *
     * @param components by which clause a component's own term wins; absent when components have none
     */
    public record ByProduct(
            String clause,
            @Nullable String reading,
            @Nullable Basis components) {}

    /**
     * One paper.
     *
     * @param clause that names it; the term's own when absent
     * @param reading under which it counts; absent for one that the policy names
     * @param invalid states in which it counts for nothing
     * @param notAfter another paper whose earlier date counts in its place
     */
    public record Anchor(
            DocumentKind document,
            @Nullable String clause,
            @Nullable String reading,
            @Nullable Invalid invalid,
            @Nullable NotAfter notAfter) {}

    /**
     * States in which a paper is no proof, and the clause that says so.
     *
     * @param agreesIn particulars in which a paper must agree with the unit's record, where it states
     *     them: {@code model}, {@code serial}, or attributes of the unit by name; one that differs makes it inconsistent
     */
    public record Invalid(
            List<State> states,
            List<String> agreesIn,
            String clause,
            @Nullable String reading) {
        public Invalid {
            states = List.copyOf(states);
            agreesIn = List.copyOf(agreesIn);
        }
    }

    /** An agreement that stands in for the term on the days on which it holds, and the clause that says so. */
    public record Extension(
            AgreementKind agreement,
            String clause,
            @Nullable String reading) {}

    /** A paper that the anchor must not be later than, and the clause that says so. One that was found at fault shows no day. */
    public record NotAfter(
            DocumentKind document, String clause, @Nullable String reading) {}
}
