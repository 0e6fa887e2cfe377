package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.endtoend.ledger.Sighting;
import dev.aftersales.failpoints.Entry;
import dev.aftersales.failpoints.Failpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Every event comes several times, and then the whole past once more. */
@FullRound
class RedeliveryIT {

    private static final List<String> SERVICES =
            List.of("claims-service", "diagnosis-service", "logistics-service", "notification-service");

    @Test
    void repeatsAndReplaysChangeNothingAndSendNoMail() {
        try (Stage stage = Stage.set("redelivery")) {
            Map<String, Path> repeats = new TreeMap<>();
            for (String service : SERVICES) {
                Path told = stage.file("repeats-" + service);
                repeats.put(service, told);
                stage.suite().restart(service, Failpoints.option("repeat-deliveries:max=5:seed=9:file=" + told));
            }
            stage.claim(300, 4);
            stage.awaitOutcomes();
            Sighting before = stage.verify(Instant.now(), Duration.ofSeconds(60));
            stage.figures().add("records on the topics", before.events().size());
            stage.figures()
                    .add(
                            "of distinct events",
                            before.events().stream()
                                    .map(Sighting.Event::id)
                                    .distinct()
                                    .count());

            repeats.forEach((service, told) -> assertThat(Entry.hits(told))
                    .as("events of %s that came again", service)
                    .isNotEmpty());

            SERVICES.forEach(stage.suite()::stop);
            replayEverything(stage);
            Instant replayed = Instant.now();
            SERVICES.forEach(stage.suite()::start);
            Sighting after = stage.verify(replayed, Duration.ofSeconds(90));

            assertThat(after.mails().size())
                    .as("mails after the replay")
                    .isEqualTo(before.mails().size());
            assertThat(Set.copyOf(after.claims())).isEqualTo(Set.copyOf(before.claims()));
            assertThat(Set.copyOf(after.shipments())).isEqualTo(Set.copyOf(before.shipments()));
            assertThat(Set.copyOf(after.stock())).isEqualTo(Set.copyOf(before.stock()));
            assertThat(after.cases()).isEqualTo(before.cases());
            assertThat(Set.copyOf(after.notifications())).isEqualTo(Set.copyOf(before.notifications()));
            assertThat(told(after)).as("events after the replay").isEqualTo(told(before));
        }
    }

    /** Late repeats of the first part may still come; what counts is that nothing new is told. */
    private static Set<String> told(Sighting sighting) {
        return sighting.events().stream().map(Sighting.Event::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Sets every group back to the first record of its topic. */
    private static void replayEverything(Stage stage) {
        String broker = "127.0.0.1:" + stage.suite().ports().broker();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            for (GroupListing group : admin.listGroups().all().get()) {
                Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
                admin.listConsumerGroupOffsets(group.groupId())
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .keySet()
                        .forEach(partition -> beginning.put(partition, new OffsetAndMetadata(0)));
                admin.alterConsumerGroupOffsets(group.groupId(), beginning)
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
