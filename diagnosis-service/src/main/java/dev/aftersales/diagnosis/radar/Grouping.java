package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How units are put into groups. It makes a topology: another grouping is another topology, which reads everything anew.
 *
 * @param byVendor the rules of each vendor
 */
record Grouping(Map<String, List<Rule>> byVendor) {

    Grouping {
        byVendor = Map.copyOf(byVendor);
    }

    /** A rule by its name in the policy. */
    record Rule(String name, Set<Trait> groupedBy) {
        Rule {
            groupedBy = Set.copyOf(groupedBy);
        }
    }

    List<Rule> of(String vendor) {
        return byVendor.getOrDefault(vendor, List.of());
    }
}
