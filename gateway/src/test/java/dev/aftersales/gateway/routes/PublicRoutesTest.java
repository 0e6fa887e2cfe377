package dev.aftersales.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublicRoutesTest {

    /** claims-service shows them calendars, by which the deadlines are reckoned that they watch. */
    @Test
    void letsThoseWhoRunThePlatformLookIntoCalendarsAndNothingElseOfThePeoples() {
        assertThat(PublicRoutes.ALL)
                .filteredOn(route -> route.pattern().startsWith("/api/"))
                .filteredOn(route -> route.admission().admits(List.of("platform-ops")))
                .extracting(PublicRoute::pattern)
                .singleElement()
                .asString()
                .startsWith("/api/v1/calendars");
        assertThat(PublicRoutes.ALL)
                .filteredOn(route -> route.pattern().startsWith("/api/"))
                .allMatch(route -> route.admission().admits(List.of("customer")))
                .noneMatch(route -> route.admission().admits(List.of("customer", "partner")));
    }
}
