package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Governance;
import dev.aftersales.claims.adjudication.rules.Periods;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.Statutory;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The shortest warranty period that anything beside the law may grant.
 *
 * @param clause that asks for it, for example {@code B1.1}
 * @param reading that gives its length, or under which it stands
 */
public record TermFloor(
        Period length, String clause, @Nullable String reading) {

    /**
     * The floor that the policy names. It binds as soon as a guard of the policy holds it up, also while the law's further
     * rules are switched off: what no version of the policy may fall below, no contract may.
     */
    static @Nullable TermFloor of(PolicyRules rules) {
        Statutory statutory = rules.statutory();
        Statutory.Floor floor = statutory == null ? null : statutory.floor();
        boolean guarded = rules.governance().guards().stream()
                .anyMatch(guard -> guard.guard() == Governance.Kind.NOT_BELOW_FLOOR);
        if (statutory == null || floor == null || !(guarded || statutory.enabled())) {
            return null;
        }
        String reading = floor.term().reading();
        return new TermFloor(floor.term().value(), statutory.clause(), reading == null ? statutory.reading() : reading);
    }

    /** Whether the period ends before the floor does, from any day on which both may begin. */
    public boolean isAbove(Period period) {
        return Periods.isShorter(period, length);
    }
}
