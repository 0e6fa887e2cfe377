package dev.aftersales.claims.replays;

import java.util.List;

/**
 * What a replay has found so far.
 *
 * @param claims that were gone over
 * @param unjudgeable those of them that one of the versions came to no verdict on; none of their lines is counted
 * @param lines that were judged, under both versions
 * @param movedOn lines that their own version judges otherwise today than it did: facts came in since. They are compared
 *     like all others, both judgements being of today's facts
 * @param flips lines on which the versions differ
 * @param turns the flips by where they came from and went to, in the order of the standings
 * @param clauses the flips by clause; a line counts with each clause that says something else of it
 * @param cost of all flips
 */
record Tally(
        long claims,
        long unjudgeable,
        long lines,
        long movedOn,
        long flips,
        List<Turn> turns,
        List<OfClause> clauses,
        CostDifference cost) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, List.of(), List.of(), CostDifference.NONE);

    Tally {
        turns = List.copyOf(turns);
        clauses = List.copyOf(clauses);
    }

    /** How many lines went from one standing to another; to the same where only the payer of an item changed. */
    record Turn(Standing from, Standing to, long flips) {}

    /** The flips of the lines of which that clause says something else. */
    record OfClause(String clause, long flips, CostDifference cost) {}
}
