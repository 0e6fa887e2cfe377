package dev.aftersales.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.gateway.GatewayApplication;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.InfrastructureInitializer;
import dev.aftersales.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances on the web server that the services have, stopped in turn as the services stop, under load. */
class RollingStopIT {

    private static final int CLIENTS = 8;
    private static final int STOPS = Integer.getInteger("rolling.stops", 3);

    private volatile boolean rolling = true;

    @Test
    void failsNobodysRequest() throws Exception {
        List<TomcatInstance> instances = List.of(new TomcatInstance(), new TomcatInstance());
        instances.forEach(TomcatInstance::start);
        ConfigurableApplicationContext gateway = gatewayBefore(instances);
        Api api = Api.at(((WebServerApplicationContext) gateway).getWebServer().getPort())
                .as(People.ANNA);

        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<List<String>>> running = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> clients.submit(() -> failuresOf(api)))
                    .toList();
            try {
                for (int stop = 0; stop < STOPS; stop++) {
                    instances.get(stop % 2).drainAndStop();
                    instances.get(stop % 2).start();
                }
            } finally {
                rolling = false;
            }

            for (Future<List<String>> one : running) {
                assertThat(one.get()).isEmpty();
            }
        } finally {
            gateway.close();
            instances.forEach(TomcatInstance::close);
        }
        assertThat(instances)
                .allSatisfy(instance -> assertThat(instance.served()).isGreaterThan(100));
    }

    private List<String> failuresOf(Api api) {
        List<String> failures = new ArrayList<>();
        for (int i = 0; rolling; i++) {
            Answer answer = i % 2 == 0 ? api.get("/api/v1/claims") : api.post("/api/v1/claims", "{}");
            if (answer.status() != 200) {
                failures.add(answer.toString());
            }
        }
        return failures;
    }

    private static ConfigurableApplicationContext gatewayBefore(List<TomcatInstance> instances) {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(new InfrastructureInitializer(), context -> TestPropertyValues.of(
                                "server.port=0",
                                "server.address=127.0.0.1",
                                "aftersales.gateway.claims-uri="
                                        + String.join(
                                                ",",
                                                instances.stream()
                                                        .map(TomcatInstance::uri)
                                                        .toList()))
                        .applyTo(context))
                .run();
    }
}
