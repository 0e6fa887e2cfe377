package dev.aftersales.logistics.orders;

import org.jspecify.annotations.Nullable;

/** A line of the claim that a shipment serves. */
record ShipmentLine(int line, @Nullable String serial, String model) {}
