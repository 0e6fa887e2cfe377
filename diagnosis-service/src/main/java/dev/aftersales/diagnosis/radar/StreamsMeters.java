package dev.aftersales.diagnosis.radar;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;

/**
 * Keeps of what Kafka's clients measure that which is about a client or a thread of it. By task, store, partition and
 * processor it is thousands of series for each instance, others after each rebalance.
 */
final class StreamsMeters implements MeterFilter {

    private static final Set<String> TAGS = Set.of("kafka.version", "client.id", "thread.id", "application.id");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        boolean ofClient = id.getName().startsWith("kafka.");
        return ofClient
                        && !TAGS.containsAll(
                                id.getTags().stream().map(Tag::getKey).toList())
                ? MeterFilterReply.DENY
                : MeterFilterReply.NEUTRAL;
    }
}
