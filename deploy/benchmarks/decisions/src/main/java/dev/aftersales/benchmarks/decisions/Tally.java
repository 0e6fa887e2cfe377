package dev.aftersales.benchmarks.decisions;

import java.util.ArrayList;
import java.util.List;

/** Makes an answer of the rules of a table that matched. */
final class Tally {

    private final List<Ground> grounds;
    private Weight strongest = Weight.SUPPORTS;

    /** A tally of so many rules. */
    Tally(int rules) {
        grounds = new ArrayList<>(rules);
    }

    void add(String clause, String weight) {
        Weight found = Weight.valueOf(weight);
        grounds.add(new Ground(clause, found.effect()));
        if (found.compareTo(strongest) < 0) {
            strongest = found;
        }
    }

    Answer answer(boolean diagnosed) {
        return new Answer(strongest.verdict(diagnosed), grounds);
    }
}
