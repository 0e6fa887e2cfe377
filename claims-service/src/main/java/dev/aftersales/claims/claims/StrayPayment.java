package dev.aftersales.claims.claims;

/**
 * A payment that a vendor's provider told for a claim that this vendor does not have: there is none of that id, or it is
 * another vendor's, which is not to be told apart. It is the business of the vendor that it was told for.
 *
 * @param claimId as the provider named it
 * @param payment as such payments wait on claims
 */
record StrayPayment(String id, String vendor, String claimId, UnappliedPayment payment) {

    StrayPayment settled(UnappliedPayment.Settlement settlement) {
        return new StrayPayment(id, vendor, claimId, payment.settled(settlement));
    }
}
