package dev.aftersales.claims.contracts;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.TermFloor;
import dev.aftersales.claims.adjudication.rules.ContractRules;
import dev.aftersales.claims.adjudication.rules.Governance;
import dev.aftersales.claims.policies.Policies;
import dev.aftersales.claims.regions.Regions;
import jakarta.validation.Valid;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/contracts")
class ContractsController {

    private static final Logger log = LoggerFactory.getLogger(ContractsController.class);

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Contracts contracts;
    private final Policies policies;

    ContractsController(Contracts contracts, Policies policies) {
        this.contracts = contracts;
        this.policies = policies;
    }

    /** Staff see the vendor's contracts, a customer those of the own company; all others are not there. */
    @GetMapping("/{number}")
    @Allowed({Role.CUSTOMER, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN, Role.VENDOR_OPS})
    ContractView get(Caller caller, @PathVariable String number, @RequestParam @Nullable String vendor) {
        return contracts
                .find(caller.vendorOr(vendor), number)
                .filter(contract -> isVisible(contract, caller))
                .map(contract -> ContractView.of(contract, policies))
                .orElseThrow(() -> Problem.notFound("contract", number).exception());
    }

    private static boolean isVisible(SalesContract contract, Caller caller) {
        return caller.isAnyOf(Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN, Role.VENDOR_OPS)
                || contract.organisation().equals(caller.organisation());
    }

    @PutMapping("/{number}")
    @Allowed(Role.VENDOR_OPS)
    ResponseEntity<ContractView> put(
            Caller caller,
            @PathVariable String number,
            @RequestParam @Nullable String vendor,
            @RequestBody @Valid PutContract body) {
        String tenant = caller.vendorOr(vendor);
        if (!NUMBER.matcher(number).matches()) {
            throw Problem.status(422)
                    .type("bad-contract-number")
                    .title("That cannot be a contract number")
                    .detail("A number has up to 64 letters, digits, dots, dashes and underscores, and starts with a"
                            + " letter or digit.")
                    .exception();
        }
        List<Map<String, String>> contradictions = ContractContradictions.in(body);
        if (!contradictions.isEmpty()) {
            throw Problem.status(422)
                    .type("contradicts-itself")
                    .title("The contract contradicts itself")
                    .detail("Nothing was entered. Mend what errors names and send the contract again.")
                    .with("errors", contradictions)
                    .exception();
        }
        SignedTerms signed = body.toSignedTerms();
        refuseForeignPolicy(tenant, signed.policyVersion());
        refusePolicyStillToCome(tenant, signed.policyVersion());
        CompiledPolicy bound = bound(tenant, number, signed.policyVersion());
        refuseUnknownCauses(signed, bound);
        refuseUnknownAttributes(body, bound);
        refuseUnknownRegions(signed);
        refuseTermBelowTheFloor(signed, bound);
        refuseUnitsWithoutATerm(signed, bound);
        refuseUnitsOfOthers(tenant, number, signed.shipments());
        Contracts.Entering entered = contracts.enter(tenant, number, signed, caller.person());
        log.atInfo()
                .addKeyValue("vendor", tenant)
                .addKeyValue("contract", number)
                .addKeyValue("entries", entered.contract().entries().size())
                .log("contract entered");
        return ResponseEntity.status(entered.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ContractView.of(entered.contract(), policies));
    }

    private void refuseForeignPolicy(String vendor, @Nullable String version) {
        if (version != null
                && policies.version(version)
                        .filter(policy -> policy.vendor().equals(vendor))
                        .isEmpty()) {
            throw Problem.status(422)
                    .type("policy-version-unknown")
                    .title("The policy version is not known")
                    .detail("The vendor has no policy version " + version
                            + ". GET /api/v1/policies lists them; leave policyVersion out to bind the contract to the"
                            + " one in force when it is first entered.")
                    .with("field", "policyVersion")
                    .exception();
        }
    }

    /** The version that the contract is bound to once it is entered; absent where the vendor has none in force. */
    private @Nullable CompiledPolicy bound(String vendor, String number, @Nullable String named) {
        return (named == null
                        ? contracts
                                .find(vendor, number)
                                .map(before -> before.policy(policies))
                                .orElseGet(() -> policies.current(vendor))
                        : policies.version(named))
                .orElse(null);
    }

    /** An exclusion of a cause that nobody has a name for would never apply, and nobody would hear of it. */
    private static void refuseUnknownCauses(SignedTerms signed, @Nullable CompiledPolicy policy) {
        if (policy == null) {
            return;
        }
        List<String> named = signed.terms().excludedCauses();
        List<Map<String, String>> errors = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            if (!policy.causes().contains(named.get(i))) {
                errors.add(Map.of(
                        "field",
                        "terms.excludedCauses[" + i + "]",
                        "rule",
                        "known",
                        "detail",
                        named.get(i) + " is no cause. Name one of " + String.join(", ", policy.causes()) + "."));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.status(422)
                    .type("cause-unknown")
                    .title("The contract excludes a cause that there is not")
                    .detail("Nothing was entered. Mend what errors names and send the contract again.")
                    .with("errors", errors)
                    .exception();
        }
    }

    /**
     * An attribute under a name that the policy does not know would be passed over, and one with a value that it does not
     * know would decide as if it were a fact (B4.4, C1.1, D1.2).
     */
    private static void refuseUnknownAttributes(PutContract body, @Nullable CompiledPolicy policy) {
        if (policy == null) {
            return;
        }
        List<Map<String, Object>> errors = ContractAttributes.unknown(body, policy);
        if (!errors.isEmpty()) {
            throw Problem.status(422)
                    .type("attributes-unknown")
                    .title("The policy makes nothing of an attribute of the contract")
                    .detail("Nothing was entered. By " + policy.version()
                            + " the attribute would be passed over, or be taken for what nobody stated. Mend what errors"
                            + " names and send the contract again.")
                    .with("errors", errors)
                    .exception();
        }
    }

    /** A promise of visits to a place that is no region would be kept nowhere. */
    private static void refuseUnknownRegions(SignedTerms signed) {
        List<String> unknown = signed.terms().onSite().stream()
                .filter(region -> !Regions.isOne(region))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.status(422)
                    .type("site-unknown")
                    .title("The contract promises visits where there is no region")
                    .detail("Nothing was entered. " + String.join(", ", unknown)
                            + " is no code of a region. Give a country of ISO 3166 and, where it matters, the"
                            + " administrative code in it, for example CN-4403.")
                    .with("field", "terms.onSite")
                    .exception();
        }
    }

    /** What the law asks for is the least that a contract gives (B1.1); which policy says so, and how much, its pack says. */
    private static void refuseTermBelowTheFloor(SignedTerms signed, @Nullable CompiledPolicy policy) {
        Period term = signed.terms().term();
        TermFloor floor = policy == null ? null : policy.floor();
        if (policy == null || floor == null || term == null || !floor.isAbove(term)) {
            return;
        }
        Map<String, String> error = new LinkedHashMap<>();
        error.put("field", "terms.term");
        error.put("rule", "not-below-floor");
        error.put("clause", floor.clause());
        if (floor.reading() != null) {
            error.put("reading", floor.reading());
        }
        error.put("floor", floor.length().toString());
        error.put(
                "detail",
                "terms.term is " + term + ", below the floor of " + floor.length() + " that " + floor.clause() + " of "
                        + policy.version() + " sets. Raise it, or leave it out for the policy's own term.");
        throw Problem.status(422)
                .type("below-floor")
                .title("The contract grants less than the policy allows")
                .detail("Nothing was entered. Mend what errors names and send the contract again.")
                .with("errors", List.of(error))
                .exception();
    }

    /** Where the policy has a term for each product and none for all, units of another model could never be judged (D2.4a). */
    private static void refuseUnitsWithoutATerm(SignedTerms signed, @Nullable CompiledPolicy policy) {
        Governance.Guard guard = policy == null ? null : eachProductHasATerm(policy);
        if (policy == null
                || guard == null
                || (signed.terms().term() != null && policy.heedsContract(ContractRules.Part.TERM))) {
            return;
        }
        List<String> models = signed.shipments().stream()
                .flatMap(shipment -> shipment.units().stream())
                .map(Unit::model)
                .filter(model -> !policy.hasTerm(model))
                .distinct()
                .sorted()
                .limit(100)
                .toList();
        if (models.isEmpty()) {
            return;
        }
        Map<String, String> error = new LinkedHashMap<>();
        error.put("field", "shipments");
        error.put("rule", "every-product-has-a-term");
        error.put("clause", guard.clause());
        if (guard.reading() != null) {
            error.put("reading", guard.reading());
        }
        error.put(
                "detail",
                policy.version() + " has no term for " + String.join(", ", models)
                        + ". Name the models as the policy does, say in terms.term how long the contract's is, or have"
                        + " the policy changed first.");
        throw Problem.status(422)
                .type("no-term")
                .title("The policy has no term for a product of the contract")
                .detail("Nothing was entered. Mend what errors names and send the contract again.")
                .with("errors", List.of(error))
                .exception();
    }

    private static Governance.@Nullable Guard eachProductHasATerm(CompiledPolicy policy) {
        for (Governance.Guard guard : policy.rules().governance().guards()) {
            if (guard.guard() == Governance.Kind.EVERY_PRODUCT_HAS_A_TERM) {
                return guard;
            }
        }
        return null;
    }

    /** A version is effective on its date and not before: nobody can have signed under one that is still to come. */
    private void refusePolicyStillToCome(String vendor, @Nullable String version) {
        if (version == null
                || policies.version(version).filter(policies::isInEffect).isPresent()) {
            return;
        }
        List<String> inEffect = policies.versions(vendor).stream()
                .filter(policies::isInEffect)
                .map(CompiledPolicy::version)
                .toList();
        throw Problem.status(422)
                .type("policy-version-not-in-effect")
                .title("The policy version is not in effect yet")
                .detail("Nothing was entered. A contract is signed under a version that is in effect: of " + vendor
                        + " that is " + String.join(", ", inEffect)
                        + ". Name one of these, or leave policyVersion out to bind the contract to the one in force when it"
                        + " is first entered.")
                .with("field", "policyVersion")
                .with("inEffect", inEffect)
                .exception();
    }

    /** A unit is sold once: the installed base finds it under one contract. */
    private void refuseUnitsOfOthers(String vendor, String number, List<Shipment> shipments) {
        List<String> serials = shipments.stream()
                .flatMap(shipment -> shipment.units().stream())
                .map(Unit::serial)
                .toList();
        contracts.otherOf(vendor, number, serials).ifPresent(other -> {
            Set<String> shared = new HashSet<>(other.serials());
            shared.retainAll(Set.copyOf(serials));
            throw Problem.status(409)
                    .type("sold-under-another-contract")
                    .title("A unit stands under another contract")
                    .detail("Take it out of contract " + other.number() + " first.")
                    .with("contract", other.number())
                    .with("serials", shared.stream().sorted().limit(100).toList())
                    .exception();
        });
    }
}
