package dev.aftersales.gateway.intake;

import java.util.Set;
import java.util.TreeSet;

/**
 * The authenticated sender.
 *
 * @param id the token's subject
 * @param vendors for whom the partner works, as the token says
 */
record Partner(String id, Set<String> vendors) {

    Partner {
        vendors = Set.copyOf(vendors);
    }

    /** The vendors in a readable order. */
    String named() {
        return String.join(", ", new TreeSet<>(vendors));
    }
}
