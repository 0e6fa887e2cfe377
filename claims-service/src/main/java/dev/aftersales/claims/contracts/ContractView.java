package dev.aftersales.claims.contracts;

import java.util.List;

/** A contract as it is shown. */
record ContractView(String number, String vendor, String organisation, List<PutContract.ShipmentBody> shipments) {

    static ContractView of(SalesContract contract) {
        return new ContractView(
                contract.number(),
                contract.vendor(),
                contract.organisation(),
                contract.shipments().stream().map(PutContract.ShipmentBody::of).toList());
    }
}
