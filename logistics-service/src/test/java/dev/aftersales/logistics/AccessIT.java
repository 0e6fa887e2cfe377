package dev.aftersales.logistics;

import dev.aftersales.testing.AccessMatrix;
import dev.aftersales.testing.Routes;
import dev.aftersales.testing.ServiceIT;
import java.net.URI;
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
        String part = Warehouse.at(port).stocked(1);
        Claim claim = Claim.fresh().authorised(2, Claim.line(1, part, 1));
        claim.tells("reserved S1, released S1");
        return AccessMatrix.read("access-matrix.csv")
                .tests(
                        URI.create("http://127.0.0.1:" + port),
                        Routes.of(mapping),
                        Map.of("id", claim.shipment(1), "part", part));
    }
}
