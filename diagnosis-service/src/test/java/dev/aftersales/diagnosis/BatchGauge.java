package dev.aftersales.diagnosis;

import dev.aftersales.testing.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/** A group of units of which tests say how full it is, as the radar would. */
public record BatchGauge(String vendor, String group, String model, String lot, String faultFamily) {

    /** A group of vendor exporter that no other test knows, of a model that none has. */
    public static BatchGauge fresh() {
        return ofModel("M-" + unique(8));
    }

    /** Another group of that model. */
    public static BatchGauge ofModel(String model) {
        return new BatchGauge("exporter", "exporter." + unique(20), model, "L-" + unique(4), "PSU-NO-OUTPUT");
    }

    /** A group of units that failed by that fault. */
    public static BatchGauge ofFault(String faultFamily) {
        BatchGauge other = fresh();
        return new BatchGauge(other.vendor, other.group, other.model, other.lot, faultFamily);
    }

    private static String unique(int length) {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, length)
                .toUpperCase(Locale.ROOT);
    }

    /** Says that it has so many units of thirty, of two claims; none empties it. */
    public BatchGauge has(long sequence, int units, String trend, boolean open) {
        return hasAt(Instant.now().truncatedTo(ChronoUnit.MILLIS), sequence, units, trend, open);
    }

    /** The same, as of an instant. */
    public BatchGauge hasAt(Instant at, long sequence, int units, String trend, boolean open) {
        Instant first = at.minus(Duration.ofDays(3));
        String behind = units == 0 ? """
                "lots":[],"claims":0,"latestClaims":[]""" : """
                "firstSeen":"%s","lastSeen":"%s","lots":["%s"],"claims":2,
                "latestClaims":[{"claimId":"clm-b","units":%d,"claimedAt":"%s"},
                                {"claimId":"clm-a","units":1,"claimedAt":"%s"}]""".formatted(first, at, lot, Math.max(1, units - 1), at, first);
        Topics.event("radar.group-gauged.v1")
                .source("/diagnosis-service/radar")
                .vendor(vendor)
                .subject(group)
                .sequence(sequence)
                .json("""
                {"vendor":"%s","groupId":"%s","policyVersion":"A-1","rule":"BATCH_ISSUE","clause":"A4.7",
                 "group":{"contractHolder":"nordwind","model":"%s","faultFamily":"%s","lot":"%s"},
                 "text":{"en":"Batch issues from 30 units up","zh":"30 台及以上的批量问题"},
                 "threshold":30,"window":"PT720H","units":%d,"unverified":%d,"trend":"%s",%s,
                 "episode":%d,"open":%s,"gaugedAt":"%s"}
                """.formatted(
                                vendor,
                                group,
                                model,
                                faultFamily,
                                lot,
                                units,
                                Math.min(units, 2),
                                trend,
                                behind,
                                open ? 1 : 0,
                                open,
                                at))
                .to("batch-gauges");
        return this;
    }
}
