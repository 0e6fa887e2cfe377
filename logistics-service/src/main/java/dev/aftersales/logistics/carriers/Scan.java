package dev.aftersales.logistics.carriers;

import dev.aftersales.logistics.orders.CarrierScan;
import java.time.Duration;
import java.time.Instant;

/**
 * A scan as a partner reported it. Kept whatever it is about, because the carrier may be faster than the warehouse's
 * confirmation. The partner belongs to its identity: a stranger's scan must not stand in the carrier's way.
 *
 * @param at when the parcel was scanned; of several reports of the same scan the earliest
 * @param receivedAt when it was first heard of
 * @param outcome what became of it so far
 * @param tries how often no shipment with that number was found
 * @param tryAt when to look again, while it waits
 */
record Scan(
        String vendor,
        String trackingNumber,
        CarrierScan.Kind kind,
        String partner,
        Instant at,
        Instant receivedAt,
        Outcome outcome,
        int tries,
        Instant tryAt) {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 12;

    enum Outcome {
        /** No shipment has that number yet. */
        WAITING,
        /** The shipment has heard of it. */
        APPLIED,
        /** The shipment has another carrier. */
        FOREIGN
    }

    static Scan received(String vendor, String trackingNumber, CarrierScan scan, Instant now) {
        return new Scan(
                vendor,
                trackingNumber,
                scan.kind(),
                scan.partner(),
                scan.at(),
                now,
                Outcome.WAITING,
                0,
                now.plus(FIRST_WAIT));
    }

    String id() {
        return String.join("/", vendor, trackingNumber, kind.name(), partner);
    }

    CarrierScan asCarrierScan() {
        return new CarrierScan(kind, partner, at);
    }

    Scan earlierAt(Instant earlier) {
        return new Scan(vendor, trackingNumber, kind, partner, earlier, receivedAt, outcome, tries, tryAt);
    }

    Scan settled(Outcome settled) {
        return new Scan(vendor, trackingNumber, kind, partner, at, receivedAt, settled, tries, tryAt);
    }

    /** Each wait is twice the one before, up to some hours: most that wait so long have a mistyped number. */
    Scan notFound(Instant now) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return new Scan(vendor, trackingNumber, kind, partner, at, receivedAt, outcome, tries + 1, now.plus(wait));
    }
}
