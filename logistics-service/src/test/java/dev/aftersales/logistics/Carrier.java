package dev.aftersales.logistics;

import dev.aftersales.testing.Topics;
import java.time.Instant;
import java.util.UUID;

/** A carrier that scans parcels, as the gateway passes its events on. */
public record Carrier(String vendor, String partner) {

    /** The one that carries for vendor exporter. */
    public static final Carrier ONE = new Carrier("exporter", "carrier-one");

    /** A tracking number that no other test knows. */
    public static String freshNumber() {
        return "CO-" + UUID.randomUUID();
    }

    /** Each call is an event of its own, under an id of its own. */
    public void accepted(String trackingNumber, Instant at) {
        say(
                "partners.carrier-accepted.v1",
                trackingNumber,
                "scannedAt",
                at,
                UUID.randomUUID().toString());
    }

    public void delivered(String trackingNumber, Instant at) {
        say(
                "partners.carrier-delivered.v1",
                trackingNumber,
                "deliveredAt",
                at,
                UUID.randomUUID().toString());
    }

    /** The same event that many times. */
    public void acceptedTimes(int times, String trackingNumber, Instant at) {
        String id = UUID.randomUUID().toString();
        for (int i = 0; i < times; i++) {
            say("partners.carrier-accepted.v1", trackingNumber, "scannedAt", at, id);
        }
    }

    private void say(String type, String trackingNumber, String timeField, Instant at, String id) {
        Topics.event(type)
                .source("/partners/" + partner)
                .vendor(vendor)
                .subject(trackingNumber)
                .key(vendor + "/" + trackingNumber)
                .id(id)
                .json("""
                        {"vendor":"%s","partner":"%s","trackingNumber":"%s","%s":"%s"}
                        """.formatted(vendor, partner, trackingNumber, timeField, at))
                .to("partner-events");
    }
}
