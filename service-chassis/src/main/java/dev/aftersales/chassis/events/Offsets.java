package dev.aftersales.chassis.events;

import dev.aftersales.contracts.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Offsets as the broker knows them, whichever instance committed them. Not for several threads at once. */
final class Offsets implements AutoCloseable {

    private final Map<String, Object> adminSettings;
    private @Nullable Admin admin;
    private @Nullable Collection<TopicPartition> partitions;

    Offsets(Map<String, Object> adminSettings) {
        this.adminSettings = new HashMap<>(adminSettings);
        this.adminSettings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000);
        this.adminSettings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4000);
    }

    /** The offset of the next record of each partition. */
    Map<TopicPartition, Long> ends(Collection<Topic> topics) throws ExecutionException, InterruptedException {
        return offsets(partitions(topics), OffsetSpec.latest());
    }

    /** The offset of the first record that is still there. */
    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> places)
            throws ExecutionException, InterruptedException {
        return offsets(places, OffsetSpec.earliest());
    }

    /** The offset of the next record that each group will read, where it has committed one. */
    Map<TopicPartition, Long> committed(Collection<String> groups) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        if (groups.isEmpty()) {
            return committed;
        }
        admin().listConsumerGroupOffsets(groups.stream()
                        .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec())))
                .all()
                .get()
                .values()
                .forEach(group -> group.forEach((place, offset) -> {
                    if (offset != null) {
                        committed.put(place, offset.offset());
                    }
                }));
        return committed;
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> places, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        if (!places.isEmpty()) {
            admin().listOffsets(places.stream().collect(Collectors.toMap(Function.identity(), place -> which)))
                    .all()
                    .get()
                    .forEach((place, found) -> offsets.put(place, found.offset()));
        }
        return offsets;
    }

    /** Asked for once: their number cannot grow without breaking the order of events. */
    private Collection<TopicPartition> partitions(Collection<Topic> topics)
            throws ExecutionException, InterruptedException {
        Collection<TopicPartition> known = partitions;
        if (known == null) {
            known =
                    admin()
                            .describeTopics(
                                    topics.stream().map(Topic::topicName).toList())
                            .allTopicNames()
                            .get()
                            .values()
                            .stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                            .toList();
            partitions = known;
        }
        return known;
    }

    private Admin admin() {
        Admin known = admin;
        if (known == null) {
            known = Admin.create(adminSettings);
            admin = known;
        }
        return known;
    }

    @Override
    public void close() {
        Admin open = admin;
        if (open != null) {
            open.close(Duration.ofSeconds(1));
        }
    }
}
