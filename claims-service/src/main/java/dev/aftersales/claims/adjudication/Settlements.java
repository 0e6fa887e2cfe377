package dev.aftersales.claims.adjudication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people decided of a line: the last review, and the disputes that were upheld. Neither settles what came later. */
record Settlements(@Nullable Review review, List<Ruling> rulings) {

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

    /** The review, if it was given when a doubt of that time was there. */
    @Nullable
    Review of(Instant since) {
        return review == null || !review.settles(since) ? null : review;
    }

    /** How a doubt under a clause stands. */
    Standing standing(String clause, Instant since) {
        Confirmation ruled = ruledOut(clause, since);
        if (ruled != null) {
            return new Standing(Effect.DISMISSED, ruled);
        }
        Review given = of(since);
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
