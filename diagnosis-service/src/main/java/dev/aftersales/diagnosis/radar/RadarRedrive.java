package dev.aftersales.diagnosis.radar;

import dev.aftersales.chassis.deadletters.RedriveTarget;
import dev.aftersales.chassis.events.EventCodec;
import dev.aftersales.chassis.events.UnreadableEvent;
import dev.aftersales.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Brings a record back to where the topology reads it: on a topic beside the others, in the partition of its key, because
 * whichever instance counts that key must read it, and nobody but its writer writes on the topic that it came from.
 */
final class RadarRedrive implements RedriveTarget, AutoCloseable {

    /** The radar's own; only it reads there. */
    static final String TOPIC = "batch-radar-redriven";

    private static final long PATIENCE_SECONDS = 10;

    private final String consumer;
    private final EventCodec codec;
    private final Supplier<Producer<String, byte[]>> producers;
    private @Nullable Producer<String, byte[]> producer;

    RadarRedrive(String consumer, EventCodec codec, Supplier<Producer<String, byte[]>> producers) {
        this.consumer = consumer;
        this.codec = codec;
        this.producers = producers;
    }

    @Override
    public String consumer() {
        return consumer;
    }

    @Override
    public void redrive(ConsumerRecord<String, byte[]> buried) {
        Topic origin = Topic.named(buried.topic());
        check(origin, buried);
        if (PolicyWatch.TABLES.contains(origin)) {
            // Every instance that can read it has done so when it started: it reads all of that topic.
            return;
        }
        RecordHeaders headers = new RecordHeaders(buried.headers());
        headers.remove(Intake.ORIGIN);
        headers.add(Intake.ORIGIN, buried.topic().getBytes(StandardCharsets.UTF_8));
        send(new ProducerRecord<>(TOPIC, null, buried.key(), buried.value(), headers));
    }

    private void check(Topic origin, ConsumerRecord<String, byte[]> buried) {
        Heard<?> heard = List.of(
                        ClaimReader.EVENTS,
                        UnitReader.EVENTS,
                        IssueReader.EVENTS,
                        PolicyWatch.VERSIONS,
                        PolicyWatch.FAMILIES)
                .stream()
                .filter(one -> one.concerns(buried))
                .findFirst()
                .orElseThrow(() -> new UnreadableEvent("the radar hears nothing like it on " + origin.topicName()));
        heard.read(codec, buried);
    }

    private void send(ProducerRecord<String, byte[]> redriven) {
        try {
            producer().send(redriven).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        Producer<String, byte[]> open = producer == null ? producers.get() : producer;
        producer = open;
        return open;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close();
            producer = null;
        }
    }
}
