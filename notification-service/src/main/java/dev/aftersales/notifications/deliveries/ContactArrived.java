package dev.aftersales.notifications.deliveries;

import dev.aftersales.chassis.contacts.ContactBook;
import dev.aftersales.contracts.events.customers.CustomerUpdated;
import dev.aftersales.notifications.deliveries.Notification.Pending;
import dev.aftersales.notifications.deliveries.Notification.WaitingForContact;
import dev.aftersales.notifications.deliveries.Notifications.Move;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Keeps a contact snapshot, and sends what waited for it. */
@Component
public class ContactArrived {

    private static final int BATCH = 100;

    private final ContactBook contacts;
    private final Notifications notifications;
    private final Postroom postroom;
    private final DeliverySettings settings;
    private final Clock machineClock;

    ContactArrived(
            ContactBook contacts,
            Notifications notifications,
            Postroom postroom,
            DeliverySettings settings,
            @Qualifier("machineClock") Clock machineClock) {
        this.contacts = contacts;
        this.notifications = notifications;
        this.postroom = postroom;
        this.settings = settings;
        this.machineClock = machineClock;
    }

    /** Repeatable: a repeat finds nothing more that waits. */
    public void with(CustomerUpdated updated) {
        contacts.keep(updated);
        List<Notification> waiting;
        do {
            waiting = notifications.waitingFor(updated.customerId(), updated.version(), BATCH);
            waiting.forEach(one -> wake(one.letter()));
        } while (waiting.size() == BATCH);
    }

    /** Sends a letter whose contact or mailbox is there by now. */
    void wake(Letter letter) {
        Instant now = Instant.now(machineClock);
        Optional<Pending> woken = notifications.move(
                letter.id(),
                state -> state instanceof WaitingForContact still
                        ? Move.to(still.arrived(now, now.plus(settings.sweepAge())))
                        : Optional.empty());
        if (woken.isPresent()) {
            postroom.wake(letter.thread(), letter.id());
        }
    }
}
