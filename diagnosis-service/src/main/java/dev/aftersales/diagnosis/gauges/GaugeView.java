package dev.aftersales.diagnosis.gauges;

import dev.aftersales.chassis.languages.Text;
import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.contracts.events.radar.GroupGauged;
import dev.aftersales.contracts.events.radar.GroupGauged.Trend;
import dev.aftersales.contracts.events.radar.UnitGroup;
import dev.aftersales.diagnosis.batches.BatchIssueId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How full a group of alike units is.
 *
 * @param group what its units have in common
 * @param rule by which they are counted, of that policy version
 * @param text the rule's clause, in the policy's words
 * @param units within the window that ends now: distinct serials, and quantities of lines without
 * @param unverified those of them without a serial
 * @param of so many units, or more, are a batch issue
 * @param percent of that; more than 100 for an issue that grew
 * @param trend against the window that ended 24 hours before: more units, as many, or fewer
 * @param firstSeen when the first of their claims was made
 * @param lastSeen when the last was
 * @param lots that they were produced in, as far as is known
 * @param claims how many are behind it; {@code /claims} lists the last of them
 * @param batchIssue the open one of the group; absent while it is on its way
 * @param words all that in a sentence
 */
record GaugeView(
        String id,
        String vendor,
        UnitGroup group,
        String rule,
        String clause,
        Words text,
        String policyVersion,
        int units,
        int unverified,
        int of,
        int percent,
        long windowDays,
        Trend trend,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        List<String> lots,
        int claims,
        @Nullable String batchIssue,
        Instant gaugedAt,
        Text words) {

    static GaugeView of(GroupGauged gauge) {
        return new GaugeView(
                gauge.groupId(),
                gauge.vendor(),
                gauge.group(),
                gauge.rule(),
                gauge.clause(),
                gauge.text(),
                gauge.policyVersion(),
                gauge.units(),
                gauge.unverified(),
                gauge.threshold(),
                (int) (100L * gauge.units() / gauge.threshold()),
                gauge.window().toDays(),
                gauge.trend(),
                gauge.firstSeen(),
                gauge.lastSeen(),
                gauge.lots(),
                gauge.claims(),
                gauge.open() ? BatchIssueId.of(gauge.groupId(), gauge.episode()) : null,
                gauge.gaugedAt(),
                GaugeText.of(gauge));
    }
}
