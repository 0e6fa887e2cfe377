package dev.aftersales.logistics.orders;

import java.time.Instant;

/** What a member of staff did with the order, for the audit. */
record Act(String person, Instant at, String act, String shipment) {}
