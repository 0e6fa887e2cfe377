package dev.aftersales.claims.replays;

import dev.aftersales.contracts.events.Money;

/** What an item of a line's service costs, and where that stands. */
record Worth(Basis basis, Money amount) {

    /** Where it stands. */
    enum Basis {
        /** On the claim's last quote. */
        QUOTE,
        /** In the vendor's standard tariff, for the parts that the diagnosis named or for the case as a whole. */
        TARIFF
    }
}
