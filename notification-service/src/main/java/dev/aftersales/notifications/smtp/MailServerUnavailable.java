package dev.aftersales.notifications.smtp;

/** The mail server cannot be reached, or does not let us in; no message is to blame. */
public final class MailServerUnavailable extends Exception {
    MailServerUnavailable(Throwable cause) {
        super("the mail server is not available", cause);
    }

    /** What kind of trouble it is, without the server's words, which may name an account. */
    public String kind() {
        Throwable cause = getCause();
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }
}
