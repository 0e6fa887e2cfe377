package dev.aftersales.claims.policies;

import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the terms: whoever is judged by them, or judges by them, may read them. */
@RestController
@RequestMapping("/api/v1/policies")
class PoliciesController {

    private final Policies policies;

    PoliciesController(Policies policies) {
        this.policies = policies;
    }

    /** A vendor's versions, newest first. They are few: each is a file that came with the service. */
    @GetMapping
    @Allowed({
        Role.CUSTOMER,
        Role.ACCOUNT_MANAGER,
        Role.AGENT,
        Role.TECHNICIAN,
        Role.INSPECTOR,
        Role.WAREHOUSE,
        Role.FINANCE,
        Role.POLICY_ADMIN,
        Role.VENDOR_OPS,
        Role.PLATFORM_OPS
    })
    Page<PolicyView> list(Caller caller, @RequestParam @Nullable String vendor) {
        String tenant = caller.vendorOr(vendor);
        Optional<CompiledPolicy> current = policies.current(tenant);
        return new Page<>(
                policies.versions(tenant).stream()
                        .map(policy -> PolicyView.of(
                                policy, current.filter(policy::equals).isPresent()))
                        .toList(),
                null);
    }

    /** All that a version says, with the texts of its clauses and readings. */
    @GetMapping("/{version}")
    @Allowed({
        Role.CUSTOMER,
        Role.ACCOUNT_MANAGER,
        Role.AGENT,
        Role.TECHNICIAN,
        Role.INSPECTOR,
        Role.WAREHOUSE,
        Role.FINANCE,
        Role.POLICY_ADMIN,
        Role.VENDOR_OPS,
        Role.PLATFORM_OPS
    })
    PolicyRules get(Caller caller, @PathVariable String version) {
        return policies.version(version)
                .filter(policy -> caller.servesVendor(policy.vendor()))
                .map(CompiledPolicy::rules)
                .orElseThrow(() -> Problem.notFound("policy version", version).exception());
    }
}
