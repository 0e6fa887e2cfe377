package dev.aftersales.claims.adjudication.rules;

import java.util.Set;

/** The counterfactuals that explanations use; a pack words each in both languages. */
public enum Phrase {
    /** The term is over. */
    EXPIRED("document", "date"),
    /** This kind of item is not covered. */
    ITEM_CLASS("covered"),
    /** A confirmed cause or observation excludes. */
    EXCLUDED("value", "covered"),
    /** A cause or observation would exclude if a person confirmed it. */
    SUSPECTED("value"),
    /** Nobody established whether the exclusion's further condition is met. */
    UNDECIDED("value"),
    /** The policy neither covers nor excludes this cause. */
    UNKNOWN_CAUSE("value", "covered"),
    /** Something is missing. */
    MISSING("item"),
    /** The policy does not serve a line this way, or not without a reason that is not there. */
    ROUTE("value");

    private final Set<String> places;

    Phrase(String... places) {
        this.places = Set.of(places);
    }

    /** What its text may refer to, in braces. */
    public Set<String> places() {
        return places;
    }
}
