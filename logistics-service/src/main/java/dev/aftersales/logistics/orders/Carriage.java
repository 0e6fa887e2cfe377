package dev.aftersales.logistics.orders;

import java.time.Instant;
import java.util.List;

/**
 * The parcel as the warehouse handed it in.
 *
 * @param carrier the partner who is to carry it; nobody else's scans count
 * @param trackingNumber unique at the vendor
 * @param confirmedBy the person of the warehouse
 * @param lots of what was packed, as far as they were told
 */
record Carriage(String carrier, String trackingNumber, String confirmedBy, Instant confirmedAt, List<PackedLot> lots) {

    Carriage {
        // A parcel of before lots were told has none.
        lots = lots == null ? List.of() : List.copyOf(lots);
        if (carrier.isBlank()) {
            throw new IllegalArgumentException("carrier is blank");
        }
        if (trackingNumber.isBlank()) {
            throw new IllegalArgumentException("tracking number is blank");
        }
    }

    /** A parcel of which no lots are told. */
    Carriage(String carrier, String trackingNumber, String confirmedBy, Instant confirmedAt) {
        this(carrier, trackingNumber, confirmedBy, confirmedAt, List.of());
    }

    boolean sameParcel(String otherCarrier, String otherNumber) {
        return carrier.equals(otherCarrier) && trackingNumber.equals(otherNumber);
    }
}
