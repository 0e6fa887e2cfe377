package dev.aftersales.notifications.deliveries;

import dev.aftersales.chassis.contacts.Contact;
import dev.aftersales.chassis.contacts.ContactBook;
import dev.aftersales.chassis.contacts.ContactBook.Known;
import dev.aftersales.chassis.store.FellowUnavailable;
import dev.aftersales.chassis.store.Outages;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.notifications.deliveries.DeliverySettings.Sender;
import dev.aftersales.notifications.deliveries.Notification.Failed;
import dev.aftersales.notifications.deliveries.Notification.Pending;
import dev.aftersales.notifications.deliveries.Notification.Recalled;
import dev.aftersales.notifications.deliveries.Notification.Sending;
import dev.aftersales.notifications.deliveries.Notification.Sent;
import dev.aftersales.notifications.deliveries.Notification.WaitingForContact;
import dev.aftersales.notifications.deliveries.Notifications.Move;
import dev.aftersales.notifications.smtp.Mail;
import dev.aftersales.notifications.smtp.MailConnection;
import dev.aftersales.notifications.smtp.MailServerUnavailable;
import dev.aftersales.notifications.smtp.Reply;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.teams.TeamMailbox;
import dev.aftersales.notifications.teams.TeamMailboxes;
import dev.aftersales.notifications.templates.Templates;
import dev.aftersales.notifications.templates.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes letters to the mail server over a connection of its own. A customer's contact is opened here, right before it is
 * needed, and neither kept nor logged.
 */
final class Courier implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final Duration STORE_PAUSE = Duration.ofMillis(200);

    private final Notifications notifications;
    private final ContactBook contacts;
    private final TeamMailboxes mailboxes;
    private final Templates templates;
    private final MailConnection connection;
    private final DeliverySettings settings;
    private final DeliveryMeters meters;
    private final Clock businessClock;
    private final Clock machineClock;
    private final String instance;
    private final BooleanSupplier running;

    /**
     * @param instance in whose name letters are claimed
     * @param running false when the service stops, and an outage is not waited out any more
     */
    Courier(Desk desk, MailConnection connection, String instance, BooleanSupplier running) {
        this.notifications = desk.notifications();
        this.contacts = desk.contacts();
        this.mailboxes = desk.mailboxes();
        this.templates = desk.templates();
        this.settings = desk.settings();
        this.meters = desk.meters();
        this.businessClock = desk.businessClock();
        this.machineClock = desk.machineClock();
        this.connection = connection;
        this.instance = instance;
        this.running = running;
    }

    /** Tries once. What goes wrong is written down at the notification, or left to the sweep. */
    void deliver(String id) {
        Notification found = notifications.find(id).orElse(null);
        if (!(found instanceof Pending pending) || !pending.isDue(now())) {
            return;
        }
        Letter letter = pending.letter();
        try {
            switch (letter.to()) {
                case Recipient.OfCustomer to -> toCustomer(letter, to.customer());
                case Recipient.OfTeam to -> toTeam(letter, to.team());
            }
        } catch (FellowUnavailable e) {
            postpone(letter, "contact key not available", settings.longestOutagePause());
        } catch (MailServerUnavailable e) {
            postpone(letter, "mail server not available: " + e.kind(), settings.longestOutagePause());
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            // The failure's own words could repeat what stands in the contact.
            log.atError()
                    .addKeyValue("notification", id)
                    .addKeyValue("failure", e.getClass().getName())
                    .addKeyValue("at", Arrays.stream(e.getStackTrace()).limit(5).toList())
                    .log("A letter could not be written");
            postpone(letter, "letter could not be written", settings.longestRefusalPause());
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    private void toCustomer(Letter letter, CustomerRef customer) throws MailServerUnavailable {
        switch (contacts.at(customer)) {
            case Known.NotYet unknown -> await(letter, () -> contacts.knows(customer));
            case Known.Erased erased -> erased(letter);
            case Known.Reachable reachable -> hand(letter, mail(letter, reachable.contact()));
        }
    }

    private void toTeam(Letter letter, Team team) throws MailServerUnavailable {
        Optional<TeamMailbox> mailbox = mailboxes.find(letter.vendor(), team);
        if (mailbox.isPresent()) {
            hand(letter, mail(letter, mailbox.get()));
        } else {
            await(letter, () -> mailboxes.find(letter.vendor(), team).isPresent());
        }
    }

    private void await(Letter letter, BooleanSupplier arrived) {
        notifications.move(
                letter.id(),
                state -> state instanceof Pending pending ? Move.to(pending.awaitContact()) : Optional.empty());
        // What it waits for may have come, and found nobody waiting, just before that write.
        if (arrived.getAsBoolean()) {
            Optional<Pending> back = notifications.move(
                    letter.id(),
                    state -> state instanceof WaitingForContact waiting
                            ? Move.to(waiting.arrived(now(), now()))
                            : Optional.empty());
            if (back.isPresent()) {
                deliver(letter.id());
            }
        }
    }

    private void erased(Letter letter) {
        fail(letter, "erased");
    }

    private Mail mail(Letter letter, Contact contact) {
        return mail(letter, contact.name(), contact.email(), contact.language());
    }

    private Mail mail(Letter letter, TeamMailbox mailbox) {
        return mail(
                letter, templates.nameOf(mailbox.team(), mailbox.language()), mailbox.address(), mailbox.language());
    }

    private Mail mail(Letter letter, String recipient, String address, String language) {
        Sender sender = settings.senderOf(letter.vendor());
        String name = sender.nameIn(language);
        Words words = templates.words(
                letter.news(), letter.claim(), letter.vendor(), name, recipient, language, businessClock.instant());
        return new Mail(
                letter.id(),
                letter.thread(),
                name,
                sender.address(),
                templates.oneLine(recipient),
                address,
                words.subject(),
                words.body(),
                words.language());
    }

    private void hand(Letter letter, Mail mail) throws MailServerUnavailable {
        // Before the claim, so that the claim covers nothing but the handing over.
        connection.open();
        Optional<Sending> claimed = claim(letter);
        if (claimed.isEmpty()) {
            return;
        }
        Sending sending = claimed.get();
        // An instance that hung after its claim must not send what another has taken over since.
        if (!now().isBefore(sending.claimedUntil())) {
            return;
        }
        Reply reply = connection.hand(mail);
        Instant answered = now();
        untilStored(() -> {
            switch (reply) {
                case Reply.Accepted accepted -> accepted(letter, answered);
                case Reply.Refused refused -> fail(letter, refused.code());
                case Reply.Deferred deferred -> deferred(letter, deferred.code());
            }
        });
    }

    private Optional<Sending> claim(Letter letter) {
        // As exact as the store keeps it, so that the claim is known again.
        Instant until = now().plus(settings.claimFor()).truncatedTo(ChronoUnit.MILLIS);
        try {
            return notifications.move(
                    letter.id(),
                    state -> state instanceof Pending pending && pending.isDue(now())
                            ? Move.to(pending.claim(instance, until))
                            : Optional.empty());
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                // The claim may be written although the answer is lost. Nobody sends under it, so nobody need wait for
                // its end.
                untilStored(() -> giveBack(letter, until));
            }
            throw e;
        }
    }

    private void giveBack(Letter letter, Instant claimedUntil) {
        notifications.<Notification>move(
                letter.id(),
                state -> state instanceof Sending sending
                                && sending.claimedBy().equals(instance)
                                && sending.claimedUntil().equals(claimedUntil)
                        ? Move.to(sending.giveBack(now()))
                        : Optional.empty());
    }

    /** The server's acceptance is a fact, whoever holds the claim by now. */
    private void accepted(Letter letter, Instant answered) {
        Instant at = businessClock.instant();
        Optional<Sent> sent = notifications.move(letter.id(), state -> switch (state) {
            case Pending pending -> Move.to(new Sent(letter, pending.attempts(), at), Report.sent(letter, at));
            case Sending sending -> Move.to(new Sent(letter, sending.attempts(), at), Report.sent(letter, at));
            case WaitingForContact waiting -> Optional.empty();
            // Recalled while it was with a server whose answer came late: the recipient has been told.
            case Recalled late -> Move.to(new Sent(letter, late.attempts(), at), Report.sent(letter, at));
            case Sent already -> Optional.empty();
            case Failed failed -> Optional.empty();
        });
        if (sent.isPresent()) {
            meters.accepted(letter, answered);
        }
    }

    private void deferred(Letter letter, String code) {
        if (!now().isBefore(letter.receivedAt().plus(settings.giveUpAfter()))) {
            fail(letter, code);
            return;
        }
        Optional<Notification> back = notifications.move(
                letter.id(),
                state -> state instanceof Sending sending && sending.claimedBy().equals(instance)
                        ? Move.to(sending.giveBack(
                                now().plus(settings.pause(sending.attempts(), settings.longestRefusalPause()))))
                        : Optional.empty());
        if (back.orElse(null) instanceof Pending pending) {
            retried(pending, code);
        }
    }

    private void postpone(Letter letter, String why, Duration longest) {
        Optional<Pending> back = notifications.move(
                letter.id(),
                state -> state instanceof Pending pending
                        ? Move.to(pending.postpone(now().plus(settings.pause(pending.attempts() + 1, longest))))
                        : Optional.empty());
        back.ifPresent(pending -> retried(pending, why));
    }

    private void retried(Pending pending, String why) {
        meters.retried(pending.letter());
        log.atInfo()
                .addKeyValue("notification", pending.letter().id())
                .addKeyValue("claim", pending.letter().thread())
                .addKeyValue("attempts", pending.attempts())
                .addKeyValue("next", pending.dueAt())
                .addKeyValue("reason", why)
                .log("Letter not handed over; it is tried again");
    }

    private void fail(Letter letter, String reason) {
        Instant at = businessClock.instant();
        List<Event> events = Report.failed(letter, reason, at);
        Optional<Failed> failed = notifications.move(letter.id(), state -> switch (state) {
            case Pending pending -> Move.to(pending.fail(at, reason), events);
            case Sending sending -> Move.to(sending.fail(at, reason), events);
            case WaitingForContact waiting -> Optional.empty();
            case Recalled already -> Optional.empty();
            case Sent already -> Optional.empty();
            case Failed already -> Optional.empty();
        });
        if (failed.isPresent()) {
            meters.failed(letter);
            log.atWarn()
                    .addKeyValue("notification", letter.id())
                    .addKeyValue("claim", letter.thread())
                    .addKeyValue("reason", reason)
                    .log("Letter cannot be delivered");
        }
    }

    /** What the mail server has answered is not forgotten because the store is away: it would send again. */
    private void untilStored(Runnable write) {
        while (true) {
            try {
                write.run();
                return;
            } catch (RuntimeException e) {
                if (!Outages.isOutage(e) || !running.getAsBoolean()) {
                    throw e;
                }
                LockSupport.parkNanos(STORE_PAUSE.toNanos());
            }
        }
    }

    private Instant now() {
        return Instant.now(machineClock);
    }
}
