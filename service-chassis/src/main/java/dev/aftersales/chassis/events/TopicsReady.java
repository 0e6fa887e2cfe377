package dev.aftersales.chassis.events;

import dev.aftersales.contracts.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics that are declared in {@link Topic} before anybody listens to them or writes on them. */
public final class TopicsReady {

    private static final Logger log = LoggerFactory.getLogger(TopicsReady.class);

    private final Map<String, Object> adminSettings;
    private final short replication;

    /**
     * @param replication of the topics made here: {@link Topic#REPLICATION} in production, 1 on a single broker
     */
    public TopicsReady(Map<String, Object> adminSettings, short replication) {
        this.adminSettings = adminSettings;
        this.replication = replication;
    }

    /** Returns when the topics and their dead-letter topics are there; waits for the broker as long as it takes. */
    public void await(Collection<Topic> topics) throws InterruptedException {
        if (topics.isEmpty()) {
            return;
        }
        while (true) {
            try (Admin admin = Admin.create(adminSettings)) {
                create(admin, topics);
                return;
            } catch (ExecutionException | TimeoutException | KafkaException e) {
                log.atWarn().addKeyValue("reason", e.getMessage()).log("The broker does not answer yet; asking again");
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
    }

    private void create(Admin admin, Collection<Topic> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic topic : topics) {
            wanted.add(new NewTopic(topic.topicName(), topic.partitions(), replication)
                    .configs(topic.settings(replication)));
            wanted.add(new NewTopic(topic.deadLetterTopicName(), topic.partitions(), replication)
                    .configs(topic.deadLetterSettings(replication)));
        }
        var there = admin.listTopics().names().get(5, TimeUnit.SECONDS);
        wanted.removeIf(topic -> there.contains(topic.name()));
        Map<String, ExecutionException> failures = new HashMap<>();
        for (var made : admin.createTopics(wanted).values().entrySet()) {
            try {
                made.getValue().get(5, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                // Two services start at once: the other one was faster.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    failures.put(made.getKey(), e);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw failures.values().iterator().next();
        }
    }
}
