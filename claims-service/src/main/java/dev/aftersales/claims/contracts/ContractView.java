package dev.aftersales.claims.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract as it is shown. */
record ContractView(
        String number,
        String vendor,
        String organisation,
        List<PutContract.ShipmentBody> shipments,
        @Nullable TermsBody terms,
        @Nullable String policyVersion) {

    static ContractView of(SalesContract contract) {
        return new ContractView(
                contract.number(),
                contract.vendor(),
                contract.organisation(),
                contract.shipments().stream().map(PutContract.ShipmentBody::of).toList(),
                TermsBody.of(contract.terms()),
                contract.policyVersion());
    }
}
