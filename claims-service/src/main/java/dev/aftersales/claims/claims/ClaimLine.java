package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.Review;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit of a claim, or a quantity of units whose serials are not known.
 *
 * @param line number, from 1; never reused
 * @param verdict the last one; absent until the line was judged for good or sent to a person
 * @param clauses that the last judgement cites
 * @param explanationId of the last judgement
 * @param conclusion what the diagnosis found; absent until there is one
 * @param review the last one; absent until there is one
 */
public record ClaimLine(
        int line,
        @Nullable String serial,
        int quantity,
        LineState state,
        @Nullable Verdict verdict,
        List<String> clauses,
        @Nullable String explanationId,
        @Nullable Conclusion conclusion,
        @Nullable Review review) {

    public ClaimLine {
        clauses = List.copyOf(clauses);
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
                null,
                null,
                null);
    }

    UnitLine unit() {
        return new UnitLine(line, serial, quantity);
    }

    ClaimLine at(LineState next) {
        return new ClaimLine(line, serial, quantity, next, verdict, clauses, explanationId, conclusion, review);
    }

    ClaimLine judged(LineState next, @Nullable Verdict given, List<String> cited, String explanation) {
        return new ClaimLine(line, serial, quantity, next, given, cited, explanation, conclusion, review);
    }

    ClaimLine concluded(Conclusion found) {
        return new ClaimLine(line, serial, quantity, state, verdict, clauses, explanationId, found, review);
    }

    ClaimLine reviewed(Review given) {
        return new ClaimLine(line, serial, quantity, state, verdict, clauses, explanationId, conclusion, given);
    }

    /** The same line, of one unit that now has a serial. */
    ClaimLine identified(String unitSerial) {
        return new ClaimLine(line, unitSerial, 1, state, verdict, clauses, explanationId, conclusion, review);
    }

    /** A line of its own for units that were counted in this one. */
    ClaimLine renumbered(int number, @Nullable String unitSerial, int units) {
        return new ClaimLine(number, unitSerial, units, state, verdict, clauses, explanationId, conclusion, review);
    }
}
