package dev.aftersales.endtoend.faults;

import static dev.aftersales.endtoend.faults.Hearer.CLAIMS;
import static dev.aftersales.endtoend.faults.Hearer.DIAGNOSIS;
import static dev.aftersales.endtoend.faults.Hearer.LOGISTICS;
import static dev.aftersales.endtoend.faults.Hearer.NOTIFICATIONS;
import static dev.aftersales.endtoend.faults.Hearer.RADAR;

import dev.aftersales.contracts.Schemas;
import dev.aftersales.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that nobody can handle.
 *
 * @param key of the aggregate that it pretends to be about
 */
record Poison(Kind kind, Address address, String key) {

    /** What is wrong with it. */
    enum Kind {
        NO_EVENT,
        NOT_JSON,
        WRONG_SCHEMA,
        UNKNOWN_VERSION,
        NULL_VALUE,
        NULL_KEY,
        TWO_MEGABYTES,
        DEEPLY_NESTED,
        /** Nothing, but the claim that it names does not exist, so that its handler throws. */
        HANDLER_THROWS,
        /** Nothing; a failpoint has its handler end with an {@code Error}. */
        HANDLER_ENDS_WITH_AN_ERROR;

        /** With what the keys of such records begin, unless they name somebody else's aggregate. */
        String prefix() {
            return "poison-" + ordinal() + "-";
        }
    }

    /** An event that somebody hears. */
    enum Address {
        DIAGNOSIS_REQUESTED(Topic.CLAIMS, "claims.diagnosis-requested.v1", DIAGNOSIS, RADAR),
        SERVICE_AUTHORISED(Topic.CLAIMS, "claims.service-authorised.v1", LOGISTICS),
        COVERAGE_DECIDED(Topic.CLAIMS, "claims.coverage-decided.v1", CLAIMS, RADAR, NOTIFICATIONS),
        DIAGNOSIS_COMPLETED(Topic.DIAGNOSIS, "diagnosis.diagnosis-completed.v1", CLAIMS, RADAR),
        PARTS_RESERVED(Topic.LOGISTICS, "logistics.parts-reserved.v1", CLAIMS),
        PARTS_RELEASED(Topic.LOGISTICS, "logistics.parts-released.v1", CLAIMS, NOTIFICATIONS),
        NOTIFICATION_SENT(Topic.NOTIFICATIONS, "notifications.notification-sent.v1", CLAIMS),
        THRESHOLD_REACHED(Topic.BATCH_ALARMS, "radar.threshold-reached.v1", DIAGNOSIS),
        BATCH_ISSUE_RESOLVED(
                Topic.BATCH_ISSUES, "batches.batch-issue-resolved.v1", CLAIMS, LOGISTICS, RADAR, NOTIFICATIONS),
        EMERGENCY_PARTS_RESERVED(Topic.EMERGENCY_SUPPLIES, "logistics.emergency-parts-reserved.v1", DIAGNOSIS),
        BATCH_NOTICE_REQUESTED(Topic.BATCH_NOTICES, "notices.batch-notice-requested.v1", NOTIFICATIONS),
        CUSTOMER_UPDATED(Topic.CUSTOMERS, "customers.customer-updated.v1", LOGISTICS, NOTIFICATIONS),
        UNIT_RECORDED(Topic.UNITS, "units.unit-recorded.v1", DIAGNOSIS, RADAR),
        CARRIER_ACCEPTED(Topic.PARTNER_EVENTS, "partners.carrier-accepted.v1", LOGISTICS);

        private final Topic topic;
        private final String type;
        private final Set<Hearer> hearers;

        Address(Topic topic, String type, Hearer... hearers) {
            this.topic = topic;
            this.type = type;
            this.hearers = Set.of(hearers);
        }

        Topic topic() {
            return topic;
        }
    }

    /** Who hears anything on a topic: what is no event at all is for all of them. */
    private static final Map<Topic, Set<Hearer>> LISTENERS = Map.ofEntries(
            Map.entry(Topic.CLAIMS, EnumSet.allOf(Hearer.class)),
            Map.entry(Topic.DIAGNOSIS, EnumSet.of(CLAIMS, RADAR)),
            Map.entry(Topic.LOGISTICS, EnumSet.of(CLAIMS, NOTIFICATIONS)),
            Map.entry(Topic.NOTIFICATIONS, EnumSet.of(CLAIMS)),
            Map.entry(Topic.BATCH_ALARMS, EnumSet.of(DIAGNOSIS)),
            Map.entry(Topic.BATCH_ISSUES, EnumSet.of(CLAIMS, LOGISTICS, RADAR, NOTIFICATIONS)),
            Map.entry(Topic.EMERGENCY_SUPPLIES, EnumSet.of(DIAGNOSIS)),
            Map.entry(Topic.BATCH_NOTICES, EnumSet.of(NOTIFICATIONS)),
            Map.entry(Topic.CUSTOMERS, EnumSet.of(LOGISTICS, NOTIFICATIONS)),
            Map.entry(Topic.UNITS, EnumSet.of(DIAGNOSIS, RADAR)),
            Map.entry(Topic.PARTNER_EVENTS, EnumSet.of(CLAIMS, LOGISTICS)));

    private static final String EXAMPLE_CLAIM = "clm-8d2f6c1e";
    private static final String EXAMPLE_CUSTOMER = "cus-4b7d90a2";

    /** The n-th of a mixture in which kinds and addresses come in turn; a kind that fits one event only goes there. */
    static Poison mixed(List<Kind> kinds, int n, String run) {
        Kind kind = kinds.get(n % kinds.size());
        int turn = n + n / kinds.size();
        Address address =
                switch (kind) {
                    case HANDLER_THROWS -> Address.PARTS_RESERVED;
                    case HANDLER_ENDS_WITH_AN_ERROR -> Address.CUSTOMER_UPDATED;
                    // A compacted topic takes no record without a key; those stand last.
                    case NULL_KEY -> Address.values()[turn % Address.CUSTOMER_UPDATED.ordinal()];
                    default -> Address.values()[turn % Address.values().length];
                };
        return new Poison(kind, address, kind.prefix() + run + "-" + n);
    }

    /** In whose dead letters it belongs. */
    Set<Hearer> hearers() {
        return switch (kind) {
            case NO_EVENT -> LISTENERS.getOrDefault(address.topic, Set.of());
            // The failpoint is in one of the two; the other keeps a contact that nobody asks for.
            case HANDLER_ENDS_WITH_AN_ERROR -> EnumSet.of(LOGISTICS);
            default -> address.hearers;
        };
    }

    ProducerRecord<@Nullable String, byte @Nullable []> toRecord() {
        String good =
                Schemas.exampleOf(address.type).replace(EXAMPLE_CLAIM, key).replace(EXAMPLE_CUSTOMER, key);
        ProducerRecord<@Nullable String, byte @Nullable []> bad = new ProducerRecord<>(
                address.topic.topicName(), null, kind == Kind.NULL_KEY ? null : key, valueOf(kind, good));
        if (kind != Kind.NO_EVENT) {
            header(bad, "ce_specversion", "1.0");
            header(bad, "ce_type", kind == Kind.UNKNOWN_VERSION ? address.type.replace(".v1", ".v9") : address.type);
            header(bad, "ce_id", key);
            header(bad, "ce_source", "/poison");
            header(bad, "ce_subject", key);
            header(bad, "ce_time", "2026-11-20T10:00:00Z");
            header(bad, "ce_vendor", "exporter");
        }
        return bad;
    }

    private static byte @Nullable [] valueOf(Kind kind, String good) {
        return switch (kind) {
            case NULL_VALUE -> null;
            case NO_EVENT, NOT_JSON -> "not { JSON".getBytes(StandardCharsets.UTF_8);
            case WRONG_SCHEMA -> "{\"claimId\":[7],\"vendor\":{}}".getBytes(StandardCharsets.UTF_8);
            case TWO_MEGABYTES -> new byte[2 * 1024 * 1024];
            case DEEPLY_NESTED -> "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            case UNKNOWN_VERSION, NULL_KEY, HANDLER_THROWS, HANDLER_ENDS_WITH_AN_ERROR ->
                good.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static void header(ProducerRecord<?, ?> bad, String name, String value) {
        bad.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
