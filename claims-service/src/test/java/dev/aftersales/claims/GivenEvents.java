package dev.aftersales.claims;

import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted;
import dev.aftersales.contracts.events.diagnosis.DiagnosisStarted;
import dev.aftersales.contracts.events.logistics.Delivered;
import dev.aftersales.contracts.events.logistics.PartsBackordered;
import dev.aftersales.contracts.events.logistics.PartsDispatched;
import dev.aftersales.contracts.events.logistics.PartsReleased;
import dev.aftersales.contracts.events.logistics.PartsReserved;
import dev.aftersales.contracts.events.notifications.NotificationSent;
import dev.aftersales.testing.Topics;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Says what the other services say of one claim. Saying the same sequence twice makes a duplicate. */
public final class GivenEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CustomerRef CUSTOMER = new CustomerRef("cus-1", 1);
    private static final List<PartQuantity> PARTS = List.of(new PartQuantity("P-7", 1));

    private final String claim;
    private final String vendor;

    private GivenEvents(String claim, String vendor) {
        this.claim = claim;
        this.vendor = vendor;
    }

    public static GivenEvents of(String claim) {
        return new GivenEvents(claim, "exporter");
    }

    /** What is said of a claim against that vendor. */
    public static GivenEvents of(String claim, String vendor) {
        return new GivenEvents(claim, vendor);
    }

    public void started(long sequence) {
        say(sequence, claim, new DiagnosisStarted(claim, vendor, DiagnosisStarted.Mode.TECHNICIAN, Instant.now()));
    }

    /** The diagnosis of these lines, as a technician concludes it. */
    public void concluded(long sequence, String cause, boolean confirmed, Route disposition, Integer... lines) {
        concluded(sequence, cause, confirmed, disposition, PARTS, lines);
    }

    /** The same, where these parts would cure each of the lines. */
    public void concluded(
            long sequence,
            String cause,
            boolean confirmed,
            Route disposition,
            List<PartQuantity> parts,
            Integer... lines) {
        List<DiagnosisCompleted.Line> concluded = List.of(lines).stream()
                .map(line -> new DiagnosisCompleted.Line(
                        line, cause, confirmed, FaultClass.SIMPLE, disposition, parts, List.of(), null))
                .toList();
        say(
                sequence,
                claim,
                new DiagnosisCompleted(
                        claim,
                        vendor,
                        new DiagnosisCompleted.Confirmer(DiagnosisCompleted.Confirmer.Kind.TECHNICIAN, "tomas"),
                        Instant.now(),
                        concluded));
    }

    /** Covered, by parts. */
    public void workmanship(long sequence, Integer... lines) {
        concluded(sequence, "WORKMANSHIP", true, Route.PARTS, lines);
    }

    public void backordered(long sequence, Integer... lines) {
        say(sequence, claim, new PartsBackordered(claim, vendor, CUSTOMER, "shp-1", List.of(lines), PARTS));
    }

    public void reserved(long sequence, Integer... lines) {
        say(sequence, claim, new PartsReserved(claim, vendor, CUSTOMER, "shp-1", List.of(lines), PARTS));
    }

    public void released(long sequence, Integer... lines) {
        say(sequence, claim, new PartsReleased(claim, vendor, CUSTOMER, "shp-1", List.of(lines), PARTS));
    }

    public void dispatched(long sequence, Integer... lines) {
        say(
                sequence,
                claim,
                new PartsDispatched(
                        claim, vendor, CUSTOMER, "shp-1", List.of(lines), "carrier-one", "TN-1", Instant.now()));
    }

    public void delivered(long sequence, Integer... lines) {
        say(sequence, claim, new Delivered(claim, vendor, CUSTOMER, "shp-1", List.of(lines), Instant.now()));
    }

    /** The mail server accepted a mail about the claim. */
    public void mailed(String notification, String template) {
        say(
                1,
                notification,
                new NotificationSent(notification, vendor, claim, template, "claims/" + claim + "/1", Instant.now()));
    }

    /** The payment provider says that a quote was paid, under an event id of its own each time. */
    public void paid(String partner, int quote, String paymentId, String amount, String currency) {
        Topics.event("partners.payment-received.v1")
                .vendor(vendor)
                .source("/partners/" + partner)
                .subject(claim)
                .key(vendor + "/" + claim)
                .id(UUID.randomUUID().toString())
                .json("""
                        {"vendor":"%s","partner":"%s","claimId":"%s","quote":%d,"paymentId":"%s",\
                        "amount":{"amount":"%s","currency":"%s"},"paidAt":"2026-11-20T10:00:00Z"}""".formatted(vendor, partner, claim, quote, paymentId, amount, currency))
                .to("partner-events");
    }

    private void say(long sequence, String subject, Event event) {
        Topics.event(EventTypes.typeOf(event.getClass()))
                .vendor(vendor)
                .subject(subject)
                .sequence(sequence)
                .json(JSON.writeValueAsString(event))
                .to(EventTypes.topicOf(event.getClass()).topicName());
    }
}
