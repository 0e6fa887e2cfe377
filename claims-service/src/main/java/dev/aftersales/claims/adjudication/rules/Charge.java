package dev.aftersales.claims.adjudication.rules;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for what; for each item the first rule that applies counts.
 *
 * @param when in which case
 * @param through only so long after the term's end, the last day included
 * @param beyond only from the day after so long after the term's end
 * @param doubt for which products a person decides instead
 * @param groundOfQuote whether a quote for what it lays on the customer rests on it, and on the reading under which it does
 */
public record Charge(
        String clause,
        @Nullable String reading,
        List<ChargeItem> items,
        Payer payer,
        When when,
        @Nullable Period through,
        @Nullable Period beyond,
        @Nullable Doubt doubt,
        boolean groundOfQuote) {
    public Charge {
        items = List.copyOf(items);
    }

    /** The cases. */
    public enum When {
        /** The line is covered. */
        COVERED,
        /** The term is over. */
        AFTER_TERM,
        /** Not covered, inside the term. */
        EXCLUDED,
        /** Not covered, inside or after the term. */
        NOT_COVERED,
        ALWAYS
    }

    /**
     * Products of which the clause may be read in another way.
     *
     * @param termFrom those whose term is at least so long
     * @param reading in which it does not reach them before its time
     * @param otherwise the other reading, in which it does; a person who confirms the doubt takes it
     */
    public record Doubt(Period termFrom, String reading, String otherwise) {}
}
