package dev.aftersales.contracts.events.partners;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/**
 * The carrier scanned a parcel at acceptance.
 *
 * @param partner the authenticated sender
 */
@EventContract(type = "partners.carrier-accepted.v1", topic = Topic.PARTNER_EVENTS)
public record CarrierAccepted(String vendor, String partner, String trackingNumber, Instant scannedAt)
        implements Event {}
