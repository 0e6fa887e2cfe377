package dev.aftersales.diagnosis.gauges;

import dev.aftersales.contracts.events.radar.GroupGauged;
import dev.aftersales.contracts.events.radar.GroupGauged.BehindGauge;
import java.time.Instant;
import java.util.List;

/**
 * The claims behind a group.
 *
 * @param total how many there are
 * @param items the last of them, newest first; at most {@value GroupGauged#MOST_CLAIMS}
 */
record ClaimsBehindView(int total, List<Behind> items) {

    /**
     * A claim.
     *
     * @param units of it; one that other claims name too is counted once in the group, and with each here
     */
    record Behind(String claim, int units, Instant claimedAt) {
        static Behind of(BehindGauge behind) {
            return new Behind(behind.claimId(), behind.units(), behind.claimedAt());
        }
    }

    static ClaimsBehindView of(GroupGauged gauge) {
        return new ClaimsBehindView(
                gauge.claims(), gauge.latestClaims().stream().map(Behind::of).toList());
    }
}
