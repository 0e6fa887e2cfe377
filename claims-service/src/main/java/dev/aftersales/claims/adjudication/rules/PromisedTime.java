package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.contracts.events.FaultClass;
import org.jspecify.annotations.Nullable;

/**
 * A service time that the policy promises.
 *
 * @param reading that settles when it starts and stops
 * @param faultClass for which it holds; absent when for all
 * @param start the fact that starts it
 * @param stop the fact that stops it
 * @param target from which on it is late but not broken; absent when there is only a limit
 * @param limit after which it is broken; absent when the policy commits to nothing
 * @param batchUnits how many units make the batch that starts it; absent for a clock of single claims
 */
public record PromisedTime(
        String clause,
        @Nullable String reading,
        @Nullable FaultClass faultClass,
        String start,
        String stop,
        Unit unit,
        @Nullable Integer target,
        @Nullable Integer limit,
        @Nullable Integer batchUnits) {
    /** What time is counted in. */
    public enum Unit {
        ELAPSED_HOURS,
        CALENDAR_DAYS,
        BUSINESS_DAYS,
        MONTHS
    }
}
