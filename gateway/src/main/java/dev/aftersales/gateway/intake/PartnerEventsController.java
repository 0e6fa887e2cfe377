package dev.aftersales.gateway.intake;

import dev.aftersales.gateway.problems.Problem;
import dev.aftersales.gateway.routes.PublicRoutes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes a partner's event and answers 202 when the broker has it. */
@RestController
class PartnerEventsController {

    /** Read before it is refused, because a client that is still sending would lose the answer. */
    private static final int READ_AT_MOST = 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final PostingReader reader;
    private final PartnerEventFactory factory;
    private final PartnerEvents events;
    private final MeterRegistry meters;

    PartnerEventsController(
            PostingReader reader, PartnerEventFactory factory, PartnerEvents events, MeterRegistry meters) {
        this.reader = reader;
        this.factory = factory;
        this.events = events;
        this.meters = meters;
    }

    @PostMapping(PublicRoutes.PARTNER_EVENTS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> take(ServerHttpRequest request, @AuthenticationPrincipal Jwt token) {
        Partner partner = partnerOf(token);
        return bodyOf(request)
                .map(body -> factory.eventOf(reader.read(request.getHeaders(), body), partner))
                .flatMap(event -> events.publish(event).doOnSuccess(taken -> count("taken", event.getType())))
                .doOnError(refused -> count("refused", "any"));
    }

    private void count(String outcome, String type) {
        meters.counter("aftersales.partner.events", "outcome", outcome, "type", type)
                .increment();
    }

    private static Mono<byte[]> bodyOf(ServerHttpRequest request) {
        if (request.getHeaders().getContentLength() > READ_AT_MOST) {
            return Mono.error(PartnerEventsController::tooLarge);
        }
        return DataBufferUtils.join(request.getBody(), READ_AT_MOST)
                .map(PartnerEventsController::bytes)
                .defaultIfEmpty(new byte[0])
                .filter(body -> body.length <= PublicRoutes.LARGEST_PARTNER_EVENT)
                .switchIfEmpty(Mono.error(PartnerEventsController::tooLarge))
                .onErrorMap(DataBufferLimitException.class, tooLarge -> tooLarge())
                .timeout(PATIENCE, Mono.error(PartnerEventsController::tooSlow));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Partner partnerOf(Jwt token) {
        List<String> vendors = token.getClaimAsStringList("vendors");
        // The decoder refuses a token that names nobody.
        return new Partner(
                Objects.requireNonNull(token.getSubject()), vendors == null ? Set.of() : Set.copyOf(vendors));
    }

    private static RuntimeException tooLarge() {
        return Problem.of(413, "too-large", "The event is too large")
                .detail("An event is at most " + PublicRoutes.LARGEST_PARTNER_EVENT + " bytes.")
                .with("limit", PublicRoutes.LARGEST_PARTNER_EVENT)
                .exception();
    }

    private static RuntimeException tooSlow() {
        return Problem.of(408, "request-timeout", "The body did not arrive in time")
                .exception();
    }
}
