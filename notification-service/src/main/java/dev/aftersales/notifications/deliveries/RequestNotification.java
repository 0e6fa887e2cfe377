package dev.aftersales.notifications.deliveries;

import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.notifications.deliveries.Notification.Pending;
import dev.aftersales.notifications.templates.News;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Asks for a customer to be told something, once for each event. */
@Component
public class RequestNotification {

    private final Notifications notifications;
    private final Postroom postroom;
    private final DeliverySettings settings;
    private final Clock machineClock;

    RequestNotification(
            Notifications notifications,
            Postroom postroom,
            DeliverySettings settings,
            @Qualifier("machineClock") Clock machineClock) {
        this.notifications = notifications;
        this.postroom = postroom;
        this.settings = settings;
        this.machineClock = machineClock;
    }

    /** Returns when the request is durable; the letter goes out after that, at once if it can. */
    public void because(Received<?> event, String claim, CustomerRef customer, News news) {
        request(event, claim, customer, news);
    }

    /** The same of news that are about no claim. */
    public void because(Received<?> event, CustomerRef customer, News news) {
        request(event, null, customer, news);
    }

    private void request(Received<?> event, @Nullable String claim, CustomerRef customer, News news) {
        Instant now = Instant.now(machineClock);
        Letter letter = new Letter(
                LetterId.of(event.eventId(), news.template(), customer.id()),
                event.vendor(),
                claim,
                customer,
                event.eventId(),
                event.time(),
                now,
                news);
        Pending first = new Pending(letter, 0, now.plus(settings.sweepAge()));
        if (notifications.create(event, first) == Reacted.APPLIED) {
            postroom.wake(letter.thread(), letter.id());
        }
    }
}
