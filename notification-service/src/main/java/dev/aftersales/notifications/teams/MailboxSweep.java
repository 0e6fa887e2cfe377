package dev.aftersales.notifications.teams;

/** Lets go the letters that waited for a mailbox that was entered; a crash on the way leaves them to the next round. */
final class MailboxSweep implements Runnable {

    private static final int BATCH = 100;

    private final TeamMailboxes mailboxes;
    private final WaitingLetters letters;

    MailboxSweep(TeamMailboxes mailboxes, WaitingLetters letters) {
        this.mailboxes = mailboxes;
        this.letters = letters;
    }

    @Override
    public void run() {
        for (TeamMailbox mailbox : mailboxes.awaited(BATCH)) {
            letters.letGo(mailbox.vendor(), mailbox.team());
            mailboxes.letGo(mailbox);
        }
    }
}
