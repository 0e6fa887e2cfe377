package dev.aftersales.gateway;

import dev.aftersales.testing.Api;
import dev.aftersales.testing.ServiceIT;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway on a free port, before stubs of the four services, of one in two instances; all test classes share it. */
@ServiceIT
public abstract class RunningGateway {

    protected static final StubService CLAIMS = StubService.named("claims");
    protected static final StubService DIAGNOSIS = StubService.named("diagnosis");
    /** A second instance. */
    protected static final StubService DIAGNOSIS_TOO = StubService.named("diagnosis");

    protected static final StubService LOGISTICS = StubService.named("logistics");
    protected static final StubService NOTIFICATIONS = StubService.named("notifications");
    protected static final List<StubService> SERVICES =
            List.of(CLAIMS, DIAGNOSIS, DIAGNOSIS_TOO, LOGISTICS, NOTIFICATIONS);

    protected static final String PORTAL = "https://portal.example";

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void behindIt(DynamicPropertyRegistry properties) {
        properties.add("aftersales.gateway.claims-uri", CLAIMS::uri);
        properties.add("aftersales.gateway.diagnosis-uri", () -> DIAGNOSIS.uri() + "," + DIAGNOSIS_TOO.uri());
        properties.add("aftersales.gateway.logistics-uri", LOGISTICS::uri);
        properties.add("aftersales.gateway.notifications-uri", NOTIFICATIONS::uri);
        properties.add("aftersales.security.portal-origins", () -> PORTAL);
        properties.add("spring.cloud.gateway.server.webflux.httpclient.response-timeout", () -> "1500ms");
        properties.add("management.tracing.sampling.probability", () -> "1.0");
    }

    @BeforeEach
    protected void forgetWhatServicesSaw() {
        SERVICES.forEach(StubService::forget);
    }

    protected Api gateway() {
        return Api.at(port);
    }

    protected static List<Seen> seen() {
        return SERVICES.stream().flatMap(service -> service.seen().stream()).toList();
    }
}
