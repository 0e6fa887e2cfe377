package dev.aftersales.notifications;

import dev.aftersales.testing.AccessMatrix;
import dev.aftersales.testing.Routes;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AccessIT extends NotificationsIT {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @TestFactory
    Stream<DynamicTest> everyRouteAdmitsOnlyItsCallers() {
        return AccessMatrix.read("access-matrix.csv")
                .tests(
                        URI.create("http://127.0.0.1:" + port),
                        Routes.of(mapping),
                        Map.of("id", "none", "role", "agent"));
    }
}
