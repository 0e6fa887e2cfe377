package dev.aftersales.claims.replays;

/**
 * Who pays more under the other version.
 *
 * @param toVendor what the customer paid and the vendor would pay
 * @param toCustomer what the vendor paid and the customer would pay
 * @param unpriced lines of which no difference is known, because one of the versions leaves open who pays: it is not that
 *     they cost the same
 */
record CostDifference(Burden toVendor, Burden toCustomer, Long unpriced) {

    static final CostDifference NONE = new CostDifference(Burden.NONE, Burden.NONE, 0L);

    /** One line of which it is not known. */
    static final CostDifference UNKNOWN = new CostDifference(Burden.NONE, Burden.NONE, 1L);

    // A replay that was stored before such lines were counted comes back without them.
    @SuppressWarnings("ConstantValue")
    CostDifference {
        unpriced = unpriced == null ? 0L : unpriced;
    }

    static CostDifference toVendor(Burden burden) {
        return new CostDifference(burden, Burden.NONE, 0L);
    }

    static CostDifference toCustomer(Burden burden) {
        return new CostDifference(Burden.NONE, burden, 0L);
    }

    CostDifference plus(CostDifference other) {
        return new CostDifference(
                toVendor.plus(other.toVendor), toCustomer.plus(other.toCustomer), unpriced + other.unpriced);
    }
}
