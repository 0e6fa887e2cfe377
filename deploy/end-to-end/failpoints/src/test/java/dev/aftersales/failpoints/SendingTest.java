package dev.aftersales.failpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingTest {

    @TempDir
    private Path directory;

    private MockProducer<String, byte[]> broker;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();

    @BeforeEach
    void openBroker() {
        broker = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    @Test
    void sendsTheSecondOfTwoEventsFirst() {
        Producer<String, byte[]> producer = producer("reordered-sends:patience=60000");

        send(producer, "a/1");
        await().until(() -> acknowledged.contains("a/1"));
        send(producer, "a/2");

        assertThat(sent()).containsExactly("a/2", "a/1");
        assertThat(Entry.hits(file())).singleElement().satisfies(hit -> {
            assertThat(hit.value("first")).isEqualTo("a/2");
            assertThat(hit.value("second")).isEqualTo("a/1");
        });
    }

    @Test
    void keepsTheOrderOfDifferentAggregates() {
        Producer<String, byte[]> producer = producer("reordered-sends:patience=60000");

        send(producer, "a/1");
        send(producer, "b/1");

        assertThat(sent()).isEmpty();
        assertThat(Entry.hits(file())).isEmpty();
    }

    @Test
    void sendsAnEventThatNoneFollowsInItsPlace() {
        Producer<String, byte[]> producer = producer("reordered-sends:patience=1");

        send(producer, "a/1");
        await().until(() -> sent().equals(List.of("a/1")));
        send(producer, "a/2");

        await().until(() -> sent().equals(List.of("a/1", "a/2")));
    }

    @Test
    void repeatsRecordsAsTheyAreAndTellsTheSenderOnce() {
        Producer<String, byte[]> producer = producer("repeat-deliveries:max=5:seed=3:late=50");

        List<String> events =
                IntStream.rangeClosed(1, 40).mapToObj(number -> "a/" + number).toList();
        events.forEach(event -> send(producer, event));

        assertThat(acknowledged).isEqualTo(events);
        await().until(() -> !Entry.hits(file()).isEmpty()
                && sent().size() == 40 + Entry.hits(file()).size());
        assertThat(sent()).containsAll(events).hasSizeGreaterThan(80);
        assertThat(events)
                .allSatisfy(
                        event -> assertThat(sent()).filteredOn(event::equals).hasSizeBetween(1, 5));
        assertThat(sent().stream().distinct()).containsExactlyElementsOf(events);
    }

    private Path file() {
        return directory.resolve("told");
    }

    @SuppressWarnings("unchecked")
    private Producer<String, byte[]> producer(String fault) {
        Spec spec = Spec.all(fault + ":file=" + file()).getFirst();
        Interception interception =
                Faults.of(spec, new Journal(spec)).getFirst().interception();
        return (Producer<String, byte[]>) interception.returned(broker);
    }

    private void send(Producer<String, byte[]> producer, String event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>("claims", event.substring(0, 1), new byte[] {1});
        record.headers().add("ce_id", event.getBytes(StandardCharsets.UTF_8));
        producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                acknowledged.add(event);
            }
        });
    }

    private List<String> sent() {
        return broker.history().stream()
                .map(record -> new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .toList();
    }
}
