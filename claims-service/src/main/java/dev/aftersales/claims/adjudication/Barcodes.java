package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.FactRule;

/** Compares numbers that were read off a paper or a label. */
final class Barcodes {

    private Barcodes() {}

    /** One character that differs, is missing or too many may have been misread. */
    static FactRule.Agreement compare(String one, String other) {
        if (one.equals(other)) {
            return FactRule.Agreement.SAME;
        }
        int shorter = Math.min(one.length(), other.length());
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int fromOne = one.length() >= other.length() ? same + 1 : same;
        int fromOther = other.length() >= one.length() ? same + 1 : same;
        return one.substring(fromOne).equals(other.substring(fromOther))
                ? FactRule.Agreement.ONE_CHARACTER
                : FactRule.Agreement.DIFFERENT;
    }
}
