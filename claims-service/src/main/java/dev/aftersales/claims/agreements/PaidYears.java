package dev.aftersales.claims.agreements;

import java.util.Optional;

/**
 * Keeps the paid years that staff enter apart from those that customers accept by quotes: no day of a unit is paid for
 * twice (E6.1), also where both come at the same instant.
 */
public interface PaidYears {

    /**
     * Takes the time of a paid year that is about to be entered, in the place of what its number took before.
     *
     * @return the agreement by an accepted quote that it meets; nothing was taken then
     */
    Optional<Agreement> take(Agreement entered);

    /** Gives back what the number took; without that it changes nothing. */
    void giveBack(Agreement entered);
}
