package dev.aftersales.logistics;

import dev.aftersales.testing.Message;
import dev.aftersales.testing.Topics;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** A batch issue as diagnosis-service tells of it, and what logistics says of it. */
public record BatchIssue(String id, String model) {

    private static final String TOPIC = "emergency-supplies";

    /** An issue of vendor exporter, of units of a model that no other test knows. */
    public static BatchIssue fresh() {
        String random = UUID.randomUUID().toString();
        return new BatchIssue(
                "bat-exporter." + random.replace("-", "").substring(0, 20) + ".1",
                "M-" + random.toUpperCase(Locale.ROOT));
    }

    /** Says that these claims have a line in it. */
    public BatchIssue grew(long sequence, Claim... claims) {
        return told(sequence, "batches.batch-issue-grew.v1", """
                {"batchIssueId":"%s","vendor":"exporter","units":31,"unverified":0,"came":[%s],"went":[]}
                """.formatted(id, lines(claims)));
    }

    /** Says that these claims have none any more. */
    public BatchIssue shrank(long sequence, Claim... claims) {
        return told(sequence, "batches.batch-issue-grew.v1", """
                {"batchIssueId":"%s","vendor":"exporter","units":31,"unverified":0,"came":[],"went":[%s]}
                """.formatted(id, lines(claims)));
    }

    public BatchIssue wants(long sequence, String part, int quantity) {
        return told(sequence, "batches.emergency-parts-wanted.v1", """
                {"batchIssueId":"%s","vendor":"exporter","units":31,"parts":[{"part":"%s","quantity":%d}]}
                """.formatted(id, part, quantity));
    }

    public BatchIssue wantsNothing(long sequence) {
        return told(sequence, "batches.emergency-parts-wanted.v1", """
                {"batchIssueId":"%s","vendor":"exporter","units":0,"parts":[]}
                """.formatted(id));
    }

    /** Says that its plan is started, by which so many of the part are reserved. */
    public BatchIssue reserves(long sequence, String part, int quantity) {
        return planned(sequence, "SPARE_PARTS", "", "{\"part\":\"%s\",\"quantity\":%d}".formatted(part, quantity));
    }

    /** Says that its plan is started, by which these lots are shipped no more. */
    public BatchIssue stopsShipping(long sequence, String... lots) {
        return planned(
                sequence,
                "STOP_SHIP",
                Arrays.stream(lots).map(lot -> "\"" + lot + "\"").collect(Collectors.joining(",")),
                "");
    }

    /** Says that a person found it to be none. */
    public BatchIssue isNone(long sequence) {
        return told(sequence, "batches.batch-issue-resolved.v1", """
                {"batchIssueId":"%s","vendor":"exporter","groupId":"g","episode":1,"resolvedAt":"%s",
                 "kind":"NO_BATCH_ISSUE","resolvedBy":"viktor"}
                """.formatted(id, Instant.now()));
    }

    public BatchIssue resolved(long sequence) {
        return told(sequence, "batches.batch-issue-resolved.v1", """
                {"batchIssueId":"%s","vendor":"exporter","groupId":"g","episode":1,"resolvedAt":"%s"}
                """.formatted(id, Instant.now()));
    }

    private BatchIssue planned(long sequence, String containment, String lots, String parts) {
        return told(sequence, "batches.emergency-plan-initiated.v1", """
                {"batchIssueId":"%s","vendor":"exporter","policyVersion":"A-1","group":{"model":"%s"},"units":31,
                 "owner":"viktor","containment":"%s","tellSisterOwners":false,"lots":[%s],"initiatedAt":"%s",
                 "inTime":true,"parts":[%s]}
                """.formatted(
                        id, model, containment, lots, Instant.now(), parts));
    }

    private BatchIssue told(long sequence, String type, String json) {
        Topics.event(type)
                .source("/diagnosis-service")
                .subject(id)
                .sequence(sequence)
                .json(json)
                .to("batch-issues");
        return this;
    }

    private static String lines(Claim... claims) {
        return Arrays.stream(claims).map(claim -> """
                        {"claimId":"%s","line":1,"serial":"S-1","quantity":1,"claimedAt":"2026-06-05T09:00:00Z"}
                        """.formatted(claim.id())).collect(Collectors.joining(","));
    }

    /** Waits until this was told of it, in this order and in short: {@code assessed 25/40 served 3, reserved
     * 25/40, held}. */
    public List<Message> tells(String inShort) {
        Topics.await(TOPIC, all -> told().equals(inShort));
        return Topics.about(id, TOPIC);
    }

    /** What was told of it so far. */
    public String told() {
        return Topics.about(id, TOPIC).stream().map(BatchIssue::inShort).collect(Collectors.joining(", "));
    }

    private static String served(Message message) {
        // As a list: it is not said of what was not counted.
        List<Integer> served = message.at("$.parts[0:1].served");
        return served.isEmpty() || served.getFirst() == 0 ? "" : " served " + served.getFirst();
    }

    private static String inShort(Message message) {
        return switch (message.type()) {
            case "logistics.emergency-stock-assessed.v1" ->
                message.<List<Object>>at("$.parts").isEmpty()
                        ? "assessed nothing"
                        : "assessed " + message.at("$.parts[0].free") + "/" + message.at("$.parts[0].wanted")
                                + served(message);
            case "logistics.emergency-parts-reserved.v1" ->
                "reserved " + message.at("$.parts[0].reserved") + "/" + message.at("$.parts[0].wanted")
                        + served(message);
            default -> "held";
        };
    }
}
