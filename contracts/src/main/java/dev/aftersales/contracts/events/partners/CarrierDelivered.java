package dev.aftersales.contracts.events.partners;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/**
 * The carrier handed a parcel over.
 *
 * @param partner the authenticated sender
 */
@EventContract(type = "partners.carrier-delivered.v1", topic = Topic.PARTNER_EVENTS)
public record CarrierDelivered(String vendor, String partner, String trackingNumber, Instant deliveredAt)
        implements Event {}
