package dev.aftersales.notifications.deliveries;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.StateMapper;
import dev.aftersales.chassis.contacts.Contact;
import dev.aftersales.chassis.contacts.ContactBook;
import dev.aftersales.chassis.contacts.ContactCipher;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.claims.ClaimClosed;
import dev.aftersales.contracts.events.customers.CustomerUpdated;
import dev.aftersales.notifications.TestKeys;
import dev.aftersales.notifications.smtp.MailServer;
import dev.aftersales.notifications.smtp.MailServers;
import dev.aftersales.notifications.teams.TeamMailboxes;
import dev.aftersales.notifications.templates.ClaimNews;
import dev.aftersales.notifications.templates.News;
import dev.aftersales.notifications.templates.Templates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * One instance's worth of sending, by hand: several of them over the same store stand for several instances. Nothing of
 * the running service looks into this database.
 */
final class Office implements AutoCloseable {

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Postroom postroom;
    final DueSweep sweep;
    final Notifications notifications;
    final Desk desk;
    private final RequestNotification requests;
    private final ContactCipher cipher = new ContactCipher(JsonMapper.builder().build());
    private final TestKeys keys;
    private final ContactBook contacts;
    private long sequence;

    Office(MongoClient client, String databaseName, TestKeys keys, Templates templates, int smtpPort, String name) {
        Clock clock = Clock.systemUTC();
        MongoDatabase database = client.getDatabase(databaseName);
        AggregatesFactory factory = new AggregatesFactory(
                database,
                new StateMapper(),
                clock,
                JsonMapper.builder().build(),
                () -> null,
                (type, id, vendor, pending) -> {});
        this.keys = keys;
        contacts = new ContactBook(database, cipher, keys);
        notifications = new Notifications(factory.of(Notifications.TYPE));
        TeamMailboxes mailboxes = new TeamMailboxes(factory.of(TeamMailboxes.TYPE));
        factory.createIndexes();
        DeliverySettings settings = new DeliverySettings(
                Map.of(),
                null,
                4,
                10_000,
                name,
                Duration.ofSeconds(5),
                Duration.ofMillis(100),
                Duration.ofMillis(200),
                Duration.ofMillis(100),
                Duration.ofMillis(400),
                Duration.ofMillis(400),
                Duration.ofDays(5));
        desk = new Desk(
                notifications,
                contacts,
                mailboxes,
                templates,
                settings,
                new DeliveryMeters(registry),
                new LetterTrace(new StaticListableBeanFactory().getBeanProvider(Tracer.class)),
                clock,
                clock);
        MailServer server = MailServers.at(smtpPort);
        postroom = new Postroom(desk, server, name);
        sweep = new DueSweep(notifications, postroom, clock);
        requests = new RequestNotification(notifications, postroom, settings, clock);
    }

    Office open() {
        postroom.start();
        return this;
    }

    CustomerRef customer(String email) {
        String id = "cus-" + UUID.randomUUID();
        Contact contact = new Contact("Maria", email, null, null, "en");
        contacts.keep(new CustomerUpdated(id, "exporter", 1, "key", cipher.seal(id, contact, keys.make(id))));
        return new CustomerRef(id, 1);
    }

    /** Asks for a letter; the id of the notification. */
    String request(String claim, CustomerRef customer) {
        Instant now = Instant.now();
        String eventId = "claims/" + claim + "/" + ++sequence;
        ClaimClosed closed = new ClaimClosed(claim, "exporter", customer, now);
        News news = new ClaimNews.ClaimClosed(now);
        requests.because(
                new Received<>(
                        closed,
                        "/claims-service",
                        eventId,
                        "claims.claim-closed.v1",
                        Topic.CLAIMS,
                        claim,
                        sequence,
                        now,
                        "exporter"),
                claim,
                customer,
                news);
        return LetterId.of(eventId, news.template(), new Recipient.OfCustomer(customer));
    }

    List<String> kinds(List<String> ids) {
        return ids.stream()
                .map(id -> notifications.find(id).orElseThrow().getClass().getSimpleName())
                .toList();
    }

    @Override
    public void close() {
        postroom.stop();
    }
}
