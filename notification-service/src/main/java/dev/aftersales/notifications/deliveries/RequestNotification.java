package dev.aftersales.notifications.deliveries;

import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.notifications.deliveries.Notification.Pending;
import dev.aftersales.notifications.deliveries.Recipient.OfCustomer;
import dev.aftersales.notifications.deliveries.Recipient.OfTeam;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.templates.News;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Asks for somebody to be told something, once for each event. */
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
        request(event.eventId(), event, claim, new OfCustomer(customer), news);
    }

    /** The same for the people of the vendor who have a role. */
    public void because(Received<?> event, String claim, Team team, News news) {
        request(event.eventId(), event, claim, new OfTeam(team), news);
    }

    /** The same of news that are about no claim. */
    public void because(Received<?> event, CustomerRef customer, News news) {
        request(event.eventId(), event, null, new OfCustomer(customer), news);
    }

    /** The same of news that are about no claim, for the people of the vendor who have a role. */
    public void because(Received<?> event, Team team, News news) {
        request(event.eventId(), event, null, new OfTeam(team), news);
    }

    /**
     * The same of what somebody is told once, whichever event says it: a matter that is told anew under another id is a
     * repeat.
     *
     * @param matter that the news are about; no matter has the id of an event
     */
    public void once(String matter, Received<?> event, Team team, News news) {
        request(matter, event, null, new OfTeam(team), news);
    }

    private void request(String matter, Received<?> event, @Nullable String claim, Recipient to, News news) {
        Instant now = Instant.now(machineClock);
        Letter letter = new Letter(
                LetterId.of(matter, news.template(), to),
                event.vendor(),
                claim,
                to instanceof OfCustomer customer ? customer.customer() : null,
                to instanceof OfTeam team ? team.team() : null,
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
