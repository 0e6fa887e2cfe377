package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.claims.Addressee;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service time that the policy promises, or says that it does not.
 *
 * @param reading that settles when it starts and stops
 * @param faultClass for which it holds; absent when for all
 * @param when what must hold beside
 * @param start the fact that starts it
 * @param stop the fact that stops it
 * @param unit absent exactly when the policy commits to nothing
 * @param hoursOf the clause whose hours of every day, holidays included, service hours are counted in; they stand as
 *     {@value #HOTLINE_HOURS} under communication. Absent: the calendar's. Other units make nothing of it, because a reading
 *     may choose between units.
 * @param target from which on it is late but not broken; absent when there is only a limit
 * @param limit after which it is broken; absent when the policy commits to nothing
 * @param batch that starts it; absent for a clock of single claims
 * @param none whether the policy commits to nothing
 * @param paused when its time does not run
 * @param tell whom the suite tells of it
 */
public record PromisedTime(
        String clause,
        @Nullable String reading,
        @Nullable FaultClass faultClass,
        List<Condition> when,
        @Nullable String start,
        @Nullable String stop,
        @Nullable Unit unit,
        @Nullable String hoursOf,
        @Nullable Integer target,
        @Nullable Integer limit,
        @Nullable OfBatch batch,
        boolean none,
        Pausing paused,
        Telling tell) {

    /** The provision of a line that is answered at the same hours every day (B2.1, C5.1, E3.1). */
    public static final String HOTLINE_HOURS = "HOTLINE_HOURS";

    public PromisedTime {
        when = List.copyOf(when);
    }

    /**
     * That the clock is not of a claim but of the plan for a batch.
     *
     * @param rule the rule of batches; absent in a pack of before there were such rules
     * @param units how many make the batch
     * @param warnedAt percents of the limit at which one is reminded, in their order
     */
    public record OfBatch(@Nullable String rule, int units, List<Integer> warnedAt) {
        public OfBatch {
            warnedAt = List.copyOf(warnedAt);
        }
    }

    /**
     * Waits for the customer that cost the promise nothing.
     *
     * @param reading that settles it, beside the clock's own
     */
    public record Pausing(@Nullable String reading, List<Wait> by) {

        /** Nothing halts it. */
        public static final Pausing NEVER = new Pausing(null, List.of());

        public Pausing {
            by = List.copyOf(by);
        }
    }

    /** What a claim can wait for its customer for. */
    public enum Wait {
        /** For evidence that was asked for. */
        EVIDENCE,
        /** For the answer to a quote. */
        QUOTE,
        /** For the payment of an accepted quote. */
        PAYMENT
    }

    /**
     * Whom the suite tells of a promised time.
     *
     * @param reading that settles it, where the policy is silent
     * @param warned when the target has come
     * @param breached when it was not kept
     * @param escalated while it is still not done after its limit, step by step
     */
    public record Telling(
            @Nullable String reading, List<Addressee> warned, List<Addressee> breached, List<Escalation> escalated) {

        /** Nobody. */
        public static final Telling NOBODY = new Telling(null, List.of(), List.of(), List.of());

        public Telling {
            warned = List.copyOf(warned);
            breached = List.copyOf(breached);
            escalated = List.copyOf(escalated);
        }
    }

    /**
     * A step of an escalation.
     *
     * @param reading that settles it, beside that of the telling
     * @param after so many units of the clock after its limit; 0: as soon as the limit is over
     * @param to roles of the vendor before whom it is put
     */
    public record Escalation(@Nullable String reading, int after, List<Addressee> to) {
        public Escalation {
            to = List.copyOf(to);
        }
    }

    /** What time is counted in. */
    public enum Unit {
        ELAPSED_HOURS,
        SERVICE_HOURS,
        CALENDAR_DAYS,
        WORKING_DAYS,
        BUSINESS_DAYS,
        MONTHS
    }
}
