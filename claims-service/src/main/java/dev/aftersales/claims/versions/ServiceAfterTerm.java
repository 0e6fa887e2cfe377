package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.rules.EntitlementRule;
import dev.aftersales.claims.adjudication.rules.EntitlementRule.While;
import dev.aftersales.claims.adjudication.rules.Periods;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is granted inside the term with what is granted to those who pay for service after it (E6.2). The price is
 * left aside: the fee has a cap of its own. Service times make no difference: a pack's clocks know no end of the term.
 */
final class ServiceAfterTerm {

    private static final Set<While> AFTER = Set.of(While.PAID_YEAR, While.LIFETIME, While.ALWAYS);

    private ServiceAfterTerm() {}

    /** The services that are lower afterwards, each once. */
    static List<String> lowerThanInside(List<EntitlementRule> rules) {
        return rules.stream()
                .filter(inside -> inside.granted().contains(While.IN_TERM))
                .filter(inside -> rules.stream().noneMatch(after -> isAsGood(after, inside)))
                .map(EntitlementRule::service)
                .distinct()
                .toList();
    }

    private static boolean isAsGood(EntitlementRule after, EntitlementRule inside) {
        return after.service().equals(inside.service())
                && after.granted().stream().anyMatch(AFTER::contains)
                && holds(after.channels(), inside.channels())
                && holds(after.topics(), inside.topics())
                && holds(after.documents(), inside.documents())
                && isAsOften(after, inside)
                && hasTheHours(after, inside)
                && new HashSet<>(inside.when()).containsAll(after.when());
    }

    private static boolean holds(List<String> after, List<String> inside) {
        return new HashSet<>(after).containsAll(inside);
    }

    private static boolean isAsOften(EntitlementRule after, EntitlementRule inside) {
        return isNoRarer(after.every(), inside.every()) && isNoRarer(after.firstAfter(), inside.firstAfter());
    }

    private static boolean isNoRarer(@Nullable Period after, @Nullable Period inside) {
        return after == null || (inside != null && !Periods.isShorter(inside, after));
    }

    private static boolean hasTheHours(EntitlementRule after, EntitlementRule inside) {
        boolean days = after.days().isEmpty()
                || after.days().contains("ALL")
                || (!inside.days().isEmpty() && holds(after.days(), inside.days()));
        boolean from =
                after.from() == null || (inside.from() != null && !after.from().isAfter(inside.from()));
        boolean to = after.to() == null || (inside.to() != null && !after.to().isBefore(inside.to()));
        return days && from && to;
    }
}
