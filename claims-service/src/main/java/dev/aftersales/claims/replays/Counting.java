package dev.aftersales.claims.replays;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tally in the making. What it holds grows with the clauses of the two versions, never with the claims. */
final class Counting {

    private long claims;
    private long unjudgeable;
    private long lines;
    private long movedOn;
    private long flips;
    private final Map<Standing, Map<Standing, Long>> turns = new EnumMap<>(Standing.class);
    private final Map<String, Tally.OfClause> clauses = new TreeMap<>();
    private CostDifference cost;

    Counting(Tally soFar) {
        claims = soFar.claims();
        unjudgeable = soFar.unjudgeable();
        lines = soFar.lines();
        movedOn = soFar.movedOn();
        flips = soFar.flips();
        soFar.turns().forEach(turn -> add(turn.from(), turn.to(), turn.flips()));
        soFar.clauses().forEach(clause -> clauses.put(clause.clause(), clause));
        cost = soFar.cost();
    }

    void claim() {
        claims++;
    }

    /** One of the claims came to no verdict. */
    void unjudgeable() {
        unjudgeable++;
    }

    /** @param since whether the line's own version came to something else when it judged it last */
    void line(boolean since) {
        lines++;
        if (since) {
            movedOn++;
        }
    }

    void flip(Flip flip) {
        flips++;
        CostDifference difference = flip.cost();
        add(flip.from(), flip.to(), 1);
        for (Comparison.Shift shift : flip.shifts()) {
            clauses.merge(
                    shift.clause(),
                    new Tally.OfClause(shift.clause(), 1, difference),
                    (sum, one) -> new Tally.OfClause(
                            sum.clause(), sum.flips() + 1, sum.cost().plus(one.cost())));
        }
        cost = cost.plus(difference);
    }

    Tally tally() {
        List<Tally.Turn> all = new ArrayList<>();
        turns.forEach((from, byTo) -> byTo.forEach((to, count) -> all.add(new Tally.Turn(from, to, count))));
        return new Tally(claims, unjudgeable, lines, movedOn, flips, all, List.copyOf(clauses.values()), cost);
    }

    private void add(Standing from, Standing to, long count) {
        turns.computeIfAbsent(from, standing -> new EnumMap<>(Standing.class)).merge(to, count, Long::sum);
    }
}
