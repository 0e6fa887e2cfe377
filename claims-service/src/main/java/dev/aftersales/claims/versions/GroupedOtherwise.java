package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.rules.BatchRule;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules of batches that put alike units into other groups than the version before: a threshold changes in place, while other
 * groups are counted anew from what was claimed.
 */
final class GroupedOtherwise {

    private GroupedOtherwise() {}

    /** What is to be known before the version is published. */
    static List<Warning> warnings(PolicyRules before, PolicyRules draft) {
        return draft.batches().stream()
                .filter(rule -> before.batches().stream().noneMatch(former -> groupsAlike(former, rule)))
                .map(rule -> new Warning("batches-grouped-otherwise", detail(rule, before)))
                .toList();
    }

    private static boolean groupsAlike(BatchRule one, BatchRule other) {
        return one.rule().equals(other.rule()) && traits(one).equals(traits(other));
    }

    private static String detail(BatchRule rule, PolicyRules before) {
        String former = before.batches().stream()
                .filter(one -> one.rule().equals(rule.rule()))
                .map(one -> words(one) + " in " + before.version())
                .findFirst()
                .orElse("there is no such rule in " + before.version());
        return "batches." + rule.rule() + ".groupedBy is " + words(rule) + ", and " + former
                + ". As soon as this version is published, the radar reads anew what was claimed, and counts by these"
                + " groups from when the version takes effect. Batch issues that are open by then stay in the groups of "
                + before.version() + ", and their units may come to be in another issue of these groups as well.";
    }

    private static Set<Trait> traits(BatchRule rule) {
        return EnumSet.copyOf(rule.groupedBy());
    }

    private static String words(BatchRule rule) {
        return traits(rule).stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
