package dev.aftersales.logistics.orders;

import java.time.Instant;

/**
 * The parcel as the warehouse handed it in.
 *
 * @param carrier the partner who is to carry it; nobody else's scans count
 * @param trackingNumber unique at the vendor
 * @param confirmedBy the person of the warehouse
 */
record Carriage(String carrier, String trackingNumber, String confirmedBy, Instant confirmedAt) {

    Carriage {
        if (carrier.isBlank()) {
            throw new IllegalArgumentException("carrier is blank");
        }
        if (trackingNumber.isBlank()) {
            throw new IllegalArgumentException("tracking number is blank");
        }
    }

    boolean sameParcel(String otherCarrier, String otherNumber) {
        return carrier.equals(otherCarrier) && trackingNumber.equals(otherNumber);
    }
}
