package dev.aftersales.notifications.smtp;

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
    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
