package dev.aftersales.notifications.deliveries;

import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.notifications.deliveries.Notification.Failed;
import dev.aftersales.notifications.deliveries.Notification.Pending;
import dev.aftersales.notifications.deliveries.Notification.Recalled;
import dev.aftersales.notifications.deliveries.Notification.Sending;
import dev.aftersales.notifications.deliveries.Notification.Sent;
import dev.aftersales.notifications.deliveries.Notification.WaitingForContact;
import dev.aftersales.notifications.deliveries.Notifications.Move;
import dev.aftersales.notifications.deliveries.Recipient.OfCustomer;
import dev.aftersales.notifications.deliveries.Recipient.OfTeam;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.templates.News;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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

    /** The same for a customer. */
    public void once(String matter, Received<?> event, CustomerRef customer, News news) {
        request(matter, event, null, new OfCustomer(customer), news);
    }

    /**
     * Recalls what a customer was to be told. A letter that waits is not sent. One that is being handed over counts as told,
     * because nobody can know better yet; should the server not take it, it is not tried again. One that was not heard of
     * yet is kept as recalled, so that whoever asks for it later finds it.
     *
     * @param matter for which it was asked
     * @param news of the same template
     * @return what the customer was told; empty where nothing was
     */
    public Optional<News> recall(String matter, Received<?> event, CustomerRef customer, News news) {
        Instant now = Instant.now(machineClock);
        Letter letter = letter(matter, event, null, new OfCustomer(customer), news, now);
        while (true) {
            notifications.<Notification>move(letter.id(), state -> switch (state) {
                case WaitingForContact waiting -> Move.to(waiting.recall(now));
                case Pending pending -> Move.to(pending.recall(now));
                case Sending sending -> sending.recalledAt() == null ? Move.to(sending.recall(now)) : Optional.empty();
                case Sent sent -> Optional.empty();
                case Recalled recalled -> Optional.empty();
                case Failed failed -> Optional.empty();
            });
            Optional<Notification> found = notifications.find(letter.id());
            if (found.isPresent()) {
                return found.filter(one -> one instanceof Sent || one instanceof Sending)
                        .map(one -> one.letter().news());
            }
            if (notifications.create(event, new Recalled(letter, 0, now)) == Reacted.APPLIED) {
                return Optional.empty();
            }
        }
    }

    private void request(String matter, Received<?> event, @Nullable String claim, Recipient to, News news) {
        Instant now = Instant.now(machineClock);
        Letter letter = letter(matter, event, claim, to, news, now);
        Pending first = new Pending(letter, 0, now.plus(settings.sweepAge()));
        if (notifications.create(event, first) == Reacted.APPLIED) {
            postroom.wake(letter.thread(), letter.id());
        }
    }

    private static Letter letter(
            String matter, Received<?> event, @Nullable String claim, Recipient to, News news, Instant now) {
        return new Letter(
                LetterId.of(matter, news.template(), to),
                event.vendor(),
                claim,
                to instanceof OfCustomer customer ? customer.customer() : null,
                to instanceof OfTeam team ? team.team() : null,
                event.eventId(),
                event.time(),
                now,
                news);
    }
}
