package dev.aftersales.logistics.orders;

import java.time.Instant;

/**
 * What a carrier says of a parcel.
 *
 * @param partner who says so
 */
public record CarrierScan(Kind kind, String partner, Instant at) {

    /** What was scanned. */
    public enum Kind {
        ACCEPTED,
        DELIVERED
    }
}
