package dev.aftersales.notifications.teams;

import org.jspecify.annotations.Nullable;

/**
 * A team's mailbox as staff see it, or that there is none.
 *
 * @param role whose it is, for example {@code account-manager}
 * @param version that a change follows; 0 while there is none
 * @param address absent while there is none
 * @param language absent while there is none
 * @param waiting letters that wait for it, {@value WaitingLetters#MOST_COUNTED} at most
 */
record MailboxView(
        String role,
        int version,
        @Nullable String address,
        @Nullable String language,
        long waiting) {

    static MailboxView of(Team team, @Nullable TeamMailbox mailbox, long waiting) {
        return mailbox == null
                ? new MailboxView(team.id(), 0, null, null, waiting)
                : new MailboxView(team.id(), mailbox.version(), mailbox.address(), mailbox.language(), waiting);
    }
}
