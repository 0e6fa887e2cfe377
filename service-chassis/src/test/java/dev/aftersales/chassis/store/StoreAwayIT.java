package dev.aftersales.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import dev.aftersales.chassis.SampleApplication;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Infrastructure;
import dev.aftersales.testing.InfrastructureInitializer;
import dev.aftersales.testing.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The store behind a cable that can be pulled or held. */
class StoreAwayIT {

    private static final Duration AT_ONCE = Duration.ofMillis(300);
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final Cable CABLE = cable();

    private static ConfigurableApplicationContext service;
    private static int port;

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(SampleApplication.class)
                .initializers(new InfrastructureInitializer(), context -> TestPropertyValues.of(
                                "server.port=0",
                                "server.address=127.0.0.1",
                                "spring.application.name=store-away",
                                "spring.mongodb.uri=mongodb://127.0.0.1:" + CABLE.port() + "/?directConnection=true",
                                "aftersales.store.database=" + Infrastructure.databaseName() + "-away")
                        .applyTo(context))
                .run();
        port = ((WebServerApplicationContext) service).getWebServer().getPort();
    }

    @AfterAll
    static void stop() {
        service.close();
        CABLE.close();
    }

    private record Timed(int status, String retryAfter, Duration took) {}

    @AfterEach
    void storeIsBack() {
        await().untilAsserted(() -> assertThat(read().status()).isEqualTo(404));
    }

    @Test
    void tellsEveryoneSoonWhenTheStoreDiesUnderLoadAndServesAgainByItself() throws Exception {
        List<Timed> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Timed>>> running =
                    IntStream.range(0, 32).mapToObj(i -> clients.submit(load())).toList();
            CABLE.pull();
            for (Future<List<Timed>> one : running) {
                answers.addAll(one.get());
            }
        } finally {
            CABLE.plugIn();
        }

        assertThat(answers).filteredOn(answer -> answer.status() == 503).isNotEmpty();
        assertThat(answers).filteredOn(answer -> answer.status() == 503).allSatisfy(answer -> {
            assertThat(answer.retryAfter()).isEqualTo("2");
            assertThat(answer.took()).isLessThan(SOON);
        });
        await().atMost(SOON).until(() -> read().status() == 404);
    }

    @Test
    void answersAtOnceBeforeAnyWorkOnceTheOutageIsKnown() {
        CABLE.pull();
        try {
            awaitThatItIsKnown();

            Timed upload = timed(() -> api().upload(
                            "/api/v1/tallies/x/files", "a.bin", "application/octet-stream", new byte[1024 * 1024]));

            assertThat(upload.status()).isEqualTo(503);
            assertThat(upload.took()).isLessThan(AT_ONCE);
            assertThat(timed(() -> Api.at(port).get("/actuator/health/readiness"))
                            .status())
                    .isEqualTo(200);
        } finally {
            CABLE.plugIn();
        }
    }

    @Test
    void findsOutAStoreThatHangs() {
        CABLE.hold();
        try {
            Timed first = timed(this::read);

            assertThat(first.status()).isEqualTo(503);
            assertThat(first.took()).isLessThan(Duration.ofSeconds(7));
            awaitThatItIsKnown();
            assertThat(timed(this::read).took()).isLessThan(AT_ONCE);
        } finally {
            CABLE.letGo();
        }
    }

    private void awaitThatItIsKnown() {
        await().until(() -> {
            Timed answer = timed(this::read);
            return answer.status() == 503 && answer.took().compareTo(AT_ONCE) < 0;
        });
    }

    private Callable<List<Timed>> load() {
        return () -> {
            List<Timed> answers = new ArrayList<>();
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < 10_000_000_000L
                    && answers.stream().filter(answer -> answer.status() == 503).count() < 5) {
                answers.add(timed(this::read));
            }
            return answers;
        };
    }

    private static Timed timed(Callable<Answer> request) {
        long begun = System.nanoTime();
        try {
            Answer answer = request.call();
            return new Timed(
                    answer.status(), answer.header("Retry-After"), Duration.ofNanos(System.nanoTime() - begun));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Answer read() {
        return api().get("/api/v1/tallies/nobody");
    }

    private Api api() {
        return Api.at(port).as(People.ANNA);
    }

    private static Cable cable() {
        ServerAddress store = new ServerAddress(
                new ConnectionString(Infrastructure.storeUri()).getHosts().getFirst());
        return new Cable(store.getHost(), store.getPort());
    }
}
