package dev.aftersales.claims.replays;

/**
 * Who pays more under the other version.
 *
 * @param toVendor what the customer paid and the vendor would pay
 * @param toCustomer what the vendor paid and the customer would pay
 */
record CostDifference(Burden toVendor, Burden toCustomer) {

    static final CostDifference NONE = new CostDifference(Burden.NONE, Burden.NONE);

    CostDifference plus(CostDifference other) {
        return new CostDifference(toVendor.plus(other.toVendor), toCustomer.plus(other.toCustomer));
    }
}
