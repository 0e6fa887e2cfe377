package dev.aftersales.chassis.deadletters;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the dead-letter topic of each letter, with its origin, consumer, reason and attempts in the headers; a task for a
 * sweep. Nothing waits for it.
 */
public final class DeadLetterAnnouncer implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterAnnouncer.class);
    private static final int BATCH = 100;

    private final MongoCollection<Document> letters;
    private final DeadLetters deadLetters;
    private final Supplier<Producer<String, byte[]>> producers;

    public DeadLetterAnnouncer(
            MongoDatabase database, DeadLetters deadLetters, Supplier<Producer<String, byte[]>> producers) {
        this.letters = database.getCollection("deadLetters");
        this.deadLetters = deadLetters;
        this.producers = producers;
    }

    @Override
    public void run() {
        deadLetters.drainOrphans();
        List<Document> untold = letters.find(Filters.exists("announceSince"))
                .sort(Sorts.ascending("announceSince"))
                .limit(BATCH)
                .into(new ArrayList<>());
        if (untold.isEmpty()) {
            return;
        }
        Producer<String, byte[]> producer = producers.get();
        try {
            for (Document letter : untold) {
                if (!announce(letter, producer)) {
                    return;
                }
            }
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    /** Whether the next one may be told too; not so during an outage, when each would wait as long as this one did. */
    private boolean announce(Document letter, Producer<String, byte[]> producer) {
        ConsumerRecord<String, byte[]> origin = DeadLetters.recordOf(letter);
        ProducerRecord<String, byte[]> announced = new ProducerRecord<>(
                origin.topic() + ".dead-letters", null, origin.key(), origin.value(), origin.headers());
        add(announced, "dead-letter-consumer", letter.getString("consumer"));
        add(announced, "dead-letter-origin", origin.topic() + "/" + origin.partition() + "/" + origin.offset());
        add(announced, "dead-letter-reason", letter.getString("reason"));
        add(announced, "dead-letter-attempts", String.valueOf(letter.getInteger("attempts")));
        try {
            producer.send(announced).get(10, TimeUnit.SECONDS);
            letters.updateOne(Filters.eq("_id", letter.getString("_id")), Updates.unset("announceSince"));
            return true;
        } catch (ExecutionException | TimeoutException e) {
            log.atWarn()
                    .addKeyValue("topic", announced.topic())
                    .addKeyValue("reason", e.getMessage())
                    .log("The dead-letter topic did not take a letter; it is kept in the store and told again");
            if (e.getCause() instanceof RecordTooLargeException) {
                // The letter's own fault: behind the others next time, so that it holds none of them up.
                letters.updateOne(
                        Filters.eq("_id", letter.getString("_id")),
                        Updates.set("announceSince", Date.from(Instant.now(Clock.systemUTC()))));
                return true;
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void add(ProducerRecord<String, byte[]> announced, String name, String value) {
        announced.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
