package dev.aftersales.claims.evaluations;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.policies.Policies;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The policies that a path names: one version, or those of all vendors. */
@Component
class NamedPolicies {

    /** In place of a version: the ones in force of every vendor. */
    static final String ALL = "all";

    /** As people call them; a vendor may be any. */
    private static final Comparator<CompiledPolicy> BY_POLICY = Comparator.comparing(
                    (CompiledPolicy policy) -> policy.rules().policy())
            .thenComparing(CompiledPolicy::vendor);

    private final Policies policies;

    NamedPolicies(Policies policies) {
        this.policies = policies;
    }

    /**
     * Terms that are published are everybody's to read, a draft is its vendor's.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 404 when the caller knows no such version
     */
    List<CompiledPolicy> named(Caller caller, String version) {
        if (version.equals(ALL)) {
            return policies.vendors().stream()
                    .map(policies::current)
                    .flatMap(Optional::stream)
                    .sorted(BY_POLICY)
                    .toList();
        }
        return List.of(policies.proposed(version)
                .filter(policy -> caller.servesVendor(policy.vendor())
                        || policies.versions(policy.vendor()).contains(policy))
                .orElseThrow(() -> Problem.notFound("policy version", version).exception()));
    }
}
