package dev.aftersales.chassis.deadletters;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
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
        for (Document letter : letters.find(Filters.exists("announceSince"))
                .sort(Sorts.ascending("announceSince"))
                .limit(BATCH)) {
            announce(letter);
        }
    }

    private void announce(Document letter) {
        ConsumerRecord<String, byte[]> origin = DeadLetters.recordOf(letter);
        ProducerRecord<String, byte[]> announced = new ProducerRecord<>(
                origin.topic() + ".dead-letters", null, origin.key(), origin.value(), origin.headers());
        add(announced, "dead-letter-consumer", letter.getString("consumer"));
        add(announced, "dead-letter-origin", origin.topic() + "/" + origin.partition() + "/" + origin.offset());
        add(announced, "dead-letter-reason", letter.getString("reason"));
        add(announced, "dead-letter-attempts", String.valueOf(letter.getInteger("attempts")));
        try {
            producers.get().send(announced).get(10, TimeUnit.SECONDS);
            letters.updateOne(Filters.eq("_id", letter.getString("_id")), Updates.unset("announceSince"));
        } catch (ExecutionException | TimeoutException e) {
            log.atWarn()
                    .addKeyValue("topic", announced.topic())
                    .addKeyValue("reason", e.getMessage())
                    .log("The dead-letter topic did not take a letter; it is kept in the store and told again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void add(ProducerRecord<String, byte[]> announced, String name, String value) {
        announced.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
