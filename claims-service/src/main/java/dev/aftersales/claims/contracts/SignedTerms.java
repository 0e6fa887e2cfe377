package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.ContractTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a contract says.
 *
 * @param organisation the customer company that holds it
 * @param terms what it says beside the policy
 * @param policyVersion that it names as the one that it was signed under; absent when it names none
 */
record SignedTerms(
        String organisation,
        List<Shipment> shipments,
        ContractTerms terms,
        @Nullable String policyVersion) {

    SignedTerms {
        shipments = List.copyOf(shipments);
    }
}
