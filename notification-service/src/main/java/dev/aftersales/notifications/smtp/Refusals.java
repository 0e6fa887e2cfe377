package dev.aftersales.notifications.smtp;

import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the server meant. 5xx to the recipient or to the message stays; 5xx to our sender address is for the
 * operator to put right, and 4xx and a lost connection pass (RFC 5321, section 4.2.1).
 */
final class Refusals {

    private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

    private Refusals() {}

    static Reply replyTo(MessagingException failure) {
        Reply reply = null;
        for (Exception cause = failure; cause != null; cause = next(cause)) {
            switch (cause) {
                case SMTPAddressFailedException recipient -> {
                    return reply(recipient.getReturnCode(), recipient.getMessage());
                }
                case SMTPSenderFailedException sender -> {
                    return new Reply.Deferred(code(sender.getReturnCode(), sender.getMessage()));
                }
                case SMTPSendFailedException message ->
                    // The reason of a refused recipient comes further down the chain.
                    reply = reply == null ? reply(message.getReturnCode(), message.getMessage()) : reply;
                default -> {
                    // Says nothing of its own.
                }
            }
        }
        return reply == null ? new Reply.Deferred("connection lost") : reply;
    }

    private static Reply reply(int returnCode, @Nullable String message) {
        String code = code(returnCode, message);
        return returnCode >= 500 && returnCode < 600 ? new Reply.Refused(code) : new Reply.Deferred(code);
    }

    /** The numbers only: the text of a reply often repeats the address. */
    private static String code(int returnCode, @Nullable String message) {
        if (returnCode < 0) {
            return "connection lost";
        }
        Matcher enhanced = ENHANCED.matcher(message == null ? "" : message);
        return enhanced.find() ? returnCode + " " + enhanced.group() : Integer.toString(returnCode);
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }
}
