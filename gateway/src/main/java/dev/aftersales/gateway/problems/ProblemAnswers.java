package dev.aftersales.gateway.problems;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Every failure in the gateway as an RFC 9457 problem; never a class name, a stack trace or an address behind it. */
@Component
@Order(-2)
public final class ProblemAnswers implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    /** Seconds after which a client is asked to come back during an outage. */
    private static final String RETRY_AFTER = "2";

    private final JsonMapper json = new JsonMapper();

    ProblemAnswers() {}

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            // The service's answer broke off half-way: the client has to see that it did.
            return Mono.error(failure);
        }
        return write(exchange, problemOf(exchange, failure));
    }

    /** Answers with a problem. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.headers().forEach(response.getHeaders()::set);
        byte[] body = json.writeValueAsBytes(problem.body());
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Problem problemOf(ServerWebExchange exchange, Throwable failure) {
        if (Unreachable.is(failure)) {
            return unreachable(exchange, failure);
        }
        return switch (failure) {
            case ProblemException ours -> ours.problem();
            case DataBufferLimitException tooLarge ->
                Problem.of(413, "too-large", "The body is too large")
                        .detail("This route takes less than what was sent.");
            case ServerExchangeRejectedException rejected ->
                Problem.of(400, "malformed-request", "The request is malformed")
                        .detail("Its path or its headers hold characters that are not allowed there.");
            case AuthenticationServiceException issuer -> issuerUnavailable(failure);
            case ErrorResponse refusal -> ofStatus(exchange, refusal);
            case IOException brokenOff -> brokenOff(exchange, failure);
            default -> {
                log.atError()
                        .setCause(failure)
                        .addKeyValue("path", exchange.getRequest().getPath())
                        .log("A request failed");
                yield Problem.of(500, "internal", "Something went wrong here")
                        .detail("The failure is logged with the trace of this request.");
            }
        };
    }

    private static Problem issuerUnavailable(Throwable failure) {
        log.atWarn().addKeyValue("reason", rootMessage(failure)).log("The issuer's keys cannot be read");
        return Problem.of(503, "issuer-unavailable", "Tokens cannot be checked")
                .detail("The issuer of tokens does not answer. Nothing was changed. Try again in " + RETRY_AFTER
                        + " seconds.")
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    }

    private static Problem unreachable(ServerWebExchange exchange, Throwable failure) {
        log.atWarn()
                .addKeyValue("path", exchange.getRequest().getPath())
                .addKeyValue("reason", rootMessage(failure))
                .log("A service cannot be reached");
        return Problem.of(503, "unavailable", "The service behind this route cannot be reached")
                .detail("Nothing was changed. Try again in " + RETRY_AFTER + " seconds.")
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    }

    private static Problem brokenOff(ServerWebExchange exchange, Throwable failure) {
        log.atWarn()
                .addKeyValue("path", exchange.getRequest().getPath())
                .addKeyValue("reason", rootMessage(failure))
                .log("A service broke off before it answered");
        return Problem.of(503, "unavailable", "The service behind this route broke off")
                .detail("Whether it acted is not known. Repeat the request in " + RETRY_AFTER
                        + " seconds, a POST with the same Idempotency-Key.")
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    }

    private static Problem ofStatus(ServerWebExchange exchange, ErrorResponse refusal) {
        int status = refusal.getStatusCode().value();
        Problem problem =
                switch (status) {
                    case 404 ->
                        Problem.of(404, "not-found", "There is no such path")
                                .detail("The public API is under /api/v1; see its documentation.");
                    case 504 ->
                        Problem.of(504, "timeout", "The service behind this route did not answer in time")
                                .detail("Whether it acted is not known. Repeat the request in " + RETRY_AFTER
                                        + " seconds, a POST with the same Idempotency-Key.")
                                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
                    default -> Problem.of(status, slugOf(status), titleOf(status));
                };
        if (status >= 500) {
            log.atWarn()
                    .addKeyValue("path", exchange.getRequest().getPath())
                    .addKeyValue("status", status)
                    .log("A request failed");
        }
        refusal.getHeaders().forEach((name, values) -> problem.header(name, String.join(", ", values)));
        return problem;
    }

    private static String slugOf(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "error" : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String titleOf(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "The request failed" : known.getReasonPhrase();
    }

    private static @Nullable String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
