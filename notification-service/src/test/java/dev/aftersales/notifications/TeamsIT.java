package dev.aftersales.notifications;

import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.Topics;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** The service with a vendor of the test's own, none of whose teams has a mailbox. */
public abstract class TeamsIT extends NotificationsIT {

    protected final String vendor = "v" + UUID.randomUUID().toString().substring(0, 8);

    /** An address of the team that only this test's vendor has. */
    protected String address(String role) {
        return role + "@" + vendor + ".example";
    }

    /** The vendor's operations. */
    protected Api operations() {
        return as(People.VIKTOR);
    }

    /** That person, at the test's vendor. */
    protected Api as(People person) {
        return Api.at(port).withToken(person.claims().vendors(vendor).sign());
    }

    protected void enterMailbox(String role, String language) {
        operations()
                .with("If-None-Match", "*")
                .put(
                        "/api/v1/team-mailboxes/" + role,
                        "{\"address\":\"%s\",\"language\":\"%s\"}".formatted(address(role), language));
    }

    /** Lets the example of the event be heard, to be told to these. */
    protected String tell(
            Class<? extends Event> event, String claim, long sequence, CustomerRef customer, String... addressees) {
        String tell = Arrays.stream(addressees)
                .map(addressee -> "\"" + addressee + "\"")
                .reduce((a, b) -> a + "," + b)
                .orElse("");
        return Topics.event(EventTypes.typeOf(event))
                .subject(claim)
                .sequence(sequence)
                .vendor(vendor)
                .json(Examples.json(event, claim, customer)
                        .replace("\"exporter\"", "\"" + vendor + "\"")
                        .replaceFirst("(?s)\"tell\": \\[.*?]", "\"tell\": [" + tell + "]"))
                .to("claims");
    }

    protected List<MimeMessage> mailsToTeam(String role) {
        return Arrays.asList(MAIL.getReceivedMessagesForDomain(address(role)));
    }

    protected List<MimeMessage> awaitMailsToTeam(String role, int count) {
        return Awaitility.await("mails to " + role)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> mailsToTeam(role), mails -> mails.size() >= count);
    }

    /** The state of the claim's letters by whom they are for. */
    protected List<String> letters(String claim) {
        List<String> to = list(claim, "to");
        List<String> states = list(claim, "state");
        return java.util.stream.IntStream.range(0, to.size())
                .mapToObj(i -> to.get(i) + " " + states.get(i))
                .sorted()
                .toList();
    }

    protected void awaitLetters(String claim, String... letters) {
        Awaitility.await("letters").atMost(PATIENCE).until(() -> letters(claim), List.of(letters)::equals);
    }

    private List<String> list(String claim, String field) {
        return as(People.ANNA).get("/api/v1/notifications?claim=" + claim).at("$.items[*]." + field);
    }
}
