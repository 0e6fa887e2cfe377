package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How units are put into groups. It makes a topology: another grouping is another topology, which reads everything anew.
 *
 * @param byVendor the rules of each vendor, each once
 */
record Grouping(Map<String, List<Rule>> byVendor) {

    /** Goes up when the same claims are counted otherwise than before, or kept otherwise, so that they are read anew. */
    private static final int FORM = 6;

    private static final int NAME_LENGTH = 12;

    Grouping {
        byVendor = Map.copyOf(byVendor);
    }

    /** A rule by its name in the policy. */
    record Rule(String name, Set<Trait> groupedBy) {
        Rule {
            groupedBy = Set.copyOf(groupedBy);
        }

        /**
         * Whether units count of which nobody knows the lot. Under a rule that asks for no fault they would have nothing in
         * common but the model.
         */
        boolean takes(@Nullable String lot) {
            return lot != null || !groupedBy.contains(Trait.LOT) || groupedBy.contains(Trait.FAULT_FAMILY);
        }

        private String words() {
            return name + new TreeSet<>(groupedBy);
        }
    }

    /**
     * All ways in which these policy versions group, whenever they are in force: a late claim is judged by the version of
     * its own time, and which version is in force depends on the moment, while all instances must come to the same.
     */
    static Grouping of(Collection<PublishedPolicy> versions) {
        Map<String, List<Rule>> byVendor = new TreeMap<>();
        for (PublishedPolicy version : versions) {
            List<BatchRule> rules = version.batchRules();
            if (version.effectiveFrom() == null || rules == null || rules.isEmpty()) {
                continue;
            }
            byVendor.merge(
                    version.vendor(),
                    rules.stream()
                            .map(rule -> new Rule(rule.rule(), Set.copyOf(rule.groupedBy())))
                            .toList(),
                    Grouping::union);
        }
        byVendor.replaceAll((vendor, rules) -> union(rules, List.of()));
        return new Grouping(byVendor);
    }

    private static List<Rule> union(List<Rule> some, List<Rule> others) {
        Set<Rule> all = new TreeSet<>(Comparator.comparing(Rule::words));
        all.addAll(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    List<Rule> of(String vendor) {
        return byVendor.getOrDefault(vendor, List.of());
    }

    boolean isEmpty() {
        return byVendor.isEmpty();
    }

    /** Short, and the same in every instance that knows the same policies. */
    String name() {
        StringBuilder words = new StringBuilder().append(FORM);
        new TreeMap<>(byVendor).forEach((vendor, rules) -> {
            words.append('\n').append(vendor);
            rules.stream().map(Rule::words).sorted().forEach(rule -> words.append('\t')
                    .append(rule));
        });
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(words.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
