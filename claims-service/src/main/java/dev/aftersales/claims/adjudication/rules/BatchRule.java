package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When faults of many alike units are a batch (A4.7, reading R-A8). The radar counts by it, over claims.
 *
 * @param rule its name, unique in the pack
 * @param reading that settles what the clause leaves open
 * @param units so many distinct ones, or more, are a batch
 * @param windowDays within which they are counted, rolling; days of 24 hours
 * @param groupedBy in what they are alike, in the order of the pack; without {@code CONTRACT_HOLDER} they are counted over all
 *     customers
 */
public record BatchRule(
        String rule, String clause, @Nullable String reading, int units, int windowDays, List<Trait> groupedBy) {

    /** Of a batch. */
    public static final int LEAST_UNITS = 2;

    /** Whoever counts looks at all of a group as long as it is none: an alarm is to come within a second of its last unit. */
    public static final int MOST_UNITS = 1_000;

    /** Half a year; what is further apart is hardly of one cause. */
    public static final int LONGEST_WINDOW = 180;

    /** What starts the plan's time: the event that made it a batch. */
    public static final String START = "THRESHOLD_REACHED";

    /** What the plan's time is kept by. */
    public static final String STOP = "PLAN_INITIATED";

    public BatchRule {
        groupedBy = List.copyOf(groupedBy);
    }
}
