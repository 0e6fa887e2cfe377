package dev.aftersales.gateway.routes;

import static dev.aftersales.gateway.routes.Admission.OPERATIONS;
import static dev.aftersales.gateway.routes.Admission.PARTNERS;
import static dev.aftersales.gateway.routes.Admission.PEOPLE;
import static dev.aftersales.gateway.routes.Admission.PEOPLE_AND_OPERATIONS;
import static dev.aftersales.gateway.routes.Upstream.CLAIMS;
import static dev.aftersales.gateway.routes.Upstream.DIAGNOSIS;
import static dev.aftersales.gateway.routes.Upstream.LOGISTICS;
import static dev.aftersales.gateway.routes.Upstream.NOTIFICATIONS;

import java.time.Duration;
import java.util.List;

/** The public API by its paths. What does not stand here is not reachable. */
public final class PublicRoutes {

    /** Where partners post their events. */
    public static final String PARTNER_EVENTS = "/partners/v1/events";

    /** The largest event that a partner may post, bytes. */
    public static final int LARGEST_PARTNER_EVENT = 256 * 1024;

    /** Evidence is at most 200 MB; the rest is for the form around it. */
    private static final long UPLOAD = 210L * 1024 * 1024;

    /** A video over a workshop's slow line. */
    private static final Duration UPLOAD_PATIENCE = Duration.ofMinutes(30);

    /** Whoever moves the clock waits until all follow, half a minute at most. */
    private static final Duration CLOCK_PATIENCE = Duration.ofSeconds(40);

    /** Every route. */
    public static final List<PublicRoute> ALL = List.of(
            api("evidence", CLAIMS).taking(UPLOAD, UPLOAD_PATIENCE),
            api("claims", CLAIMS),
            api("customers", CLAIMS),
            api("contracts", CLAIMS),
            api("agreements", CLAIMS),
            api("units", CLAIMS),
            api("tariffs", CLAIMS),
            api("payments", CLAIMS),
            api("policies", CLAIMS),
            PublicRoute.under("/api/v1/calendars", PEOPLE_AND_OPERATIONS, CLAIMS),
            api("diagnoses", DIAGNOSIS),
            api("fault-catalogue", DIAGNOSIS),
            api("batch-issues", DIAGNOSIS),
            api("batch-radar", DIAGNOSIS),
            api("stock", LOGISTICS),
            api("shipments", LOGISTICS),
            api("shipping-holds", LOGISTICS),
            api("emergency-reservations", LOGISTICS),
            api("notifications", NOTIFICATIONS),
            api("team-mailboxes", NOTIFICATIONS),
            operations("claims", CLAIMS),
            operations("diagnosis", DIAGNOSIS),
            operations("logistics", LOGISTICS),
            operations("notifications", NOTIFICATIONS),
            PublicRoute.under("/ops/v1/clock", OPERATIONS, CLAIMS).answeredWithin(CLOCK_PATIENCE),
            PublicRoute.own(PARTNER_EVENTS, PARTNERS, LARGEST_PARTNER_EVENT));

    private PublicRoutes() {}

    private static PublicRoute api(String resource, Upstream upstream) {
        return PublicRoute.under("/api/v1/" + resource, PEOPLE, upstream);
    }

    private static PublicRoute operations(String service, Upstream upstream) {
        return PublicRoute.under("/ops/v1/" + service, OPERATIONS, upstream).servedAt("/ops/v1");
    }
}
