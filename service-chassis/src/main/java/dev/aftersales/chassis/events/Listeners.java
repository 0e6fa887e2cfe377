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
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
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

    private final Reactions reactions;
    private final DeadLetters deadLetters;
    private final ConsumerFactory<String, byte[]> consumers;
    private final TopicsReady topicsReady;
    private final AggregatesFactory aggregates;
    private final String serviceName;
    private final ReactionSettings settings;
    private final TaskScheduler scheduler;
    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers = new CopyOnWriteArrayList<>();
    private volatile boolean running;
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

    /** Topics whose container is not in the state that it should be in; empty when all is well. */
    public List<String> dead() {
        if (!running) {
            return List.of();
        }
        return containers.stream()
                .filter(container -> !container.isRunning() || !container.isInExpectedState())
                .map(container -> String.valueOf(container.getBeanName()))
                .toList();
    }

    /** The containers, for their metrics and for tests. */
    public List<ConcurrentMessageListenerContainer<String, byte[]>> containers() {
        return List.copyOf(containers);
    }

    /** Returns at once: a service takes claims while the broker is down, and listens as soon as it is there. */
    @Override
    public void start() {
        running = true;
        starter = Thread.ofVirtual().name("listeners-start").start(this::listen);
    }

    private void listen() {
        try {
            // A consumer of a topic that is not there yet would look again only after minutes.
            topicsReady.await(topics());
        } catch (InterruptedException e) {
            return;
        }
        for (Topic topic : reactions.topics()) {
            ConcurrentMessageListenerContainer<String, byte[]> container = containerOf(topic);
            container.start();
            containers.add(container);
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
        containers.forEach(ConcurrentMessageListenerContainer::stop);
        containers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private ConcurrentMessageListenerContainer<String, byte[]> containerOf(Topic topic) {
        // A group for each topic, so that a rebalance of one does not hold up the others.
        String group = serviceName + "." + topic.topicName();
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(consumers);
        factory.setConcurrency(settings.concurrency());
        factory.setCommonErrorHandler(errorHandler(group));
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
        properties.setShutdownTimeout(20_000);
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(group + "-");
        properties.setListenerTaskExecutor(threads);
        properties.setMessageListener((MessageListener<String, byte[]>) received -> receive(group, received));
        properties.setConsumerRebalanceListener(new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                deadLetters.forget(group);
            }
        });
        return container;
    }

    private void receive(String group, ConsumerRecord<String, byte[]> received) {
        if (!reactions.concern(received)) {
            return;
        }
        if (deadLetters.isBlocked(group, received)) {
            deadLetters.park(group, received);
            return;
        }
        reactions.handle(received);
    }

    private DefaultErrorHandler errorHandler(String group) {
        DefaultErrorHandler handler = new DefaultErrorHandler(
                (received, failure) -> {
                    @SuppressWarnings("unchecked") // the consumers are typed so
                    ConsumerRecord<String, byte[]> typed = (ConsumerRecord<String, byte[]>) received;
                    deadLetters.bury(group, typed, failure, settings.retries() + 1);
                },
                new FixedBackOff(settings.retryAfter().toMillis(), settings.retries()),
                new ContainerPausingBackOffHandler(
                        new ListenerContainerPauseService(new KafkaListenerEndpointRegistry(), scheduler)));
        FixedBackOff own = new FixedBackOff(settings.retryAfter().toMillis(), settings.retries());
        FixedBackOff outage = new FixedBackOff(settings.outageWait().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS);
        FixedBackOff never = new FixedBackOff(0, 0);
        handler.setBackOffFunction((received, failure) -> {
            if (Outages.isOutage(failure)) {
                return outage;
            }
            return Outages.causedBy(failure, UnreadableEvent.class) ? never : own;
        });
        // By default some exceptions are fatal at once; here only the function above decides.
        handler.setClassifications(java.util.Map.of(), true);
        handler.setResetStateOnExceptionChange(true);
        handler.setCommitRecovered(true);
        return handler;
    }
}
