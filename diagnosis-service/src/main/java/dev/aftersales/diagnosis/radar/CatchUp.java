package dev.aftersales.diagnosis.radar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Whether a topology that reads the topics anew, in whichever instances, has counted all that was there. Asked by marks: the
 * ends of all that it reads, which it is past when its group has committed as much. What one of its steps tells is read by
 * the next, so a mark is set, and waited for, once for each step; then nothing is on its way that was said before the first.
 */
final class CatchUp {

    /** Claims, sightings, groups. */
    private static final int STEPS = 3;

    private static final long PATIENCE_SECONDS = 5;

    private final String application;
    private int passed;
    private @Nullable Map<TopicPartition, Long> mark;

    CatchUp(String application) {
        this.application = application;
    }

    /**
     * Looks once more.
     *
     * @param inputs the topics that it reads beside its own
     */
    boolean isDone(Admin admin, List<String> inputs) throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> ends = mark;
        if (ends == null) {
            ends = ends(admin, inputs);
            mark = ends;
        }
        Map<TopicPartition, OffsetAndMetadata> committed =
                await(() -> admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata());
        boolean past = ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata offset = committed.get(end.getKey());
            return offset != null && offset.offset() >= end.getValue();
        });
        if (past) {
            passed++;
            mark = null;
        }
        return passed == STEPS;
    }

    /** Of those that hold anything. */
    private Map<TopicPartition, Long> ends(Admin admin, List<String> inputs)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<String> topics = new ArrayList<>(inputs);
        await(() -> admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(application + "-") && name.endsWith("-repartition"))
                .forEach(topics::add);
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        await(() -> admin.describeTopics(topics).allTopicNames()).values().forEach(topic -> topic.partitions()
                .forEach(partition -> {
                    latest.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest());
                    earliest.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.earliest());
                }));
        ListOffsetsOptions committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        var all = await(() -> admin.listOffsets(latest, committed).all());
        Map<TopicPartition, Long> ends = new HashMap<>();
        all.forEach((partition, end) -> ends.put(partition, end.offset()));
        await(() -> admin.listOffsets(earliest, committed).all())
                .forEach((partition, beginning) -> ends.remove(partition, beginning.offset()));
        return ends;
    }

    private static <T> T await(Supplier<org.apache.kafka.common.KafkaFuture<T>> answer)
            throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
