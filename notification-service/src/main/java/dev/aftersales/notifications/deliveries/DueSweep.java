package dev.aftersales.notifications.deliveries;

import dev.aftersales.notifications.deliveries.Notification.Failed;
import dev.aftersales.notifications.deliveries.Notification.Pending;
import dev.aftersales.notifications.deliveries.Notification.Recalled;
import dev.aftersales.notifications.deliveries.Notification.Sending;
import dev.aftersales.notifications.deliveries.Notification.Sent;
import dev.aftersales.notifications.deliveries.Notification.WaitingForContact;
import dev.aftersales.notifications.deliveries.Notifications.Move;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Brings to the couriers what is to be tried again, and what a crash left half done. */
final class DueSweep implements Runnable {

    private static final int BATCH = 1000;

    private final Notifications notifications;
    private final Postroom postroom;
    private final Clock machineClock;

    DueSweep(Notifications notifications, Postroom postroom, Clock machineClock) {
        this.notifications = notifications;
        this.postroom = postroom;
        this.machineClock = machineClock;
    }

    @Override
    public void run() {
        Instant now = Instant.now(machineClock);
        for (Notification due : notifications.due(now, BATCH)) {
            switch (due) {
                case Pending pending -> wake(pending.letter());
                case Sending left -> takeBack(left, now);
                case WaitingForContact waiting -> {
                    // Its contact will wake it.
                }
                case Sent sent -> {
                    // Done.
                }
                case Recalled recalled -> {
                    // Nobody is told.
                }
                case Failed failed -> {
                    // Done.
                }
            }
        }
    }

    /** Frees a letter whose sender is gone, and has it sent. */
    void takeBack(Sending left, Instant now) {
        Optional<Notification> back = notifications.move(
                left.letter().id(), state -> state.equals(left) ? Move.to(left.giveBack(now)) : Optional.empty());
        if (back.orElse(null) instanceof Pending pending) {
            wake(pending.letter());
        }
    }

    private void wake(Letter letter) {
        postroom.wake(letter.thread(), letter.id());
    }
}
