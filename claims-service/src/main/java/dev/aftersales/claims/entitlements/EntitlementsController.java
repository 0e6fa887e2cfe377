package dev.aftersales.claims.entitlements;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.agreements.Agreements;
import dev.aftersales.claims.contracts.SalesContract;
import dev.aftersales.claims.policies.Policies;
import dev.aftersales.claims.regions.Regions;
import dev.aftersales.claims.units.SoldUnit;
import dev.aftersales.claims.units.Units;
import dev.aftersales.contracts.PrintedCode;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/units")
class EntitlementsController {

    private final Units units;
    private final Agreements agreements;
    private final Policies policies;
    private final Clock clock;

    EntitlementsController(Units units, Agreements agreements, Policies policies, Clock clock) {
        this.units = units;
        this.agreements = agreements;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * What the unit's owner may ask for today.
     *
     * @param site where it would be served, by the code of the region: a country, or an administrative code in it
     * @throws dev.aftersales.chassis.problems.ProblemException 400 {@code site-unknown} when that is no code of a region
     */
    @GetMapping("/{serial}/entitlements")
    @Allowed({
        Role.CUSTOMER,
        Role.ACCOUNT_MANAGER,
        Role.AGENT,
        Role.TECHNICIAN,
        Role.INSPECTOR,
        Role.WAREHOUSE,
        Role.VENDOR_OPS
    })
    EntitlementsView get(
            Caller caller,
            @PathVariable String serial,
            @RequestParam @Nullable String vendor,
            @RequestParam @Nullable String site) {
        SoldUnit sold = units.visibleTo(caller, vendor, PrintedCode.of(serial));
        SalesContract contract = sold.contract();
        CompiledPolicy policy = policyOf(contract);
        if (site != null && !Regions.isOne(site)) {
            throw siteUnknown(site, policy, contract);
        }
        Owned owned = new Owned(
                sold.unit(),
                contract.terms(),
                agreements.ofUnit(
                        contract.vendor(), contract.number(), sold.unit().serial()),
                site);
        return EntitlementsView.of(policy, owned, clock.instant());
    }

    /** A region that nothing depends on is none that is unknown: there the answer is that the service is not to be had. */
    private static RuntimeException siteUnknown(String site, CompiledPolicy policy, SalesContract contract) {
        Set<String> known = new TreeSet<>(contract.terms().onSite());
        policy.rules().entitlements().stream()
                .flatMap(rule -> rule.when().stream())
                .filter(condition -> condition.fact().equals("site"))
                .forEach(condition -> known.addAll(condition.in()));
        return Problem.status(400)
                .type("site-unknown")
                .title("There is no such region")
                .detail("'" + site + "' is no code of a region. Give a country of ISO 3166 and, where it matters, the"
                        + " administrative code in it, for example CN-440307. "
                        + (known.isEmpty()
                                ? "Here no service depends on it: you may leave it out."
                                : "Here services depend on: " + String.join(", ", known) + "."))
                .with("field", "site")
                .with("known", known)
                .exception();
    }

    /** The version that the contract is bound to. */
    private CompiledPolicy policyOf(SalesContract contract) {
        return contract.policy(policies).orElseThrow(() -> Problem.status(409)
                .type("no-policy")
                .title("The vendor has no policy in force")
                .detail("Without one nobody can say what the owner may ask for. Ask the vendor.")
                .exception());
    }
}
