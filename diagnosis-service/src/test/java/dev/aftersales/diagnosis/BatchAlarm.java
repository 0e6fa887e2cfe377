package dev.aftersales.diagnosis;

import dev.aftersales.testing.Message;
import dev.aftersales.testing.Topics;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A group of units of which tests ring, as the radar would, and what is said of its batch issue. */
public record BatchAlarm(
        String vendor,
        String group,
        int episode,
        String model,
        @Nullable String faultFamily) {

    /** A group of vendor exporter that no other test knows. */
    public static BatchAlarm fresh() {
        return of("WP-400");
    }

    /** The same, of units of that model. */
    public static BatchAlarm of(String model) {
        return new BatchAlarm(
                "exporter",
                "exporter." + UUID.randomUUID().toString().replace("-", "").substring(0, 20),
                1,
                model,
                "PSU-NO-OUTPUT");
    }

    /** The same group, after its issue was closed. */
    public BatchAlarm next() {
        return new BatchAlarm(vendor, group, episode + 1, model, faultFamily);
    }

    /** The same group, with a fault of another family. */
    public BatchAlarm ofFault(String family) {
        return new BatchAlarm(vendor, group, episode, model, family);
    }

    /** The same group, of whichever faults. */
    public BatchAlarm ofAnyFault() {
        return new BatchAlarm(vendor, group, episode, model, null);
    }

    /** The batch issue of its episode. */
    public String issue() {
        return "bat-" + group + "." + episode;
    }

    /** A line of one unit. */
    public static String unit(String claim, int line, String serial) {
        return """
                {"claimId":"%s","line":%d,"serial":"%s","quantity":1,"claimedAt":"2026-06-05T09:00:00Z"}
                """.formatted(claim, line, serial);
    }

    /** A line of units without serial. */
    public static String quantity(String claim, int line, int quantity) {
        return """
                {"claimId":"%s","line":%d,"quantity":%d,"claimedAt":"2026-06-05T09:00:00Z"}
                """.formatted(claim, line, quantity);
    }

    /** Rings: these lines are thirty units, one of them verified. The same sequence again makes a duplicate. */
    public BatchAlarm reached(long sequence, Instant reachedAt, String... lines) {
        return told(sequence, "radar.threshold-reached.v1", """
                {"vendor":"%s","groupId":"%s","episode":%d,"policyVersion":"A-1",
                 "terms":{"rule":"BATCH_ISSUE","clause":"A4.7","reading":"R-A8","units":30,"window":"PT720H",
                  "groupedBy":["CONTRACT_HOLDER","MODEL","FAULT_FAMILY","LOT"],
                  "text":{"en":"Batch issues from 30 units up","zh":"30 台及以上的批量问题"},
                  "readingText":{"en":"30 distinct units","zh":"30 台不同产品"},
                  "plan":{"within":"PT48H","warnedAt":["PT24H","PT43H12M"],
                   "told":{"warned":["VENDOR_OPS"],"breached":["VENDOR_OPS","ACCOUNT_MANAGER"]}}},
                 "group":{"contractHolder":"nordwind","model":"%s",%s"lot":"2603"},
                 "units":30,"unverified":29,"reachedAt":"%s","lines":[%s]}
                """.formatted(
                        vendor,
                        group,
                        episode,
                        model,
                        faultFamily == null ? "" : "\"faultFamily\":\"" + faultFamily + "\",",
                        reachedAt,
                        String.join(",", lines)));
    }

    /** Says that the group grew. */
    public BatchAlarm grew(long sequence, int units, int unverified, List<String> came, List<String> went) {
        return told(sequence, "radar.group-grew.v1", """
                {"vendor":"%s","groupId":"%s","episode":%d,"units":%d,"unverified":%d,"came":[%s],"went":[%s]}
                """.formatted(
                        vendor, group, episode, units, unverified, String.join(",", came), String.join(",", went)));
    }

    private BatchAlarm told(long sequence, String type, String json) {
        Topics.event(type)
                .source("/diagnosis-service/radar")
                .vendor(vendor)
                .subject(group)
                .sequence(sequence)
                .json(json)
                .to("batch-alarms");
        return this;
    }

    /** Waits until so many events are told of the issue, and gives them. */
    public List<Message> awaitTold(int events) {
        Topics.await(
                "batch-issues",
                all -> all.stream().filter(one -> one.subject().equals(issue())).count() >= events);
        return Topics.about(issue(), "batch-issues");
    }

    /** What was told of the issue so far, in order and in short: {@code batch-issue-detected, batch-issue-grew}. */
    public String told() {
        return Topics.about(issue(), "batch-issues").stream()
                .map(one -> one.type().replaceAll("batches\\.|\\.v1", ""))
                .collect(Collectors.joining(", "));
    }
}
