package dev.aftersales.contracts;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A topic of the suite with the settings it is created with. Each topic has one writer; the key of every record is the
 * id of the aggregate that the event is about, so that one aggregate's events have one order.
 *
 * <p>Replicas are {@value #REPLICATION} unless the installation says otherwise: a single broker can hold but one. All but
 * one of them must be in sync for a write to be acknowledged.
 */
public enum Topic {
    CLAIMS("claims", Cleanup.DELETE),
    DIAGNOSIS("diagnosis", Cleanup.DELETE),
    LOGISTICS("logistics", Cleanup.DELETE),
    NOTIFICATIONS("notifications", Cleanup.DELETE),
    /** The radar's own: what it says to the batch issues of the same service. */
    BATCH_ALARMS("batch-alarms", Cleanup.DELETE),
    /** The radar's own, too: how full each group is, of which only the last word matters. */
    BATCH_GAUGES("batch-gauges", Cleanup.COMPACT),
    BATCH_ISSUES("batch-issues", Cleanup.DELETE),
    /** What logistics does for batch issues, keyed by them; {@link #LOGISTICS} is keyed by claims. */
    EMERGENCY_SUPPLIES("emergency-supplies", Cleanup.DELETE),
    CUSTOMERS("customers", Cleanup.COMPACT),
    POLICIES("policies", Cleanup.COMPACT),
    POLICY_NOTICES("policy-notices", Cleanup.DELETE),
    BATCH_NOTICES("batch-notices", Cleanup.DELETE),
    CALENDARS("calendars", Cleanup.DELETE),
    UNITS("units", Cleanup.COMPACT),
    FAULT_CATALOGUE("fault-catalogue", Cleanup.COMPACT),
    PARTNER_EVENTS("partner-events", Cleanup.DELETE),
    /** Business time where it is simulated; one aggregate, and read as a whole by everybody. */
    CLOCK("clock", Cleanup.COMPACT, 1);

    /**
     * Partitions of a topic whose work is shared out: more than the instances of a service that anyone runs; the number
     * cannot grow without breaking the order.
     */
    public static final int PARTITIONS = 12;

    /** Copies of each partition in production. */
    public static final int REPLICATION = 3;

    /** An event's data is at most this many bytes; checked before the commit, so that a relay never meets a larger one. */
    public static final int MAX_EVENT_BYTES = 256 * 1024;

    private static final Duration RETENTION = Duration.ofDays(400);

    private enum Cleanup {
        DELETE,
        COMPACT
    }

    private final String topicName;
    private final Cleanup cleanup;
    private final int partitions;

    Topic(String topicName, Cleanup cleanup) {
        this(topicName, cleanup, PARTITIONS);
    }

    Topic(String topicName, Cleanup cleanup, int partitions) {
        this.topicName = topicName;
        this.cleanup = cleanup;
        this.partitions = partitions;
    }

    /** The name on the broker. */
    public String topicName() {
        return topicName;
    }

    /** Whether its records are part of transactions; the mark that ends one takes an offset of the topic. */
    public boolean isWrittenInTransactions() {
        return this == BATCH_ALARMS || this == BATCH_GAUGES;
    }

    /** How many partitions it is created with, and its dead-letter topic too. */
    public int partitions() {
        return partitions;
    }

    /** The topic that holds what a consumer of this one could not handle. */
    public String deadLetterTopicName() {
        return topicName + ".dead-letters";
    }

    /**
     * Settings of the topic with that many replicas, by their broker names.
     *
     * @param replicas at least 1; with more, one of them may be away and writes go on
     */
    public Map<String, String> settings(int replicas) {
        return with(settings(), replicas);
    }

    /** The same of the dead-letter topic. */
    public Map<String, String> deadLetterSettings(int replicas) {
        return with(deadLetterSettings(), replicas);
    }

    private static Map<String, String> with(Map<String, String> settings, int replicas) {
        Map<String, String> more = new HashMap<>(settings);
        more.put("min.insync.replicas", Integer.toString(Math.max(1, replicas - 1)));
        return Map.copyOf(more);
    }

    /** Settings of the topic that do not depend on the installation, by their broker names. */
    public Map<String, String> settings() {
        return switch (cleanup) {
            case COMPACT -> Map.of("cleanup.policy", "compact", "segment.ms", "86400000");
            case DELETE -> deleteAfter(RETENTION);
        };
    }

    /** Settings of the dead-letter topic: kept for as long as the source, because a redrive may come late. */
    public Map<String, String> deadLetterSettings() {
        return deleteAfter(RETENTION);
    }

    private static Map<String, String> deleteAfter(Duration retention) {
        return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis()));
    }

    /**
     * The topic of that broker name.
     *
     * @throws IllegalArgumentException if the suite has none
     */
    public static Topic named(String topicName) {
        for (Topic topic : values()) {
            if (topic.topicName.equals(topicName)) {
                return topic;
            }
        }
        throw new IllegalArgumentException("no topic is named " + topicName);
    }
}
