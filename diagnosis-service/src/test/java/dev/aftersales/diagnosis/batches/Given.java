package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.batches.Containment;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Plan;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Told;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import dev.aftersales.contracts.events.radar.ThresholdReached;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Batch issues by policy A. */
final class Given {

    static final Plan PLAN = new Plan(
            Duration.ofHours(48),
            List.of(Duration.ofHours(24), Duration.parse("PT43H12M")),
            new Told(List.of(Addressee.VENDOR_OPS), List.of(Addressee.VENDOR_OPS, Addressee.ACCOUNT_MANAGER)),
            "Asia/Shanghai");

    private Given() {}

    static BatchRule terms(@Nullable Plan plan) {
        return new BatchRule(
                "BATCH_ISSUE",
                "A4.7",
                "R-A8",
                30,
                Duration.ofDays(30),
                List.of(Trait.MODEL),
                new Words("Batch issues from 30 units up", "30 台及以上的批量问题"),
                new Words("30 distinct units", "30 台不同产品"),
                plan);
    }

    static Detected detected(Instant reachedAt, @Nullable Plan plan) {
        ThresholdReached alarm = new ThresholdReached(
                "exporter",
                "exporter.aaaaaaaaaaaaaaaaaaaa",
                1,
                "A-1",
                terms(plan),
                new UnitGroup("nordwind", "WP-400", "PSU-NO-OUTPUT", "2603"),
                30,
                0,
                reachedAt,
                null,
                List.of());
        return new Detected(IssueFile.detected("bat-1", alarm, reachedAt.plusMillis(40)));
    }

    static EmergencyPlan plan(String by, Instant at) {
        return new EmergencyPlan("viktor", Containment.STOP_SHIP, true, List.of("2603"), by, at, null);
    }
}
