package dev.aftersales.failpoints;

import java.nio.file.Path;

/** The steps from a deadline that falls due to the letter about it, each as a place to crash at. */
public enum DueStep {
    /** claims-service has decided what the deadline sets off; nothing is written. */
    DECIDED("dev.aftersales.claims.claims.FiringDeadlines", "fire", 3, "exit"),
    /** The claim says that it was set off and has its events in its outbox; the relay was not woken. */
    WRITTEN("dev.aftersales.chassis.outbox.OutboxRelay", "committed", 4, "enter"),
    /** notification-service has the letter in its book; nobody has it in hand. */
    LETTER_KEPT("dev.aftersales.notifications.deliveries.Courier", "deliver", 1, "enter"),
    /** A courier has it in hand; the mail server has not heard of it. */
    LETTER_TAKEN("dev.aftersales.notifications.smtp.MailConnection", "hand", 1, "enter");

    private final Target target;
    private final String at;

    DueStep(String className, String method, int parameters, String at) {
        this.target = Target.of(className, method, parameters);
        this.at = at;
    }

    /**
     * The specification of a crash at this step.
     *
     * @param nth the how manieth time that it is reached after the file is there
     * @param file where the hit is told
     * @param when the file whose making arms it
     */
    public String crash(int nth, Path file, Path when) {
        return "crash-at:class=%s:method=%s:parameters=%d:at=%s:nth=%d:when=%s:file=%s"
                .formatted(
                        target.className(), target.method(), target.parameters().orElseThrow(), at, nth, when, file);
    }
}
