package dev.aftersales.gateway.intake;

import dev.aftersales.contracts.Topic;
import dev.aftersales.gateway.problems.Problem;
import dev.aftersales.gateway.problems.ProblemException;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The topic {@code partner-events}, of which the gateway is the one writer. */
@Component
final class PartnerEvents {

    private static final Logger log = LoggerFactory.getLogger(PartnerEvents.class);

    /** The producer gives up after 4.5 s (1.5 s for metadata, 3 s for delivery); this is the net below it. */
    private static final Duration PATIENCE = Duration.ofMillis(4700);

    private final KafkaTemplate<String, byte[]> broker;
    private final Propagator propagator;

    /** The producer blocks its caller while it does not know the broker. */
    private final Scheduler blocking =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "partner-events");

    PartnerEvents(KafkaTemplate<String, byte[]> broker, Propagator propagator) {
        this.broker = broker;
        this.propagator = propagator;
    }

    /** Completes when every in-sync replica has the event; signals a 503 problem when that cannot be known. */
    Mono<Void> publish(CloudEvent event) {
        ProducerRecord<String, byte[]> encoded = KafkaMessageFactory.<String>createWriter(
                        Topic.PARTNER_EVENTS.topicName(), keyOf(event))
                .writeBinary(event);
        return Mono.deferContextual(context ->
                        Mono.fromFuture(() -> send(encoded, context.getOrEmpty(ObservationThreadLocalAccessor.KEY))))
                .subscribeOn(blocking)
                .timeout(PATIENCE)
                .onErrorMap(failure -> unavailable(failure))
                .then();
    }

    /** Parcels of different vendors may bear the same number. */
    private static String keyOf(CloudEvent event) {
        return event.getExtension("vendor") + "/" + event.getSubject();
    }

    private CompletableFuture<?> send(ProducerRecord<String, byte[]> encoded, Optional<Observation> request) {
        request.map(PartnerEvents::spanOf)
                .ifPresent(span -> propagator.inject(span.context(), encoded, PartnerEvents::addHeader));
        return broker.send(encoded);
    }

    private static @Nullable Span spanOf(Observation request) {
        TracingContext tracing = request.getContextView().get(TracingContext.class);
        return tracing == null ? null : tracing.getSpan();
    }

    private static void addHeader(@Nullable ProducerRecord<String, byte[]> carrier, String name, String value) {
        if (carrier != null) {
            carrier.headers().add(name, value.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static ProblemException unavailable(Throwable failure) {
        log.atWarn().addKeyValue("reason", failure.getMessage()).log("The broker did not take a partner's event");
        return Problem.of(503, "unavailable", "The event cannot be kept now")
                .detail("It may or may not have been taken. Post it again, with the same id, in 2 seconds.")
                .header(HttpHeaders.RETRY_AFTER, "2")
                .exception();
    }
}
