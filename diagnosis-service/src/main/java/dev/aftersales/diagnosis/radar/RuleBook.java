package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The batch rules of all vendors' policy versions, each from the instant at which its version takes effect. */
final class RuleBook {

    static final RuleBook EMPTY = new RuleBook(Map.of());

    private final Map<String, List<PolicyRules>> byVendor;

    private RuleBook(Map<String, List<PolicyRules>> byVendor) {
        this.byVendor = byVendor;
    }

    static RuleBook of(Collection<PolicyRules> versions) {
        Map<String, List<PolicyRules>> byVendor = new HashMap<>();
        versions.forEach(version -> byVendor.merge(
                version.vendor(), List.of(version), (some, more) -> Stream.concat(some.stream(), more.stream())
                        .sorted(Comparator.comparing(PolicyRules::effectiveFrom))
                        .toList()));
        return new RuleBook(byVendor);
    }

    Set<String> vendors() {
        return byVendor.keySet();
    }

    /** The version that is in force at that instant; absent before the vendor's first. */
    Optional<PolicyRules> inForce(String vendor, Instant at) {
        PolicyRules found = null;
        for (PolicyRules version : byVendor.getOrDefault(vendor, List.of())) {
            if (!version.effectiveFrom().isAfter(at)) {
                found = version;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The versions that have taken effect by then, whether another has taken their place or not. */
    List<PolicyRules> takenEffect(String vendor, Instant by) {
        return byVendor.getOrDefault(vendor, List.of()).stream()
                .filter(version -> !version.effectiveFrom().isAfter(by))
                .toList();
    }

    /** When the next version takes effect; the end of time where none is known. */
    Instant nextChange(Instant now) {
        return byVendor.values().stream()
                .flatMap(List::stream)
                .map(PolicyRules::effectiveFrom)
                .filter(from -> from.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** The rule of that group, as time goes by. */
    OfGroup of(Group group) {
        return new OfGroup(group);
    }

    /** The rule that counts a group's units. */
    final class OfGroup {

        private final Group group;

        private OfGroup(Group group) {
            this.group = group;
        }

        /** As it is at that instant; empty where the policy in force has none, or groups in another way. */
        Optional<InForce> at(Instant instant) {
            return inForce(group.vendor(), instant).flatMap(this::ruleOf);
        }

        /** The last that it had by then, in force or not; empty where it never had one. */
        Optional<InForce> lastBy(Instant instant) {
            return takenEffect(group.vendor(), instant).reversed().stream()
                    .map(this::ruleOf)
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        /** When it changes in that span, its ends included. */
        List<Instant> changes(Instant first, Instant last) {
            return byVendor.getOrDefault(group.vendor(), List.of()).stream()
                    .map(PolicyRules::effectiveFrom)
                    .filter(from -> !from.isBefore(first) && !from.isAfter(last))
                    .toList();
        }

        /** Whether it has one at any time of that span, its ends included. */
        boolean hasAnyWithin(Instant first, Instant last) {
            return Stream.concat(Stream.of(first), changes(first, last).stream())
                    .anyMatch(moment -> at(moment).isPresent());
        }

        /** No fewer units are a batch, at any time. */
        int least() {
            return byVendor.getOrDefault(group.vendor(), List.of()).stream()
                    .flatMap(version -> ruleOf(version).stream())
                    .mapToInt(inForce -> inForce.rule().units())
                    .min()
                    .orElse(Integer.MAX_VALUE);
        }

        private Optional<InForce> ruleOf(PolicyRules version) {
            return version.rules().stream()
                    .filter(rule -> rule.rule().equals(group.rule()))
                    .filter(rule ->
                            Set.copyOf(rule.groupedBy()).equals(group.traits().keySet()))
                    .map(rule -> new InForce(version.policyVersion(), rule))
                    .findFirst();
        }
    }

    /** A rule of the policy version that is in force. */
    record InForce(String policyVersion, BatchRule rule) {}
}
