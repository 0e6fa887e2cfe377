package dev.aftersales.claims.deadlines;

import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.contracts.events.claims.Addressee;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a clock can set off. */
public enum Effect {
    /** The customer is reminded of what only the customer can do. */
    REMINDER,
    /** The target has come. */
    TARGET,
    /** The limit is over. */
    BREACH,
    /** The limit is over, it is still not done, and is put before others. */
    ESCALATION,
    /** The lines would have ended, and what is under way holds that off (D?6). */
    HOLD,
    /** What the customer was to do was not done, and the line ends (D4.2b). */
    EXPIRY;

    /**
     * Who is told of it; empty when nobody is.
     *
     * @param number of the step of the escalation
     */
    public List<Addressee> to(PromisedTime.Telling tell, @Nullable Integer number) {
        return switch (this) {
            case TARGET -> tell.warned();
            case BREACH -> tell.breached();
            case ESCALATION ->
                tell.escalated().get(Objects.requireNonNull(number) - 1).to();
            case REMINDER, HOLD, EXPIRY -> List.of(Addressee.CUSTOMER);
        };
    }
}
