package dev.aftersales.chassis.events;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.deadletters.DeadLetters;
import dev.aftersales.chassis.store.Outages;
import dev.aftersales.contracts.Topic;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerPausingBackOffHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerContainerPauseService;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.util.backoff.FixedBackOff;

/**
 * One listener container for each topic that the service hears. A record is acknowledged when its effect is durable: the
 * reaction has returned, or the record lies in the dead letters.
 */
public final class Listeners implements SmartLifecycle, ApplicationContextAware {

    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    /** How long the records in hand may take when the service stops; one that takes longer is delivered again. */
    private static final java.time.Duration STOP = java.time.Duration.ofSeconds(10);

    private final Reactions reactions;
    private final DeadLetters deadLetters;
    private final ConsumerFactory<String, byte[]> consumers;
    private final TopicsReady topicsReady;
    private final AggregatesFactory aggregates;
    private final String serviceName;
    private final ReactionSettings settings;
    private final TaskScheduler scheduler;
    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers = new CopyOnWriteArrayList<>();
    /** Partitions at whose head stands a record that could neither be handled nor kept. */
    private final Set<TopicPartition> stuck = ConcurrentHashMap.newKeySet();

    private volatile boolean running;
    private volatile boolean startFailed;
    private @Nullable Thread starter;
    private @Nullable ApplicationContext context;

    public Listeners(
            Reactions reactions,
            DeadLetters deadLetters,
            ConsumerFactory<String, byte[]> consumers,
            TopicsReady topicsReady,
            AggregatesFactory aggregates,
            String serviceName,
            ReactionSettings settings,
            TaskScheduler scheduler) {
        this.reactions = reactions;
        this.deadLetters = deadLetters;
        this.consumers = consumers;
        this.topicsReady = topicsReady;
        this.aggregates = aggregates;
        this.serviceName = serviceName;
        this.settings = settings;
        this.scheduler = scheduler;
    }

    @Override
    public void setApplicationContext(ApplicationContext applicationContext) {
        context = applicationContext;
    }

    /**
     * Topics whose container is not in the state that it should be in, or which do not go on because a record can neither
     * be handled nor kept; empty when all is well.
     */
    public List<String> dead() {
        if (!running) {
            return List.of();
        }
        if (startFailed) {
            return List.of(serviceName);
        }
        return containers.stream()
                .filter(container -> !container.isRunning() || !container.isInExpectedState() || isStuck(container))
                .map(container -> String.valueOf(container.getBeanName()))
                .toList();
    }

    private boolean isStuck(ConcurrentMessageListenerContainer<String, byte[]> container) {
        return stuck.stream().anyMatch(place -> (serviceName + "." + place.topic()).equals(container.getBeanName()));
    }

    /** The containers, for their metrics and for tests. */
    public List<ConcurrentMessageListenerContainer<String, byte[]>> containers() {
        return List.copyOf(containers);
    }

    /** Returns at once: a service takes claims while the broker is down, and listens as soon as it is there. */
    @Override
    public void start() {
        running = true;
        startFailed = false;
        starter = Thread.ofVirtual().name("listeners-start").start(this::listen);
    }

    private void listen() {
        try {
            // A consumer of a topic that is not there yet would look again only after minutes.
            topicsReady.await(topics());
        } catch (InterruptedException e) {
            return;
        }
        try {
            for (Topic topic : reactions.topics()) {
                if (!running) {
                    return;
                }
                ConcurrentMessageListenerContainer<String, byte[]> container = containerOf(topic);
                container.start();
                containers.add(container);
            }
        } catch (RuntimeException | Error e) {
            // Told by liveness: a service that hears nothing is to be restarted.
            startFailed = true;
            log.atError().setCause(e).log("The listeners could not be started");
        }
    }

    /** What is heard, and what is told: the first event must find its topic as well. */
    private Set<Topic> topics() {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        topics.addAll(reactions.topics());
        aggregates.types().stream()
                .map(AggregateType::topic)
                .filter(Objects::nonNull)
                .forEach(topics::add);
        return topics;
    }

    @Override
    public void stop() {
        running = false;
        Thread starting = starter;
        if (starting != null) {
            starting.interrupt();
            try {
                starting.join(java.time.Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        // All at once: one after the other, slow ones would add up to more than a shutdown may take.
        CountDownLatch stopped = new CountDownLatch(containers.size());
        containers.forEach(container -> container.stop(stopped::countDown));
        try {
            stopped.await(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        containers.clear();
    }

    /** Stopped after the web server and before the sweeps and the relay, which take what the last reactions told. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A group for each topic, so that a rebalance of one does not hold up the others. */
    static String groupOf(String serviceName, Topic topic) {
        return serviceName + "." + topic.topicName();
    }

    private ConcurrentMessageListenerContainer<String, byte[]> containerOf(Topic topic) {
        String group = groupOf(serviceName, topic);
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(consumers);
        factory.setConcurrency(settings.concurrency());
        factory.setCommonErrorHandler(errorHandler());
        ConcurrentMessageListenerContainer<String, byte[]> container = factory.createContainer(topic.topicName());
        container.setBeanName(group);
        if (context != null) {
            // A container finds the observation registry there, and observes nothing without it.
            container.setApplicationContext(context);
        }
        ContainerProperties properties = container.getContainerProperties();
        properties.setGroupId(group);
        properties.setObservationEnabled(true);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setShutdownTimeout(STOP.toMillis());
        properties.setStopImmediate(true);
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(group + "-");
        properties.setListenerTaskExecutor(threads);
        properties.setMessageListener((MessageListener<String, byte[]>) received -> receive(group, received));
        properties.setConsumerRebalanceListener(new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                deadLetters.forget(group);
                stuck.removeIf(place -> place.topic().equals(topic.topicName()));
            }
        });
        return container;
    }

    private void receive(String group, ConsumerRecord<String, byte[]> received) {
        if (!reactions.concern(received)) {
            return;
        }
        if (deadLetters.isBlocked(group, received)) {
            keep(received, () -> deadLetters.park(group, received));
        } else {
            handle(group, received);
        }
        stuck.remove(placeOf(received));
    }

    /**
     * Has the record handled, or buried when it fails for a reason of its own. That is not left to the container's error
     * handler, which would hold up the whole topic for each of them. The tries follow each other at once: a wait in
     * between would be everybody's.
     */
    private void handle(String group, ConsumerRecord<String, byte[]> received) {
        for (int attempt = 1; ; attempt++) {
            try {
                reactions.handle(received);
                return;
            } catch (RuntimeException e) {
                if (Outages.isOutage(e)) {
                    throw e;
                }
                if (attempt > settings.retries() || Outages.causedBy(e, UnreadableEvent.class)) {
                    int attempts = attempt;
                    keep(received, () -> deadLetters.bury(group, received, e, attempts));
                    return;
                }
            }
        }
    }

    /**
     * Has a record kept. One that cannot be kept is not passed over: the exception makes the topic wait and try again,
     * and where that is no outage, liveness tells.
     */
    private void keep(ConsumerRecord<String, byte[]> received, Runnable keeping) {
        try {
            keeping.run();
        } catch (RuntimeException e) {
            if (!Outages.isOutage(e) && stuck.add(placeOf(received))) {
                log.atError()
                        .addKeyValue("topic", received.topic())
                        .addKeyValue("partition", received.partition())
                        .addKeyValue("offset", received.offset())
                        .setCause(e)
                        .log("A record can neither be handled nor kept; its topic waits");
            }
            throw e;
        }
    }

    private static TopicPartition placeOf(ConsumerRecord<String, byte[]> received) {
        return new TopicPartition(received.topic(), received.partition());
    }

    /** For what passes, an outage above all: the topic pauses, still a member of its group, until the record goes through. */
    private DefaultErrorHandler errorHandler() {
        FixedBackOff untilItIsOver =
                new FixedBackOff(settings.outageWait().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS);
        DefaultErrorHandler handler = new DefaultErrorHandler(
                null,
                untilItIsOver,
                new ContainerPausingBackOffHandler(
                        new ListenerContainerPauseService(new KafkaListenerEndpointRegistry(), scheduler)));
        // By default some exceptions are fatal at once: the record would be passed over.
        handler.setClassifications(java.util.Map.of(), true);
        return handler;
    }
}
