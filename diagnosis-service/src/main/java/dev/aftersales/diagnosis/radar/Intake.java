package dev.aftersales.diagnosis.radar;

import dev.aftersales.chassis.events.EventCodec;
import dev.aftersales.chassis.events.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Reads what goes into the topology. What cannot be read is a dead letter of the service, later events of the same aggregate
 * wait behind it, and everything else is counted on.
 */
final class Intake {

    /** The topic that a redriven record was first told on. */
    static final String ORIGIN = "radar-origin";

    private final EventCodec codec;
    private final Letters letters;

    Intake(EventCodec codec, Letters letters) {
        this.codec = codec;
        this.letters = letters;
    }

    /** What a record says, if it concerns whoever hears that and can be read. */
    <T> Optional<T> read(Heard<T> heard, Record<String, byte[]> said, ProcessingContext context) {
        ConsumerRecord<String, byte[]> received = received(said, context);
        boolean redriven = said.headers().lastHeader(ORIGIN) != null;
        if (!heard.concerns(received) || (!redriven && letters.park(received))) {
            return Optional.empty();
        }
        try {
            return Optional.of(heard.read(codec, received));
        } catch (UnreadableEvent e) {
            letters.bury(received, e);
            return Optional.empty();
        }
    }

    /** Partitions come to a task: what is remembered of those that wait may be another instance's past. */
    void begin() {
        letters.forget();
    }

    private static ConsumerRecord<String, byte[]> received(Record<String, byte[]> said, ProcessingContext context) {
        RecordMetadata where = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record of a topic always says where it is from"));
        Header origin = said.headers().lastHeader(ORIGIN);
        return new ConsumerRecord<>(
                origin == null ? where.topic() : new String(origin.value(), StandardCharsets.UTF_8),
                where.partition(),
                where.offset(),
                said.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                said.key(),
                said.value(),
                said.headers(),
                Optional.empty());
    }
}
