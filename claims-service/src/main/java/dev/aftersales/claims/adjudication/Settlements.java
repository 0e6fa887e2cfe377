package dev.aftersales.claims.adjudication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people decided of a line: the reviews, in the order in which they were given, and the disputes that were upheld.
 * Neither settles what came later, and no review answers again what an earlier one settled.
 */
record Settlements(List<Review> reviews, List<Ruling> rulings) {

    /** Who upheld a dispute of this clause; absent when nobody did. */
    @Nullable
    Confirmation ruledOut(String clause, Instant since) {
        for (Ruling ruling : rulings) {
            if (!ruling.at().isBefore(since) && ruling.clauses().contains(clause)) {
                return ruling.confirmation();
            }
        }
        return null;
    }

    /** Whether this is the word by which a dispute was upheld. */
    boolean isRuling(@Nullable Confirmation word) {
        for (Ruling ruling : rulings) {
            if (ruling.confirmation().equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** The first review by which the doubt, of that time, was put before a person. */
    @Nullable
    Review of(Doubt doubt, Instant since) {
        return of(doubt, since, true);
    }

    /**
     * The first review that settles the doubt of that time.
     *
     * @param confirmable false where only the word that the doubt does not hold settles it
     */
    @Nullable
    Review of(Doubt doubt, Instant since, boolean confirmable) {
        for (Review review : reviews) {
            if (review.settles(doubt, since) && (confirmable || review.outcome() == Review.Outcome.DISMISS)) {
                return review;
            }
        }
        return null;
    }

    /** How a doubt stands. */
    Standing standing(Doubt doubt, Instant since) {
        return standing(doubt, since, true);
    }

    /**
     * How a doubt stands.
     *
     * @param confirmable false where only the word that it does not hold settles it
     */
    Standing standing(Doubt doubt, Instant since, boolean confirmable) {
        Confirmation ruled = ruledOut(doubt.clause(), since);
        if (ruled != null) {
            return new Standing(Effect.DISMISSED, ruled);
        }
        Review given = of(doubt, since, confirmable);
        return given == null
                ? Standing.OPEN
                : new Standing(
                        given.outcome() == Review.Outcome.DISMISS ? Effect.DISMISSED : Effect.EXCLUDES,
                        given.confirmation());
    }

    /**
     * How a doubt stands.
     *
     * @param effect {@link Effect#UNDECIDED} while it is open
     * @param by who settled it; absent while it is open
     */
    record Standing(Effect effect, @Nullable Confirmation by) {
        static final Standing OPEN = new Standing(Effect.UNDECIDED, null);
    }
}
