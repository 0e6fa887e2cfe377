package dev.aftersales.contracts.events.radar;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How full a group of alike units is: "23 of 30, rising" (A4.7). Told when that changes, at most once a second; the last word
 * on a group holds. A group that nothing is counted in any more is told with no units.
 *
 * @param policyVersion whose rule counts it
 * @param rule its name in that version
 * @param clause that has it
 * @param text the clause in the pack's words
 * @param threshold so many units, or more, are a batch
 * @param window within which they are counted; it ends with {@code gaugedAt}
 * @param units that were claimed within the window and are part of no closed issue: distinct serials, and quantities of
 *     lines without
 * @param unverified those of them without a serial
 * @param trend whether they are more than a day before
 * @param firstSeen when the first of their claims was made; absent where there are none
 * @param lastSeen when the last was
 * @param lots that they were produced in, as far as is known; at most 20
 * @param claims how many are behind it
 * @param latestClaims the last of them, newest first; at most 100
 * @param episode how many batch issues the group has had, the open one included
 * @param open whether the last of them is
 * @param gaugedAt the instant as of which it is so, in business time
 */
@EventContract(type = "radar.group-gauged.v1", topic = Topic.BATCH_GAUGES)
public record GroupGauged(
        String vendor,
        String groupId,
        UnitGroup group,
        String policyVersion,
        String rule,
        String clause,
        Words text,
        int threshold,
        Duration window,
        int units,
        int unverified,
        Trend trend,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        List<String> lots,
        int claims,
        List<BehindGauge> latestClaims,
        int episode,
        boolean open,
        Instant gaugedAt)
        implements Event {

    /** So many of the claims are named; the others are counted. */
    public static final int MOST_CLAIMS = 100;

    /** So many of the lots are named. */
    public static final int MOST_LOTS = 20;

    public GroupGauged {
        lots = List.copyOf(lots);
        latestClaims = List.copyOf(latestClaims);
    }

    /** Units of the window that ends now, against those of the window that ended 24 hours before. */
    public enum Trend {
        RISING,
        STEADY,
        FALLING
    }

    /**
     * A claim with units in the group.
     *
     * @param units of it; one that other claims name too is counted with each
     * @param claimedAt when it was made
     */
    public record BehindGauge(String claimId, int units, Instant claimedAt) {}
}
