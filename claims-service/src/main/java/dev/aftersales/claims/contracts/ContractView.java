package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.policies.Policies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract as it is shown.
 *
 * @param policyVersion that it is bound to, named or not; absent where the vendor has no policy in force
 */
record ContractView(
        String number,
        String vendor,
        String organisation,
        List<PutContract.ShipmentBody> shipments,
        @Nullable TermsBody terms,
        @Nullable String policyVersion) {

    static ContractView of(SalesContract contract, Policies policies) {
        return new ContractView(
                contract.number(),
                contract.vendor(),
                contract.organisation(),
                contract.shipments().stream().map(PutContract.ShipmentBody::of).toList(),
                TermsBody.of(contract.terms()),
                contract.policy(policies).map(CompiledPolicy::version).orElse(contract.policyVersion()));
    }
}
