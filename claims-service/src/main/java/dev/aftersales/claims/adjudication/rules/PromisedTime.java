package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.contracts.events.FaultClass;
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
 * @param target from which on it is late but not broken; absent when there is only a limit
 * @param limit after which it is broken; absent when the policy commits to nothing
 * @param batchUnits how many units make the batch that starts it; absent for a clock of single claims
 * @param none whether the policy commits to nothing
 */
public record PromisedTime(
        String clause,
        @Nullable String reading,
        @Nullable FaultClass faultClass,
        List<Condition> when,
        @Nullable String start,
        @Nullable String stop,
        @Nullable Unit unit,
        @Nullable Integer target,
        @Nullable Integer limit,
        @Nullable Integer batchUnits,
        boolean none) {
    public PromisedTime {
        when = List.copyOf(when);
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
