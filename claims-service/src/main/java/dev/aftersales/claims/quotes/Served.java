package dev.aftersales.claims.quotes;

import dev.aftersales.contracts.events.Route;

/** How a line of the claim is served once its quote is accepted. */
public record Served(int line, Route route) {}
