package dev.aftersales.claims.replays;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.Citation;
import dev.aftersales.claims.adjudication.Effect;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds two judgements of one line against each other. Both were made from the same facts, so that whatever differs is
 * the versions' doing: the verdict that the claim was given is not taken, because facts may have come in since.
 *
 * <p>They differ when the line stands elsewhere, or when somebody else pays for an item. What they cite is looked at only
 * then: another wording, or one clause more for the same verdict, is no difference.
 */
final class Comparison {

    private Comparison() {}

    /** A clause that one of them cites, and the other does not or to another effect. */
    record Shift(String clause, List<Effect> before, List<Effect> after) {
        Shift {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** An item of service for which both say who pays, and not the same. */
    record Moved(ChargeItem item, Payer before, Payer after) {}

    /** How they differ; {@code moved} is empty where one of them leaves open who pays. */
    record Difference(Standing before, Standing after, List<Shift> shifts, List<Moved> moved) {
        Difference {
            shifts = List.copyOf(shifts);
            moved = List.copyOf(moved);
        }
    }

    /** How the judgements differ; empty when they come to the same. */
    static Optional<Difference> of(LineOutcome before, LineOutcome after) {
        Standing from = Standing.of(before);
        Standing to = Standing.of(after);
        List<Moved> moved = moved(before, after);
        return from == to && moved.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(from, to, shifts(before, after), moved));
    }

    private static List<Moved> moved(LineOutcome before, LineOutcome after) {
        List<Moved> moved = new ArrayList<>(0);
        for (ChargeSplit split : before.charges()) {
            add(moved, split.item(), split.payer(), payer(after, split.item()));
        }
        for (ChargeSplit split : after.charges()) {
            if (payer(before.charges(), split.item()) == null) {
                add(moved, split.item(), payer(before, split.item()), split.payer());
            }
        }
        return moved;
    }

    private static void add(List<Moved> moved, ChargeItem item, @Nullable Payer before, @Nullable Payer after) {
        if (before != null && after != null && before != after) {
            moved.add(new Moved(item, before, after));
        }
    }

    /**
     * What is redirected the customer claims of the carrier, the insurer or the manufacturer: the vendor does not bear it.
     * What a policy says nothing of stands on no quote either: nobody's.
     */
    private static @Nullable Payer payer(LineOutcome outcome, ChargeItem item) {
        return outcome instanceof LineOutcome.Redirected ? Payer.CUSTOMER : payer(outcome.charges(), item);
    }

    private static @Nullable Payer payer(List<ChargeSplit> splits, ChargeItem item) {
        for (ChargeSplit split : splits) {
            if (split.item() == item) {
                return split.payer();
            }
        }
        return null;
    }

    private static List<Shift> shifts(LineOutcome before, LineOutcome after) {
        Map<String, Set<Effect>> said = effects(before);
        Map<String, Set<Effect>> says = effects(after);
        Set<String> clauses = new TreeSet<>(said.keySet());
        clauses.addAll(says.keySet());
        List<Shift> shifts = new ArrayList<>();
        for (String clause : clauses) {
            Set<Effect> then = said.getOrDefault(clause, Set.of());
            Set<Effect> now = says.getOrDefault(clause, Set.of());
            if (!then.equals(now)) {
                shifts.add(new Shift(clause, List.copyOf(then), List.copyOf(now)));
            }
        }
        return shifts;
    }

    private static Map<String, Set<Effect>> effects(LineOutcome outcome) {
        Map<String, Set<Effect>> effects = new TreeMap<>();
        for (Citation citation : outcome.explanation().citations()) {
            effects.computeIfAbsent(citation.clause(), clause -> EnumSet.noneOf(Effect.class))
                    .add(citation.effect());
        }
        return effects;
    }
}
