package dev.aftersales.gateway.intake;

import dev.aftersales.contracts.Topic;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Makes the topic of partner events with its settings, in the background, as soon as the broker answers. */
@Component
final class PartnerTopic implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PartnerTopic.class);
    private static final long PAUSE_MILLIS = 500;

    private final KafkaProperties kafka;
    private final short replication;
    private volatile Thread maker = Thread.ofVirtual().unstarted(this::make);

    /** @param replication {@link Topic#REPLICATION} in production, 1 on a single broker */
    PartnerTopic(
            KafkaProperties kafka,
            @Value("${aftersales.topics.replication:" + Topic.REPLICATION + "}") short replication) {
        this.kafka = kafka;
        this.replication = replication;
    }

    @Override
    public void start() {
        maker = Thread.ofVirtual().name("partner-topic").start(this::make);
    }

    @Override
    public void stop() {
        maker.interrupt();
    }

    @Override
    public boolean isRunning() {
        return maker.isAlive();
    }

    private void make() {
        try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
            while (!isThere(admin)) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            // The gateway stops.
            Thread.currentThread().interrupt();
        }
    }

    private boolean isThere(Admin admin) throws InterruptedException {
        String name = Topic.PARTNER_EVENTS.topicName();
        try {
            if (!admin.listTopics().names().get(5, TimeUnit.SECONDS).contains(name)) {
                NewTopic topic = new NewTopic(name, Topic.PARTITIONS, replication)
                        .configs(Topic.PARTNER_EVENTS.settings(replication));
                admin.createTopics(List.of(topic)).all().get(5, TimeUnit.SECONDS);
            }
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return true;
            }
            log.atWarn()
                    .addKeyValue("topic", name)
                    .addKeyValue("reason", e.getMessage())
                    .log("Cannot make the topic yet");
        } catch (TimeoutException | KafkaException e) {
            log.atWarn()
                    .addKeyValue("topic", name)
                    .addKeyValue("reason", e.getMessage())
                    .log("The broker does not answer yet");
        }
        return false;
    }
}
