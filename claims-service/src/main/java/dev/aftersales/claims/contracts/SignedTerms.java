package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.ContractTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a contract says.
 *
 * @param organisation the customer company that holds it
 * @param terms what it says beside the policy
 * @param policyVersion that it was signed under and binds its claims to; absent when it leaves them to whichever is in
 *     force
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
