package dev.aftersales.claims.adjudication;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one line.
 *
 * @param line its number, from 1
 * @param serial as claimed; absent when the line is a quantity
 * @param unit what the vendor's records know under that serial; absent without a serial or when they do not know it
 * @param documents papers that came with the claim; where the unit's record has one of the kind, that one counts, unless
 *     a dispute was upheld with this one; one that is only said to be there counts for nothing
 * @param component the component that failed, as the customer says; what the diagnosis says of it goes before
 * @param attributes what the claim says beside, by the names that policies give it
 * @param diagnosis absent until there is one
 * @param reviews in the order in which they were given
 * @param rulings disputes that were upheld
 */
public record LineFacts(
        int line,
        @Nullable String serial,
        @Nullable UnitFacts unit,
        List<DatedDocument> documents,
        @Nullable String component,
        Map<String, String> attributes,
        @Nullable Diagnosis diagnosis,
        List<Review> reviews,
        List<Ruling> rulings) {
    public LineFacts {
        documents = List.copyOf(documents);
        attributes = Map.copyOf(attributes);
        reviews = List.copyOf(reviews);
        rulings = List.copyOf(rulings);
    }

    /** The same without papers that no file shows and no person examined: what somebody only typed proves nothing. */
    LineFacts shown() {
        for (DatedDocument paper : documents) {
            if (!paper.isShown()) {
                return with(documents.stream().filter(DatedDocument::isShown).toList());
            }
        }
        return this;
    }

    /** The same with other papers of the claim's own. */
    LineFacts with(List<DatedDocument> papers) {
        return new LineFacts(line, serial, unit, papers, component, attributes, diagnosis, reviews, rulings);
    }

    /** The same with another record of its unit. */
    LineFacts with(UnitFacts record) {
        return new LineFacts(line, serial, record, documents, component, attributes, diagnosis, reviews, rulings);
    }

    /** The same of another component. */
    LineFacts of(String other) {
        return new LineFacts(line, serial, unit, documents, other, attributes, diagnosis, reviews, rulings);
    }

    /** The same before the last dispute was upheld. */
    LineFacts beforeLastRuling() {
        return new LineFacts(
                line,
                serial,
                unit,
                documents,
                component,
                attributes,
                diagnosis,
                reviews,
                rulings.subList(0, rulings.size() - 1));
    }

    /** A line of which the claim says no more than the serial. */
    public LineFacts(
            int line,
            @Nullable String serial,
            @Nullable UnitFacts unit,
            @Nullable Diagnosis diagnosis,
            @Nullable Review review) {
        this(
                line,
                serial,
                unit,
                List.of(),
                null,
                Map.of(),
                diagnosis,
                review == null ? List.of() : List.of(review),
                List.of());
    }
}
