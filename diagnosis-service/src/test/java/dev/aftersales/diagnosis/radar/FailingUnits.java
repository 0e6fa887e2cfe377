package dev.aftersales.diagnosis.radar;

import static org.awaitility.Awaitility.await;

import dev.aftersales.testing.Message;
import dev.aftersales.testing.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A vendor whose units fail alike, as claims-service tells of them, and what the service says of that. */
record FailingUnits(String vendor, String organisation) {

    static final String PER_CUSTOMER = "\"CONTRACT_HOLDER\",\"MODEL\",\"FAULT_FAMILY\"";
    static final String OVER_ALL = "\"MODEL\",\"FAULT_FAMILY\"";

    /** A grouping that is new has a hundred and more partitions made for it. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A vendor that no other test knows. */
    static FailingUnits fresh() {
        return new FailingUnits("vendor-" + UUID.randomUUID().toString().substring(0, 8), "nordwind");
    }

    /** Units of another customer of the same vendor. */
    FailingUnits of(String another) {
        return new FailingUnits(vendor, another);
    }

    /** Thirty units in thirty days are a batch, grouped so, from that instant on. */
    FailingUnits policy(int number, Instant from, String groupedBy) {
        String version = vendor + "-" + number;
        Topics.event("policies.policy-version-published.v1")
                .source("/claims-service")
                .vendor(vendor)
                .subject(version)
                .sequence(1)
                .json("""
                        {"policyVersion":"%s","vendor":"%s","policy":"A","effectiveFrom":"%s","sha256":"%s","pack":"policy: A",
                         "batchRules":[{"rule":"BATCH_ISSUE","clause":"A4.7","reading":"R-A8","units":30,"window":"PT720H",
                          "groupedBy":[%s],"text":{"en":"30 units","zh":"30 台"},
                          "readingText":{"en":"30 distinct units","zh":"30 台不同产品"},
                          "plan":{"within":"PT48H","warnedAt":["PT24H","PT43H12M"],
                           "told":{"warned":["VENDOR_OPS"],"breached":["VENDOR_OPS"]}}}]}
                        """.formatted(version, vendor, from, "0".repeat(64), groupedBy))
                .to("policies");
        return this;
    }

    /** A claim of one unit. */
    FailingUnits claimed(String serial, Instant at) {
        String claim = "clm-" + UUID.randomUUID();
        return said(claim, claim(claim, serial, at));
    }

    /** What claims-service says of a claim of one unit. */
    String claim(String claim, String serial, Instant at) {
        return """
                        {"claimId":"%s","vendor":"%s","policyVersion":"%s-1","customer":{"id":"cus-1","contactVersion":1},
                         "organisation":"%s","model":"WP-400","faultCode":"P-501",
                         "lines":[{"line":1,"serial":"%s","quantity":1}],"evidenceIds":[],"submittedAt":"%s"}
                        """.formatted(claim, vendor, vendor, organisation, serial, at);
    }

    /** The submission of a claim, whatever it holds. */
    FailingUnits said(String claim, String json) {
        Topics.event("claims.claim-submitted.v1")
                .source("/claims-service")
                .vendor(vendor)
                .subject(claim)
                .sequence(1)
                .json(json)
                .to("claims");
        return this;
    }

    /** The same as a record of the topic, which is not sent. */
    ConsumerRecord<String, byte[]> submission(String claim, String serial, Instant at) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                "claims", 0, 1_000_000, claim, claim(claim, serial, at).getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "claims/" + claim + "/1",
                        "ce_source", "/claims-service",
                        "ce_type", "claims.claim-submitted.v1",
                        "ce_subject", claim,
                        "ce_time", at.toString(),
                        "ce_vendor", vendor,
                        "ce_sequence", "1",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** What was told of the vendor's batch issues, once so many were detected. */
    List<Message> awaitDetected(int issues) {
        // A new vendor is a new grouping, whose topics a broker takes its time to make.
        return await().atMost(Duration.ofMinutes(3)).until(this::detected, told -> told.size() >= issues);
    }

    List<Message> detected() {
        return Topics.read("batch-issues").stream().filter(this::isDetection).toList();
    }

    private boolean isDetection(Message told) {
        return told.type().equals("batches.batch-issue-detected.v1") && vendor.equals(told.header("ce_vendor"));
    }
}
