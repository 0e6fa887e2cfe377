package dev.aftersales.notifications.smtp;

/** What became of a message at the mail server. Codes are the server's (RFC 5321, RFC 3463), never with an address. */
public sealed interface Reply {

    /** The server has taken it over. */
    record Accepted() implements Reply {}

    /** Not now: the server, or the recipient's mailbox, is to be tried again later. */
    record Deferred(String code) implements Reply {}

    /** Not at all: the same message to the same recipient will be refused again. */
    record Refused(String code) implements Reply {}
}
