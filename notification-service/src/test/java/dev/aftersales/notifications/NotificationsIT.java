package dev.aftersales.notifications;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.aftersales.chassis.contacts.Contact;
import dev.aftersales.chassis.contacts.ContactCipher;
import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.customers.CustomerUpdated;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with a mail server, and with the customers whom the tests invent. */
@ServiceIT
@Import(TestKeys.Beans.class)
public abstract class NotificationsIT {

    protected static final Duration PATIENCE = Duration.ofSeconds(20);
    protected static final GreenMail MAIL = mailServer();

    @LocalServerPort
    protected int port;

    @Autowired
    protected TestKeys keys;

    @Autowired
    private ContactCipher cipher;

    @DynamicPropertySource
    static void localServers(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        // Only says that contacts are kept; the keys come from the test.
        properties.add("aftersales.fellows.claims-uri", () -> "http://127.0.0.1:9");
    }

    @AfterEach
    void fellowAnswersAgain() {
        keys.down(false);
    }

    /** A customer whom nobody has heard of yet. */
    protected record Customer(String id, String email, String language) {
        public CustomerRef at(long version) {
            return new CustomerRef(id, version);
        }
    }

    protected static Customer customer(String language) {
        String name = UUID.randomUUID().toString().substring(0, 8);
        return new Customer("cus-" + name, name + "@nordwind.example", language);
    }

    protected static String claim() {
        return "clm-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Lets the customer's contact be heard. */
    protected void introduce(Customer customer, long version) {
        Contact contact = new Contact("Maria Nordwind", customer.email(), null, null, customer.language());
        String sealed = cipher.seal(customer.id(), contact, keys.make(customer.id()));
        Topics.event(EventTypes.typeOf(CustomerUpdated.class))
                .subject(customer.id())
                .sequence(version)
                .json("""
                        {"customerId":"%s","vendor":"exporter","version":%d,"keyId":"key-%s","cipher":"%s"}
                        """.formatted(customer.id(), version, customer.id(), sealed))
                .to("customers");
    }

    protected static String tell(Class<? extends Event> event, String claim, long sequence, CustomerRef customer) {
        return Topics.event(EventTypes.typeOf(event))
                .subject(claim)
                .sequence(sequence)
                .json(Examples.json(event, claim, customer))
                .to(Examples.topicOf(event));
    }

    protected static List<MimeMessage> mailsTo(Customer customer) {
        return Arrays.asList(MAIL.getReceivedMessagesForDomain(customer.email()));
    }

    protected static List<MimeMessage> awaitMails(Customer customer, int count) {
        return Awaitility.await("mails")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> mailsTo(customer), mails -> mails.size() >= count);
    }

    /** The state of the claim's notifications, newest first, as an agent sees them. */
    protected List<String> states(String claim) {
        return Api.at(port)
                .as(People.ANNA)
                .get("/api/v1/notifications?claim=" + claim)
                .at("$.items[*].state");
    }

    protected void awaitStates(String claim, String... states) {
        Awaitility.await("states").atMost(PATIENCE).until(() -> states(claim), List.of(states)::equals);
    }

    private static GreenMail mailServer() {
        // A port that stays the same when the server is stopped and started.
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServerSetup setup = new ServerSetup(free.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
            free.close();
            GreenMail server = new GreenMail(setup);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
