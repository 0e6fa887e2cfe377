package dev.aftersales.notifications.smtp;

import java.util.List;

/**
 * A message as it goes to the mail server.
 *
 * @param id without angle brackets and domain; the Message-ID derives from it, so that a repeat can be told
 * @param thread what the messages of one matter have in common; mail programs show them together
 * @param language tag of the text's language
 */
public record Mail(
        String id,
        String thread,
        String fromName,
        String fromAddress,
        String toName,
        String toAddress,
        String subject,
        String text,
        String language) {

    public Mail {
        // A line break in any of these would begin a header of somebody else's making.
        for (String header : List.of(id, thread, fromName, fromAddress, toName, toAddress, subject, language)) {
            if (header.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("a header value holds a control character");
            }
        }
    }

    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
