package dev.aftersales.claims.entitlements;

import dev.aftersales.claims.adjudication.Text;
import java.util.List;

/**
 * What would make a service available.
 *
 * @param needs codes, for programs
 * @param words the same for people
 */
record Because(List<String> needs, Text words) {
    Because {
        needs = List.copyOf(needs);
    }
}
