package dev.aftersales.gateway.routes;

/** A service that routes lead to. */
enum Upstream {
    CLAIMS,
    DIAGNOSIS,
    LOGISTICS,
    NOTIFICATIONS
}
