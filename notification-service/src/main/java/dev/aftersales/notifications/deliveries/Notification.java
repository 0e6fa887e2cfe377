package dev.aftersales.notifications.deliveries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a letter has come. */
sealed interface Notification {

    Letter letter();

    /** How often it was tried to hand it to the mail server, or to reach that server. */
    int attempts();

    /** The contact version that the event names has not arrived, or the team has no mailbox. */
    record WaitingForContact(Letter letter, int attempts) implements Notification {

        /**
         * It has come.
         *
         * @param now machine time; a letter to a team counts as heard then, for a mailbox may be waited for longer than
         *     a letter is tried
         */
        Pending arrived(Instant now, Instant sweptFrom) {
            return new Pending(letter.team() == null ? letter : letter.heard(now), attempts, sweptFrom);
        }

        Recalled recall(Instant at) {
            return new Recalled(letter, attempts, at);
        }
    }

    /**
     * To be sent.
     *
     * @param dueAt machine time from which the sweep takes it; after a failure nobody tries it earlier
     */
    record Pending(Letter letter, int attempts, Instant dueAt) implements Notification {

        /** Whether it may be tried; before the first failure somebody is woken for it, and need not wait. */
        boolean isDue(Instant now) {
            return attempts == 0 || !dueAt.isAfter(now);
        }

        WaitingForContact awaitContact() {
            return new WaitingForContact(letter, attempts);
        }

        Sending claim(String by, Instant until) {
            return new Sending(letter, attempts + 1, by, until, null);
        }

        Recalled recall(Instant at) {
            return new Recalled(letter, attempts, at);
        }

        Pending postpone(Instant until) {
            return new Pending(letter, attempts + 1, until);
        }

        Failed fail(Instant at, String reason) {
            return new Failed(letter, attempts, at, reason);
        }
    }

    /**
     * An instance hands it to the mail server; nobody else may until its claim runs out.
     *
     * @param claimedBy name of the instance
     * @param claimedUntil machine time
     * @param recalledAt since when it is not to be told any more, if it has not been by this attempt; absent while it is
     */
    record Sending(
            Letter letter,
            int attempts,
            String claimedBy,
            Instant claimedUntil,
            @Nullable Instant recalledAt) implements Notification {

        /** To be tried again, unless it was recalled meanwhile. */
        Notification giveBack(Instant dueAt) {
            return recalledAt == null
                    ? new Pending(letter, attempts, dueAt)
                    : new Recalled(letter, attempts, recalledAt);
        }

        Sending recall(Instant at) {
            return new Sending(letter, attempts, claimedBy, claimedUntil, recalledAt == null ? at : recalledAt);
        }

        Failed fail(Instant at, String reason) {
            return new Failed(letter, attempts, at, reason);
        }
    }

    /** The mail server accepted it. */
    record Sent(Letter letter, int attempts, Instant sentAt) implements Notification {}

    /** What it says does not hold any more, and nobody has been told: nobody is. */
    record Recalled(Letter letter, int attempts, Instant recalledAt) implements Notification {}

    /** It cannot be delivered, and is not tried again. */
    record Failed(Letter letter, int attempts, Instant failedAt, String reason) implements Notification {}
}
