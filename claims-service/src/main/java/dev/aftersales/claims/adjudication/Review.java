package dev.aftersales.claims.adjudication;

import java.time.Instant;

/**
 * What a person said of the doubts about a line. It settles the doubts that were there when it was given, and none that
 * came later.
 *
 * @param agent the person's id
 * @param reason in the person's words; kept with the claim, not shown in explanations
 */
public record Review(String agent, Outcome outcome, String reason, Instant at) {
    /** Whether it was given when a doubt of that time was there. */
    boolean settles(Instant doubtSince) {
        return !at.isBefore(doubtSince);
    }

    Confirmation confirmation() {
        return new Confirmation(new Confirmer(Confirmer.Kind.AGENT, agent), at);
    }

    /** Which way. */
    public enum Outcome {
        /** The ground against cover stands. */
        CONFIRM,
        /** It does not. */
        DISMISS
    }
}
