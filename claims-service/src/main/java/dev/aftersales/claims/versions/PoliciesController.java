package dev.aftersales.claims.versions;

import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import java.util.ArrayList;
import java.util.List;
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

    private final StoredPolicies policies;
    private final Versions versions;
    private final Announcement announcement;

    PoliciesController(StoredPolicies policies, Versions versions, Announcement announcement) {
        this.policies = policies;
        this.versions = versions;
        this.announcement = announcement;
    }

    /**
     * A vendor's versions that were set to take effect, newest first. They are few: each was told to all customers. Those
     * who make versions see first what they have in hand.
     */
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
        List<PolicyView> shown = new ArrayList<>();
        if (makesVersions(caller)) {
            shown.addAll(versions.proposed(tenant));
        }
        policies.versions(tenant).stream()
                .map(policy ->
                        PolicyView.of(policy, current.filter(policy::equals).isPresent()))
                .forEach(shown::add);
        return new Page<>(shown, null);
    }

    /**
     * All that a version says, with the texts of its clauses and readings. Whoever is told of a version may read it; a draft
     * is for those who make it, and so is what was given up.
     */
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
        return visible(caller, version).rules();
    }

    /**
     * In what a version differs from another of the vendor's, in words.
     *
     * @param from the other; left out: the one that is in force
     */
    @GetMapping("/{version}/diff")
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
    DiffView diff(Caller caller, @PathVariable String version, @RequestParam @Nullable String from) {
        CompiledPolicy after = visible(caller, version);
        String former = from == null
                ? policies.current(after.vendor()).map(CompiledPolicy::version).orElse(version)
                : from;
        CompiledPolicy before = visible(caller, former);
        if (!before.vendor().equals(after.vendor())) {
            throw Problem.notFound("policy version", former).exception();
        }
        return new DiffView(
                former, version, announcement.between(former, version).orElseThrow(() -> Problem.notFound(
                                "policy version", version)
                        .exception()));
    }

    private CompiledPolicy visible(Caller caller, String version) {
        return policies.written(version)
                .filter(policy -> caller.servesVendor(policy.vendor()))
                .filter(policy -> makesVersions(caller)
                        || isPublished(policy)
                        || versions.isNoticed(policy.vendor(), policy.version()))
                .orElseThrow(() -> Problem.notFound("policy version", version).exception());
    }

    private static boolean makesVersions(Caller caller) {
        return caller.isAnyOf(Role.POLICY_ADMIN, Role.VENDOR_OPS);
    }

    private boolean isPublished(CompiledPolicy policy) {
        return policies.versions(policy.vendor()).stream()
                .anyMatch(published -> published.version().equals(policy.version()));
    }
}
