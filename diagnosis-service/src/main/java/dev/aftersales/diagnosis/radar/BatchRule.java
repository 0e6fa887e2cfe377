package dev.aftersales.diagnosis.radar;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a policy version calls a batch issue (A4.7, A?8).
 *
 * @param rule its name in the policy; it stays the same from version to version
 * @param clause that promises something for a batch
 * @param reading the settlement of what the clause leaves open
 * @param units so many make a batch
 * @param window in which they are claimed: both its first and its last millisecond count
 */
record BatchRule(
        String rule, String clause, @Nullable String reading, int units, Duration window, Set<Trait> groupedBy) {

    BatchRule {
        if (units < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a batch is of units in some time");
        }
        groupedBy = Set.copyOf(groupedBy);
    }
}
