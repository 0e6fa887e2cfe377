package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.Review;
import dev.aftersales.claims.adjudication.Ruling;
import dev.aftersales.claims.quotes.Unpriced;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit of a claim, or a quantity of units whose serials are not known.
 *
 * @param line number, from 1; never reused
 * @param verdict the last one; absent until the line was judged for good or sent to a person
 * @param clauses that the last judgement cites
 * @param readings that the last judgement rests on
 * @param explanationId of the last judgement
 * @param conclusion what the diagnosis found; absent until there is one
 * @param reviews in the order in which they were given; of a line that was reviewed before all were kept only the last
 * @param goodwill what the vendor bears beyond the verdict; absent when nothing
 * @param rulings disputes that were upheld
 * @param quoteRequestedAt when the customer asked what it costs; absent when nobody did, and after a quote was issued
 * @param unpriced what kept the suite from quoting it; empty when nothing did, and after a quote was issued
 * @param review the one that a line kept before all were kept, as it was stored; it goes to the others, and this is always
 *     absent
 */
public record ClaimLine(
        int line,
        @Nullable String serial,
        int quantity,
        LineState state,
        @Nullable Verdict verdict,
        List<String> clauses,
        List<String> readings,
        @Nullable String explanationId,
        @Nullable Conclusion conclusion,
        List<Review> reviews,
        @Nullable Goodwill goodwill,
        List<Ruling> rulings,
        @Nullable Instant quoteRequestedAt,
        List<Unpriced> unpriced,
        @Nullable Review review) {

    // What was stored before the later ones were there comes back without them.
    @SuppressWarnings("ConstantValue")
    public ClaimLine {
        clauses = List.copyOf(clauses);
        readings = readings == null ? List.of() : List.copyOf(readings);
        reviews = reviews == null || reviews.isEmpty() ? kept(review) : List.copyOf(reviews);
        review = null;
        rulings = rulings == null ? List.of() : List.copyOf(rulings);
        unpriced = unpriced == null ? List.of() : List.copyOf(unpriced);
    }

    private static List<Review> kept(@Nullable Review review) {
        return review == null ? List.of() : List.of(review);
    }

    /** A line as it is claimed, before the first judgement. */
    static ClaimLine claimed(UnitLine unit) {
        return new ClaimLine(
                unit.line(),
                unit.serial(),
                unit.quantity(),
                new LineState.AwaitingEvidence(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                null);
    }

    /** The readings that the last judgement rests on, and the one of what was granted beside it. */
    List<String> restsOn() {
        if (goodwill == null || goodwill.reading() == null) {
            return readings;
        }
        List<String> all = new ArrayList<>(readings);
        all.add(goodwill.reading());
        return all;
    }

    UnitLine unit() {
        return new UnitLine(line, serial, quantity);
    }

    ClaimLine at(LineState next) {
        return with(next, conclusion, reviews, goodwill, rulings);
    }

    ClaimLine judged(
            LineState next, @Nullable Verdict given, List<String> cited, List<String> restingOn, String explanation) {
        return new ClaimLine(
                line,
                serial,
                quantity,
                next,
                given,
                cited,
                restingOn,
                explanation,
                conclusion,
                reviews,
                goodwill,
                rulings,
                quoteRequestedAt,
                unpriced,
                null);
    }

    ClaimLine concluded(Conclusion found) {
        return with(state, found, reviews, goodwill, rulings);
    }

    ClaimLine reviewed(Review given) {
        List<Review> all = new ArrayList<>(reviews);
        all.add(given);
        return with(state, conclusion, all, goodwill, rulings);
    }

    ClaimLine granted(Goodwill grant) {
        return with(state, conclusion, reviews, grant, rulings);
    }

    /** A dispute about the line was upheld. */
    ClaimLine ruled(Ruling ruling) {
        List<Ruling> all = new ArrayList<>(rulings);
        all.add(ruling);
        return with(state, conclusion, reviews, goodwill, all);
    }

    /** The customer would like to know what it costs. */
    ClaimLine quoteRequested(Instant at) {
        return quoteRequest(at, unpriced);
    }

    /** It was quoted: the customer's request is answered. */
    ClaimLine quoteIssued() {
        return quoteRequest(null, List.of());
    }

    /** The suite cannot quote it by itself for that; nothing does when there is none of it. */
    ClaimLine unpriced(List<Unpriced> missing) {
        return quoteRequest(quoteRequestedAt, missing);
    }

    /** Whether the customer asked for a quote and still waits for one: the line may yet come to be quoted. */
    boolean awaitsQuote() {
        return quoteRequestedAt != null
                && (state instanceof LineState.Quotable || state instanceof LineState.Undecided);
    }

    private ClaimLine quoteRequest(@Nullable Instant at, List<Unpriced> kept) {
        return new ClaimLine(
                line,
                serial,
                quantity,
                state,
                verdict,
                clauses,
                readings,
                explanationId,
                conclusion,
                reviews,
                goodwill,
                rulings,
                at,
                kept,
                null);
    }

    /** The same line, of one unit that now has a serial. */
    ClaimLine identified(String unitSerial) {
        return renumbered(line, unitSerial, 1);
    }

    /** A line of its own for units that were counted in this one. */
    ClaimLine renumbered(int number, @Nullable String unitSerial, int units) {
        return new ClaimLine(
                number,
                unitSerial,
                units,
                state,
                verdict,
                clauses,
                readings,
                explanationId,
                conclusion,
                reviews,
                goodwill,
                rulings,
                quoteRequestedAt,
                unpriced,
                null);
    }

    private ClaimLine with(
            LineState next,
            @Nullable Conclusion found,
            List<Review> given,
            @Nullable Goodwill grant,
            List<Ruling> ruled) {
        return new ClaimLine(
                line,
                serial,
                quantity,
                next,
                verdict,
                clauses,
                readings,
                explanationId,
                found,
                given,
                grant,
                ruled,
                quoteRequestedAt,
                unpriced,
                null);
    }
}
