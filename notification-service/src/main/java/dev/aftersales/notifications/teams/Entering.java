package dev.aftersales.notifications.teams;

/** What became of a mailbox that somebody wanted to enter. */
sealed interface Entering {

    /** It stands, also when it had been entered by the same request before. */
    record Entered(TeamMailbox mailbox) implements Entering {}

    /**
     * Somebody else was faster, or there is none yet; nothing was changed.
     *
     * @param version that there is, 0 when none
     */
    record Stale(int version) implements Entering {}
}
