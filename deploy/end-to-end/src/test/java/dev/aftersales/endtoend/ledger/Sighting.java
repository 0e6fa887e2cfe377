package dev.aftersales.endtoend.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the suite when it is quiet: in the owner's store, in each projection, in the mailboxes and on the
 * topics. The stores are read directly, because an API would hide what must not be there.
 *
 * @param claims as claims-service has them
 * @param cases the stage of each case, by claim, as diagnosis-service has them
 * @param shipments as logistics-service has them
 * @param reservations that the stock holds
 * @param notifications as notification-service has them
 * @param mails that the mail server accepted
 * @param told how many events each aggregate has told, as its owner counts them, by topic and id
 * @param events on all topics, in the order of each partition
 */
public record Sighting(
        List<Claim> claims,
        Map<String, String> cases,
        List<Shipment> shipments,
        List<Reservation> reservations,
        List<StockLevel> stock,
        List<Notification> notifications,
        List<Mail> mails,
        Map<String, Long> told,
        List<Event> events) {

    /**
     * Mails that the mail server has more than once, under one Message-ID. A plain mail server cannot be asked whether it
     * has a mail already, so a crash between its acceptance and our record of it sends that mail again; nothing else may.
     */
    public long repeatedMails() {
        return mails.size() - mails.stream().map(Mail::messageId).distinct().count();
    }

    /** A claim at its owner. */
    public record Claim(String id, Set<String> serials, String state, boolean acknowledged) {}

    /** A shipment of a claim's service order. */
    public record Shipment(String id, String claim, List<Integer> lines, String stage) {}

    /** Parts that the stock holds for an order. */
    public record Reservation(String id, String order, String part, long quantity) {}

    /**
     * Always: available = on hand - reserved, and on hand = received - departed.
     *
     * @param received by the receipts that the warehouse booked
     * @param departed with the shipments that a carrier has
     */
    public record StockLevel(String part, long onHand, long available, long reserved, long received, long departed) {}

    /**
     * A letter as the service believes that it stands.
     *
     * @param claim that it is about, or the batch issue; absent when it is about neither
     * @param team of the vendor that it is for; absent when it is for the customer
     */
    public record Notification(
            String id,
            @Nullable String claim,
            String template,
            String state,
            @Nullable String team) {}

    /**
     * A mail as the mail server has it.
     *
     * @param mailbox that it lies in
     * @param claim that it is about, or the batch issue
     * @param at when it was accepted
     */
    public record Mail(String mailbox, String claim, String subject, String messageId, Instant at) {}

    /**
     * A record on a topic.
     *
     * @param sequence within the aggregate; absent for partners' events
     */
    public record Event(
            String topic,
            String key,
            String id,
            String type,
            @Nullable Long sequence) {}
}
