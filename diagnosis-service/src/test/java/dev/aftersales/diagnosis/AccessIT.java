package dev.aftersales.diagnosis;

import static org.awaitility.Awaitility.await;

import dev.aftersales.testing.AccessMatrix;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.Routes;
import dev.aftersales.testing.ServiceIT;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ServiceIT
class AccessIT {

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @TestFactory
    Stream<DynamicTest> everyRouteAdmitsOnlyItsCallers() {
        Claim claim = Claim.on(Faults.freshCode()).requested(2, Claim.unit(1, "S-1"));
        claim.started(1);
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, Instant.now(), BatchAlarm.unit("clm-1", 1, "S-1"));
        alarm.awaitTold(1);
        BatchGauge gauge = BatchGauge.fresh().has(1, 23, "RISING", false);
        await().until(() -> Api.at(port)
                        .as(People.ANNA)
                        .get("/api/v1/batch-radar/" + gauge.group())
                        .status()
                == 200);
        return AccessMatrix.read("access-matrix.csv")
                .tests(
                        URI.create("http://127.0.0.1:" + port),
                        Routes.of(mapping),
                        Map.of(
                                "id",
                                claim.id(),
                                "code",
                                Faults.freshCode(),
                                "issue",
                                alarm.issue(),
                                "group",
                                gauge.group()));
    }
}
