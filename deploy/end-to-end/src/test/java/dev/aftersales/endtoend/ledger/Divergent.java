package dev.aftersales.endtoend.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A claim's state at its owner is not what the others know: case, shipment, stock, notification and mailbox. */
public record Divergent() implements Checker {

    /** What a claim with one line may say while its shipment stands there. */
    private static final Map<String, Set<String>> CLAIM_STATES = Map.of(
            "Requested", Set.of("AUTHORISED"),
            "Backordered", Set.of("BACKORDERED"),
            "Released", Set.of("RELEASED"),
            "ReadyForCarrier", Set.of("RELEASED"),
            "Dispatched", Set.of("DISPATCHED"),
            "Delivered", Set.of("DELIVERED", "CLOSED"));

    private static final Set<String> BEFORE_SERVICE =
            Set.of("AWAITING_EVIDENCE", "IN_REVIEW", "IN_DIAGNOSIS", "NOT_COVERED", "REDIRECTED");

    @Override
    public List<String> findings(Ledger ledger, Sighting sighting) {
        List<String> findings = new ArrayList<>();
        services(sighting, findings);
        stock(sighting, findings);
        letters(sighting, findings);
        return findings;
    }

    private static void services(Sighting sighting, List<String> findings) {
        Map<String, List<Sighting.Shipment>> shipments =
                sighting.shipments().stream().collect(Collectors.groupingBy(Sighting.Shipment::claim));
        Set<String> known = new HashSet<>();
        for (Sighting.Claim claim : sighting.claims()) {
            known.add(claim.id());
            List<Sighting.Shipment> served = shipments.getOrDefault(claim.id(), List.of());
            if (served.isEmpty() && !BEFORE_SERVICE.contains(claim.state())) {
                findings.add("claim " + claim.id() + " is " + claim.state() + " and has no shipment");
            }
            for (Sighting.Shipment shipment : served) {
                if (!CLAIM_STATES.getOrDefault(shipment.stage(), Set.of()).contains(claim.state())) {
                    findings.add("claim " + claim.id() + " is " + claim.state() + ", its shipment " + shipment.stage());
                }
            }
            String stage = sighting.cases().getOrDefault(claim.id(), "absent");
            if (stage.equals("CONCLUDED") && claim.state().equals("IN_DIAGNOSIS")) {
                findings.add("claim " + claim.id() + " still waits for a diagnosis, its case is concluded");
            }
            if (!stage.equals("CONCLUDED") && !BEFORE_SERVICE.contains(claim.state())) {
                findings.add("claim " + claim.id() + " is " + claim.state() + ", its case " + stage);
            }
        }
        shipments.keySet().stream()
                .filter(claim -> !known.contains(claim))
                .forEach(claim -> findings.add("a shipment serves claim " + claim + ", which is not there"));
    }

    private static void stock(Sighting sighting, List<String> findings) {
        Map<String, Sighting.Shipment> shipments = sighting.shipments().stream()
                .collect(Collectors.toMap(Sighting.Shipment::claim, one -> one, (a, b) -> a));
        Set<String> holding = new HashSet<>();
        for (Sighting.Reservation held : sighting.reservations()) {
            holding.add(held.order());
            Sighting.Shipment shipment = shipments.get(held.order());
            if (shipment == null
                    || !Set.of("Released", "ReadyForCarrier", "Backordered", "Requested")
                            .contains(shipment.stage())) {
                findings.add("reservation " + held.id() + " of " + held.part() + " leaked: its shipment is "
                        + (shipment == null ? "not there" : shipment.stage()));
            }
        }
        shipments.values().stream()
                .filter(shipment -> Set.of("Released", "ReadyForCarrier").contains(shipment.stage())
                        && !holding.contains(shipment.claim()))
                .forEach(shipment ->
                        findings.add("shipment " + shipment.id() + " is " + shipment.stage() + " and holds no parts"));
        for (Sighting.StockLevel level : sighting.stock()) {
            if (level.available() != level.onHand() - level.reserved()) {
                findings.add("stock of " + level.part() + ": " + level.available() + " available of " + level.onHand()
                        + " with " + level.reserved() + " reserved");
            }
            if (level.onHand() != level.received() - level.departed()) {
                findings.add("stock of " + level.part() + ": " + level.onHand() + " on hand of " + level.received()
                        + " received with " + level.departed() + " departed");
            }
        }
    }

    private static void letters(Sighting sighting, List<String> findings) {
        Map<String, Long> mails = new HashMap<>();
        sighting.mails().forEach(mail -> mails.merge(idOf(mail), 1L, Long::sum));
        Set<String> received = new HashSet<>();
        for (Sighting.Notification letter : sighting.notifications()) {
            boolean sent = letter.state().equals("Sent");
            if (sent && letter.template().equals("ClaimReceived")) {
                received.add(letter.claim());
            }
            if (sent != mails.containsKey(letter.id())) {
                findings.add("notification " + letter.id() + " is " + letter.state()
                        + (sent ? " and not in the mailbox" : " and in the mailbox"));
            }
        }
        for (Sighting.Claim claim : sighting.claims()) {
            if (claim.acknowledged() != received.contains(claim.id())) {
                findings.add("claim " + claim.id() + (claim.acknowledged() ? " is" : " is not")
                        + " acknowledged, its receipt was" + (received.contains(claim.id()) ? "" : " not") + " sent");
            }
        }
    }

    /** A Message-ID begins with the notification that it derives from. */
    private static String idOf(Sighting.Mail mail) {
        String id = mail.messageId().replaceFirst("^<", "");
        return id.contains("@") ? id.substring(0, id.indexOf('@')) : id;
    }
}
