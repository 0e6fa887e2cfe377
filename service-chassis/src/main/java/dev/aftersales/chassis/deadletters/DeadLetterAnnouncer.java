package dev.aftersales.chassis.deadletters;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the dead-letter topic of each letter, with its origin, consumer, reason and attempts in the headers; a task for a
 * sweep. Nothing waits for it, and no letter waits for another: what could not be told goes behind the others and is tried
 * again, for as long as it takes. A letter that is too large for its topic is told without its content.
 */
public final class DeadLetterAnnouncer implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterAnnouncer.class);
    private static final int BATCH = 100;

    /** So that one round does not keep the sweep from what else it has to do. */
    private static final int MOST_BATCHES = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MongoCollection<Document> letters;
    private final Settlements settlements;
    private final Supplier<Producer<String, byte[]>> producers;

    public DeadLetterAnnouncer(
            DeadLetters deadLetters, Settlements settlements, Supplier<Producer<String, byte[]>> producers) {
        this.letters = deadLetters.collection();
        this.settlements = settlements;
        this.producers = producers;
    }

    @Override
    public void run() {
        try {
            announceAll();
        } finally {
            // Neither waits for the other to go well.
            settlements.drainOrphans();
        }
    }

    private void announceAll() {
        List<Document> untold = untold();
        if (untold.isEmpty()) {
            return;
        }
        Producer<String, byte[]> producer = producers.get();
        try {
            boolean went = announce(untold, producer);
            for (int batch = 1; went && untold.size() == BATCH && batch < MOST_BATCHES; batch++) {
                untold = untold();
                went = announce(untold, producer);
            }
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private List<Document> untold() {
        return letters.find(Filters.exists("announceSince"))
                .sort(Sorts.ascending("announceSince"))
                .limit(BATCH)
                .into(new ArrayList<>());
    }

    /** Whether all went well. */
    private boolean announce(List<Document> untold, Producer<String, byte[]> producer) {
        Map<String, List<Document>> byTopic = new LinkedHashMap<>();
        untold.forEach(letter -> byTopic.computeIfAbsent(letter.getString("topic"), topic -> new ArrayList<>())
                .add(letter));
        List<String> told = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        byTopic.values().forEach(ofTopic -> announceOn(ofTopic, producer, told, behind));
        if (!told.isEmpty()) {
            letters.updateMany(Filters.in("_id", told), Updates.unset("announceSince"));
        }
        if (!behind.isEmpty()) {
            letters.updateMany(
                    Filters.in("_id", behind), Updates.set("announceSince", Date.from(Instant.now(Clock.systemUTC()))));
        }
        return behind.isEmpty();
    }

    /**
     * The first alone: where the topic takes nothing, that is known after one wait and not after a hundred. The rest
     * together.
     */
    private static void announceOn(
            List<Document> ofTopic, Producer<String, byte[]> producer, List<String> told, List<String> behind) {
        List<Document> rest = ofTopic.subList(1, ofTopic.size());
        Document first = ofTopic.getFirst();
        Throwable failure = tell(first, send(first, true, producer), producer);
        note(first, failure, told, behind);
        if (failure != null && !isTheLettersOwn(failure)) {
            rest.forEach(letter -> behind.add(letter.getString("_id")));
            return;
        }
        List<Future<?>> sent = new ArrayList<>();
        rest.forEach(letter -> sent.add(send(letter, true, producer)));
        for (int i = 0; i < rest.size(); i++) {
            note(rest.get(i), tell(rest.get(i), sent.get(i), producer), told, behind);
        }
    }

    private static void note(Document letter, @Nullable Throwable failure, List<String> told, List<String> behind) {
        String id = letter.getString("_id");
        if (failure == null) {
            told.add(id);
            return;
        }
        behind.add(id);
        log.atWarn()
                .addKeyValue("letter", id)
                .addKeyValue("reason", failure.getClass().getSimpleName())
                .log("The dead-letter topic did not take a letter; it is kept in the store and told again");
    }

    /** Why the letter could not be told; absent when it was. */
    private static @Nullable Throwable tell(Document letter, Future<?> sent, Producer<String, byte[]> producer) {
        Throwable failure = failureOf(sent);
        return failure instanceof RecordTooLargeException ? failureOf(send(letter, false, producer)) : failure;
    }

    private static @Nullable Throwable failureOf(Future<?> sent) {
        try {
            sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
        } catch (TimeoutException e) {
            return e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }

    private static Future<?> send(Document letter, boolean whole, Producer<String, byte[]> producer) {
        try {
            return producer.send(announcementOf(letter, whole));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static ProducerRecord<String, byte[]> announcementOf(Document letter, boolean whole) {
        ConsumerRecord<String, byte[]> origin = LetterDocument.recordOf(letter);
        ProducerRecord<String, byte[]> announcement = new ProducerRecord<>(
                origin.topic() + ".dead-letters",
                null,
                origin.key(),
                whole ? origin.value() : null,
                whole ? origin.headers() : null);
        add(announcement, "dead-letter-consumer", letter.getString("consumer"));
        add(announcement, "dead-letter-origin", origin.topic() + "/" + origin.partition() + "/" + origin.offset());
        add(announcement, "dead-letter-reason", letter.getString("reason"));
        add(announcement, "dead-letter-attempts", String.valueOf(letter.getInteger("attempts")));
        if (!whole || LetterDocument.leavesValueOut(letter)) {
            add(announcement, "dead-letter-content", "omitted");
        }
        return announcement;
    }

    private static void add(ProducerRecord<String, byte[]> announcement, String name, String value) {
        announcement.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Otherwise the topic takes no letter, or the broker is away. */
    private static boolean isTheLettersOwn(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof SerializationException
                || failure instanceof InvalidRecordException
                || (failure instanceof RuntimeException && !(failure instanceof KafkaException));
    }
}
