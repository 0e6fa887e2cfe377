package dev.aftersales.testing.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Infrastructure;
import dev.aftersales.testing.People;
import dev.aftersales.testing.Route;
import dev.aftersales.testing.Routes;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.TestIssuer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ServiceIT
class FirstServiceIT {

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void pointsTheServiceAtTheSharedInfrastructure() {
        assertThat(environment.getProperty("spring.kafka.bootstrap-servers"))
                .isEqualTo(Infrastructure.bootstrapServers());
        assertThat(environment.getProperty("spring.mongodb.uri")).isEqualTo(Infrastructure.storeUri());
        assertThat(environment.getProperty("aftersales.store.database")).isEqualTo(Infrastructure.databaseName());
        assertThat(environment.getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri"))
                .isEqualTo(TestIssuer.shared().uri());
    }

    @Test
    void namesTheServicesOwnRoutes() {
        assertThat(Routes.of(mapping))
                .containsExactlyInAnyOrder(new Route("GET", "/whoami/{id}"), new Route("POST", "/files"));
    }

    @Test
    void callsAsAPerson() {
        Answer answer = Api.at(port).as(People.MARIA).get("/whoami/1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<String>at("$.authorization")).startsWith("Bearer ey");
    }

    @Test
    void callsAsNobody() {
        assertThat(Api.at(port).get("/whoami/1").status()).isEqualTo(400);
    }

    @Test
    void uploadsAFile() {
        Answer answer =
                Api.at(port).upload("/files", "rack.txt", "text/plain", "label".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.text()).isEqualTo("rack.txt text/plain label");
    }

    @Test
    void startsOneContextForAllClasses() {
        assertThat(EchoApplication.STARTED).hasValue(1);
    }
}
