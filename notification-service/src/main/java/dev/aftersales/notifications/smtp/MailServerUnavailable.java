package dev.aftersales.notifications.smtp;

/** The mail server cannot be reached, or does not let us in; no message is to blame. */
public final class MailServerUnavailable extends Exception {
    MailServerUnavailable(Throwable cause) {
        super("the mail server is not available", cause);
    }
}
