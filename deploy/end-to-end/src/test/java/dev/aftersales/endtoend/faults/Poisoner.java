package dev.aftersales.endtoend.faults;

import dev.aftersales.local.Suite;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Somebody who may write to the topics and writes nonsense; knows which dead letters have to come of it. */
final class Poisoner implements AutoCloseable {

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, Set<String>> expected = new TreeMap<>();
    private final KafkaProducer<@Nullable String, byte @Nullable []> producer;
    private int sent;

    Poisoner(Suite.Running suite) {
        // Compressed, two megabytes get past the broker's limit for a record.
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:" + suite.ports().broker(),
                        "compression.type",
                        "gzip",
                        "max.request.size",
                        8 * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends so many of these kinds, evenly; ends when the broker has them. */
    CompletableFuture<Void> start(Collection<Poison.Kind> kinds, int records, double perSecond) {
        List<Poison.Kind> mixture = List.copyOf(kinds);
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform().name("poisoner").start(() -> {
            try {
                long first = System.nanoTime();
                for (int i = 0; i < records; i++) {
                    parkUntil(first + (long) (i * 1e9 / perSecond));
                    send(Poison.mixed(mixture, sent++, run));
                }
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    /** Sends one; answers the dead letters that have to come of it. */
    Map<Hearer, String> send(Poison poison) {
        Map<Hearer, String> letters = new EnumMap<>(Hearer.class);
        RecordMetadata place = placed(poison);
        poison.hearers().forEach(hearer -> letters.put(hearer, hearer.letterOf(place)));
        synchronized (expected) {
            letters.forEach((hearer, letter) -> expected.computeIfAbsent(hearer.service(), any -> new TreeSet<>())
                    .add(letter));
        }
        return letters;
    }

    /** Every dead letter that has to come of what was sent, by service. */
    Map<String, Set<String>> expected() {
        synchronized (expected) {
            Map<String, Set<String>> copy = new TreeMap<>();
            expected.forEach((service, letters) -> copy.put(service, new TreeSet<>(letters)));
            return copy;
        }
    }

    private RecordMetadata placed(Poison poison) {
        try {
            return producer.send(poison.toRecord()).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void parkUntil(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
