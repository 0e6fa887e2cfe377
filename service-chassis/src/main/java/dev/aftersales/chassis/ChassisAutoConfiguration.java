package dev.aftersales.chassis;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.StateMapper;
import dev.aftersales.chassis.deadletters.DeadLetterAnnouncer;
import dev.aftersales.chassis.deadletters.DeadLetters;
import dev.aftersales.chassis.deadletters.DeadLettersController;
import dev.aftersales.chassis.deadletters.RedriveTarget;
import dev.aftersales.chassis.deadletters.Settlements;
import dev.aftersales.chassis.events.Backlog;
import dev.aftersales.chassis.events.BacklogSettings;
import dev.aftersales.chassis.events.EventCodec;
import dev.aftersales.chassis.events.Listeners;
import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.ReactionSettings;
import dev.aftersales.chassis.events.Reactions;
import dev.aftersales.chassis.events.TopicsReady;
import dev.aftersales.chassis.health.ListenersHealth;
import dev.aftersales.chassis.outbox.OutboxMarker;
import dev.aftersales.chassis.outbox.OutboxRelay;
import dev.aftersales.chassis.outbox.OutboxSettings;
import dev.aftersales.chassis.outbox.OutboxSweep;
import dev.aftersales.chassis.problems.ProblemAdvice;
import dev.aftersales.chassis.problems.StoreAwayFilter;
import dev.aftersales.chassis.problems.StrictReading;
import dev.aftersales.chassis.shutdown.Drain;
import dev.aftersales.chassis.shutdown.ShutdownSettings;
import dev.aftersales.chassis.store.StoreReady;
import dev.aftersales.chassis.store.StoreSettings;
import dev.aftersales.chassis.store.StoreWatch;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.chassis.time.BusinessClock;
import dev.aftersales.contracts.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import tools.jackson.databind.json.JsonMapper;

/** What every service of the suite gets by depending on the chassis. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@EnableConfigurationProperties({
    OutboxSettings.class,
    ReactionSettings.class,
    BacklogSettings.class,
    StoreSettings.class,
    ShutdownSettings.class
})
@Import({ProblemAdvice.class, DeadLettersController.class})
public class ChassisAutoConfiguration {

    @Bean
    StoreWatch storeWatch() {
        return new StoreWatch(System::nanoTime);
    }

    /**
     * A write is acknowledged when a majority has it in the journal. An outage is told within two seconds, several
     * waits included; a store that takes connections and answers nothing is found out by the driver's heartbeat within
     * 2.5 s (its patience is that of connecting), and one that is back within half a second.
     */
    @Bean
    MongoClientSettingsBuilderCustomizer durableStore(StoreWatch watch) {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(750, TimeUnit.MILLISECONDS)
                        .addClusterListener(watch))
                .applyToServerSettings(server -> server.heartbeatFrequency(500, TimeUnit.MILLISECONDS)
                        .minHeartbeatFrequency(100, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(1500, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(5, TimeUnit.SECONDS));
    }

    /** Outside of the security chain, whose issuer and keys a request need not wait for either. */
    @Bean
    FilterRegistrationBean<StoreAwayFilter> storeAwayFilter(StoreWatch watch, JsonMapper json) {
        FilterRegistrationBean<StoreAwayFilter> filter = new FilterRegistrationBean<>(new StoreAwayFilter(watch, json));
        // The first filter counts and traces requests, these too.
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }

    @Bean
    Drain drain(ApplicationContext context, ShutdownSettings settings) {
        return new Drain(context, settings);
    }

    @Bean
    StrictReading strictReading() {
        return new StrictReading();
    }

    /** Waits until the store is there, and with it all that needs a database: indexes, listeners, the web server. */
    @Bean
    MongoDatabase database(MongoClient client, StoreSettings settings) {
        MongoDatabase database = client.getDatabase(settings.database());
        StoreReady.await(database);
        return database;
    }

    /** Events and documents are ours on both sides, so that properties of a newer version are passed over. */
    @Bean
    EventCodec eventCodec(@Value("${spring.application.name}") String serviceName) {
        return new EventCodec(serviceName, JsonMapper.builder().build());
    }

    /** Makes a new producer each time, which then is the caller's own to close. */
    @Bean
    Supplier<Producer<String, byte[]>> eventProducers(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3000);
        // A dead letter repeats a record that may be as large as the broker takes.
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 5 * 1024 * 1024);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return () -> new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Bean
    OutboxMarker outboxMarker(MongoDatabase database) {
        return new OutboxMarker(database);
    }

    @Bean
    OutboxRelay outboxRelay(
            Supplier<Producer<String, byte[]>> eventProducers,
            OutboxMarker marker,
            EventCodec codec,
            OutboxSettings settings,
            MeterRegistry meters) {
        return new OutboxRelay(eventProducers, marker, codec, settings, Clock.systemUTC(), meters);
    }

    @Bean
    AggregatesFactory aggregatesFactory(
            MongoDatabase database,
            Clock businessClock,
            OutboxRelay relay,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator) {
        return new AggregatesFactory(
                database,
                new StateMapper(),
                businessClock,
                // An optional property that has no value is absent, as the schemas say; never null.
                JsonMapper.builder()
                        .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(
                                com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
                        .build(),
                () -> traceParent(tracer.getIfAvailable(), propagator.getIfAvailable()),
                relay);
    }

    @Bean
    LeasedSweep outboxSweep(
            AggregatesFactory aggregates,
            OutboxRelay relay,
            OutboxSettings settings,
            MongoDatabase database,
            MeterRegistry meters) {
        OutboxSweep sweep = new OutboxSweep(aggregates, relay, settings, Clock.systemUTC(), meters);
        return new LeasedSweep("outbox", settings.sweepEvery(), sweep, database, Clock.systemUTC());
    }

    @Bean
    Reactions reactions(ObjectProvider<Reaction<?>> reactions, EventCodec codec, MeterRegistry meters) {
        return new Reactions(reactions.orderedStream().toList(), codec, meters);
    }

    @Bean
    DeadLetters deadLetters(MongoDatabase database, MeterRegistry meters) {
        return new DeadLetters(database, Clock.systemUTC(), meters);
    }

    @Bean
    Settlements settlements(
            DeadLetters deadLetters, Reactions reactions, ObjectProvider<RedriveTarget> redriveTargets) {
        return new Settlements(
                deadLetters, reactions, redriveTargets.orderedStream().toList(), Clock.systemUTC());
    }

    @Bean
    LeasedSweep deadLetterSweep(
            MongoDatabase database,
            DeadLetters deadLetters,
            Settlements settlements,
            Supplier<Producer<String, byte[]>> eventProducers) {
        return new LeasedSweep(
                "dead-letters",
                Duration.ofSeconds(1),
                new DeadLetterAnnouncer(deadLetters, settlements, eventProducers),
                database,
                Clock.systemUTC());
    }

    @Bean
    TopicsReady topicsReady(
            KafkaProperties kafka,
            @Value("${aftersales.topics.replication:" + Topic.REPLICATION + "}") short replication) {
        return new TopicsReady(kafka.buildAdminProperties(), replication);
    }

    @Bean
    Listeners listeners(
            Reactions reactions,
            DeadLetters deadLetters,
            KafkaProperties kafka,
            TopicsReady topicsReady,
            AggregatesFactory aggregates,
            @Value("${spring.application.name}") String serviceName,
            ReactionSettings settings) {
        DefaultKafkaConsumerFactory<String, byte[]> consumers = new DefaultKafkaConsumerFactory<>(
                kafka.buildConsumerProperties(), new StringDeserializer(), new ByteArrayDeserializer());
        SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setThreadNamePrefix("listener-resume-");
        return new Listeners(
                reactions, deadLetters, consumers, topicsReady, aggregates, serviceName, settings, scheduler);
    }

    @Bean
    Backlog backlog(
            @Value("${spring.application.name}") String serviceName,
            Reactions reactions,
            KafkaProperties kafka,
            BacklogSettings settings,
            MeterRegistry meters) {
        return new Backlog(serviceName, reactions.topics(), kafka.buildAdminProperties(), settings, meters);
    }

    @Bean
    ListenersHealth listenersHealthIndicator(Listeners listeners) {
        return new ListenersHealth(listeners);
    }

    /** Indexes are made before the first request, and again at every start: a new version may bring new ones. */
    @Bean
    SmartInitializingSingleton indexes(AggregatesFactory aggregates, DeadLetters deadLetters) {
        return () -> {
            aggregates.createIndexes();
            deadLetters.createIndexes();
        };
    }

    /** Where business time can be moved, what became due by that is looked for at once. */
    @Bean
    SmartInitializingSingleton hurriedSweeps(
            ObjectProvider<BusinessClock> simulated, ObjectProvider<LeasedSweep> sweeps) {
        return () -> simulated.ifAvailable(clock -> {
            List<LeasedSweep> all =
                    sweeps.stream().filter(LeasedSweep::isDueByBusinessTime).toList();
            clock.onMove(() -> all.forEach(LeasedSweep::hurry));
        });
    }

    private static @Nullable String traceParent(@Nullable Tracer tracer, @Nullable Propagator propagator) {
        if (tracer == null || propagator == null) {
            return null;
        }
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, (map, name, value) -> carrier.put(name, value));
        return carrier.get("traceparent");
    }
}
