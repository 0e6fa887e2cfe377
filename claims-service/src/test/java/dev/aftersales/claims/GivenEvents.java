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
import tools.jackson.databind.json.JsonMapper;

/** Says what the other services say of one claim. Saying the same sequence twice makes a duplicate. */
public final class GivenEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CustomerRef CUSTOMER = new CustomerRef("cus-1", 1);
    private static final List<PartQuantity> PARTS = List.of(new PartQuantity("P-7", 1));

    private final String claim;

    private GivenEvents(String claim) {
        this.claim = claim;
    }

    public static GivenEvents of(String claim) {
        return new GivenEvents(claim);
    }

    public void started(long sequence) {
        say(sequence, claim, new DiagnosisStarted(claim, "exporter", DiagnosisStarted.Mode.TECHNICIAN, Instant.now()));
    }

    /** The diagnosis of these lines, as a technician concludes it. */
    public void concluded(long sequence, String cause, boolean confirmed, Route disposition, Integer... lines) {
        List<DiagnosisCompleted.Line> concluded = List.of(lines).stream()
                .map(line -> new DiagnosisCompleted.Line(
                        line, cause, confirmed, FaultClass.SIMPLE, disposition, PARTS, List.of()))
                .toList();
        say(
                sequence,
                claim,
                new DiagnosisCompleted(
                        claim,
                        "exporter",
                        new DiagnosisCompleted.Confirmer(DiagnosisCompleted.Confirmer.Kind.TECHNICIAN, "tomas"),
                        Instant.now(),
                        concluded));
    }

    /** Covered, by parts. */
    public void workmanship(long sequence, Integer... lines) {
        concluded(sequence, "WORKMANSHIP", true, Route.PARTS, lines);
    }

    public void backordered(long sequence, Integer... lines) {
        say(sequence, claim, new PartsBackordered(claim, "exporter", CUSTOMER, "shp-1", List.of(lines), PARTS));
    }

    public void reserved(long sequence, Integer... lines) {
        say(sequence, claim, new PartsReserved(claim, "exporter", CUSTOMER, "shp-1", List.of(lines), PARTS));
    }

    public void released(long sequence, Integer... lines) {
        say(sequence, claim, new PartsReleased(claim, "exporter", CUSTOMER, "shp-1", List.of(lines), PARTS));
    }

    public void dispatched(long sequence, Integer... lines) {
        say(
                sequence,
                claim,
                new PartsDispatched(
                        claim, "exporter", CUSTOMER, "shp-1", List.of(lines), "carrier-one", "TN-1", Instant.now()));
    }

    public void delivered(long sequence, Integer... lines) {
        say(sequence, claim, new Delivered(claim, "exporter", CUSTOMER, "shp-1", List.of(lines), Instant.now()));
    }

    /** The mail server accepted a mail about the claim. */
    public void mailed(String notification, String template) {
        say(
                1,
                notification,
                new NotificationSent(
                        notification, "exporter", claim, template, "claims/" + claim + "/1", Instant.now()));
    }

    private static void say(long sequence, String subject, Event event) {
        Topics.event(EventTypes.typeOf(event.getClass()))
                .subject(subject)
                .sequence(sequence)
                .json(JSON.writeValueAsString(event))
                .to(EventTypes.topicOf(event.getClass()).topicName());
    }
}
