package dev.aftersales.claims.adjudication.rules;

import java.util.Set;

/** What explanations say; the vocabulary words each in both languages. */
public enum Phrase {
    /** The term is over. */
    EXPIRED("document", "date"),
    /** A fault inside the term was claimed after it. */
    LATE("date"),
    /** The same, where a person has decided. */
    IN_TIME("date"),
    /** No term is known for the product. */
    NO_LENGTH(),
    /** This kind of item is not covered. */
    ITEM_CLASS("covered"),
    /** A condition of cover is not met. */
    GATE("value", "covered"),
    /** Nobody knows whether a condition of cover is met. */
    GATE_UNKNOWN("value"),
    /** A confirmed cause excludes, where the policy names the causes that it covers. */
    EXCLUDED("value", "covered"),
    /** The same, of something that was found beside the cause. */
    FOUND("value", "covered"),
    /** A confirmed cause or fact excludes. */
    ESTABLISHED("fact", "value"),
    /** Numbers on a paper are not those of the unit. */
    AGREEING("covered"),
    /** A cause or fact would exclude if a person confirmed it. */
    SUSPECTED("fact", "value"),
    /** Nobody established whether the exclusion's further condition is met. */
    UNDECIDED("fact", "value"),
    /** The policy neither covers nor excludes this cause. */
    UNKNOWN_CAUSE("value", "covered"),
    /** The exclusion that names this cause is lifted, and the policy does not cover it for that. */
    EXCEPTED("value", "covered"),
    /** Something is missing. */
    MISSING("value"),
    /** Something that the policy must have is not to be had. */
    UNAVAILABLE("value"),
    /** The same, where more than that lacks. */
    UNAVAILABLE_AMONG("value", "covered"),
    /** The policy does not serve a line this way, or not without a reason that is not there. */
    ROUTE("value"),
    /** The contract favours the customer more than what goes before it. */
    CONFLICT(),
    /** Who pays is open. */
    CHARGE(),
    /** A paper that a term starts from, and how long it lasts. */
    RUN("document", "number", "date", "last"),
    /** A paper and its date. */
    PAPER("document", "number", "date"),
    /** A paper of the same kind is earlier. */
    SEVERAL("document", "number", "date", "first"),
    /** A paper that the claim brought beside the vendor's own record of one. */
    RECORDED("document", "number", "date", "first"),
    /** A paper that is dated after the claim. */
    AHEAD("document", "number", "date"),
    /** A paper that an upheld dispute puts in the place of the vendor's own record. */
    UPHELD("document", "number", "date", "first"),
    /** A paper says something else of the unit than its record. */
    MISMATCH("value", "printed", "own"),
    /** An agreement, and the last day on which it holds. */
    AGREEMENT_UNTIL("agreement", "number", "last"),
    /** An agreement without an end. */
    AGREEMENT("agreement", "number"),
    /** A number of months. */
    MONTHS("count"),
    /** A number of days. */
    DAYS("count"),
    /** No exclusion stands. */
    NO_EXCLUSION(),
    /** Suspicions were dismissed. */
    DISMISSED("value"),
    /** Disputes of grounds against the line were upheld. */
    DISPUTE_UPHELD("value"),
    /** What would have changed the outcome, had it not been for the grounds under other clauses. */
    TOGETHER("one", "others"),
    /** The same, of other grounds under the clause itself. */
    TOGETHER_WITH("one", "facts"),
    /** The customer says that something is not to be had. */
    NOT_TO_BE_HAD("value"),
    /** The vendor's own record lacks something that a paper has to be compared with. */
    UNRECORDED("value"),
    /** The version of a text that was agreed to. */
    AGREED("value"),
    /** The state of something, as the customer says. */
    STATED("value"),
    /** A service is there only with an agreement of this kind, or with a running one. */
    WITH_AGREEMENT("agreement"),
    /** A service was there while the term ran. */
    IN_TERM_UNTIL("date"),
    /** A service is there only once this day has come. */
    NOT_BEFORE("date"),
    /** A service with regular dates ends before the first of them. */
    TOO_SHORT("last", "date"),
    /** A service with regular dates has none left. */
    NONE_LEFT("last"),
    /** Nobody can say whether the term runs while this paper is missing. */
    TERM_UNKNOWN("item"),
    /** A service is there only where this fact has one of these values. */
    WHERE("fact", "values"),
    /** The same, but a term of the sales contract may grant it elsewhere. */
    WHERE_OR_CONTRACT("fact", "values"),
    /** A service is there only where a term of the sales contract grants it. */
    BY_CONTRACT(),
    /** A service was free until then, and is sold since. */
    PAID_SINCE("date"),
    /** Either of two ways to a service. */
    EITHER("one", "other"),
    /** Two conditions of a service. */
    BOTH("one", "other");

    private final Set<String> places;

    Phrase(String... places) {
        this.places = Set.of(places);
    }

    /** What its text may refer to, in braces. */
    public Set<String> places() {
        return places;
    }
}
