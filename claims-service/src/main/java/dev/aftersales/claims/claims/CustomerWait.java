package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.rules.PromisedTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines that waited for the customer.
 *
 * @param from business time
 * @param to absent while they wait; never before {@code from}: a clock that was set back, or a partner's that is behind, makes
 *     the wait end as it began
 */
public record CustomerWait(
        PromisedTime.Wait by, Instant from, @Nullable Instant to, List<Integer> lines) {

    public CustomerWait {
        to = to == null || to.isAfter(from) ? to : from;
        lines = List.copyOf(lines);
    }

    boolean lasts() {
        return to == null;
    }

    /** What a line that stands there waits for; absent when for nothing of the customer's. */
    static PromisedTime.@Nullable Wait of(LineState state) {
        return switch (state) {
            case LineState.AwaitingEvidence evidence -> PromisedTime.Wait.EVIDENCE;
            case LineState.Quoted quoted -> PromisedTime.Wait.QUOTE;
            case LineState.PaymentAwaited payment -> PromisedTime.Wait.PAYMENT;
            case LineState.InDiagnosis diagnosis -> null;
            case LineState.InReview review -> null;
            case LineState.Disputed disputed -> null;
            case LineState.Quotable answered -> null;
            case LineState.Redirected redirected -> null;
            case LineState.InService served -> null;
            case LineState.Expired expired -> null;
        };
    }
}
