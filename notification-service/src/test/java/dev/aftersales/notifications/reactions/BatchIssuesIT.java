package dev.aftersales.notifications.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.Schemas;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.batches.BatchIssueDetected;
import dev.aftersales.contracts.events.batches.BatchIssueResolved;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated;
import dev.aftersales.contracts.events.batches.EmergencyPlanOverdue;
import dev.aftersales.contracts.events.batches.EmergencyPlanWarned;
import dev.aftersales.contracts.events.notices.BatchNoticeRequested;
import dev.aftersales.contracts.events.notices.BatchNoticeWithdrawn;
import dev.aftersales.notifications.Examples;
import dev.aftersales.notifications.TeamsIT;
import dev.aftersales.testing.Topics;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A4.7: whom the events name is told at once, each once, however often and in whichever order they come. */
class BatchIssuesIT extends TeamsIT {

    private final String issue = "bat-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(
            classes = {
                BatchIssueDetected.class,
                EmergencyPlanWarned.class,
                EmergencyPlanOverdue.class,
                EmergencyPlanInitiated.class,
                BatchIssueResolved.class
            })
    void mailsEachTeamOnceThoughTheEventComesTwiceAndTheMatterUnderAnotherIdToo(Class<? extends Event> event)
            throws MessagingException, IOException {
        // Given
        enterMailbox("vendor-ops", "en");
        enterMailbox("account-manager", "zh");

        // When
        tell(event, 7);
        tell(event, 7);
        tell(event, 8);
        tell(last(event), 9);

        // Then
        awaitMailsToTeam("vendor-ops", 2);
        awaitMailsToTeam("account-manager", 2);
        Awaitility.await().atMost(PATIENCE).until(() -> sent().equals(List.of("SENT", "SENT", "SENT", "SENT")));
        assertThat(mailsToTeam("vendor-ops")).hasSize(2);
        assertThat(mailsToTeam("account-manager")).hasSize(2);
        MimeMessage english = mailsToTeam("vendor-ops").getFirst();
        assertThat(english.getSubject()).contains("WP-400");
        assertThat(english.getContent().toString()).contains("GET /api/v1/batch-issues/" + issue);
        assertThat(english.getHeader("References")[0])
                .as("the mails of one issue are shown together")
                .startsWith("<" + issue + "@");
        assertThat(mailsToTeam("account-manager").getFirst().getContent().toString())
                .contains("批量问题", "GET /api/v1/batch-issues/" + issue);
    }

    @Test
    void mailsWhatIsHeardAfterALaterEvent() {
        // Given
        enterMailbox("vendor-ops", "en");
        enterMailbox("account-manager", "en");
        tell(EmergencyPlanInitiated.class, 5);
        awaitMailsToTeam("vendor-ops", 1);

        // When
        tell(BatchIssueDetected.class, 1);

        // Then
        awaitMailsToTeam("vendor-ops", 2);
        awaitMailsToTeam("account-manager", 2);
    }

    /** Twice, and one kind after the other whichever comes first: the customer gets one digest of each. */
    @Test
    void tellsACustomerOnceOfEachKindHoweverOftenItIsAsked() throws MessagingException {
        // Given
        Customer maria = customer("en");

        // When
        notice(maria, "SISTER_UNITS");
        notice(maria, "FAILED_UNITS");
        notice(maria, "SISTER_UNITS");
        notice(maria, "FAILED_UNITS");
        introduce(maria, 1);

        // Then
        awaitMails(maria, 2);
        Awaitility.await().atMost(PATIENCE).until(() -> sent().equals(List.of("SENT", "SENT")));
        assertThat(mailsTo(maria))
                .hasSize(2)
                .anySatisfy(mail -> assertThat(mail.getSubject()).contains("30 units of your claims"))
                .anySatisfy(mail -> assertThat(mail.getSubject()).contains("Please watch 30 units"));
    }

    /** Both kinds, each twice: one word, after what it takes back. */
    @Test
    void tellsWhoWasToldOnceThatTheIssueIsNone() throws MessagingException, IOException {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        notice(maria, "FAILED_UNITS");
        notice(maria, "SISTER_UNITS");
        Awaitility.await().atMost(PATIENCE).until(() -> sent().equals(List.of("SENT", "SENT")));

        // When
        withdrawn(maria, "FAILED_UNITS", true);
        withdrawn(maria, "FAILED_UNITS", true);
        withdrawn(maria, "SISTER_UNITS", true);
        withdrawn(maria, "SISTER_UNITS", true);
        notice(maria, "FAILED_UNITS");
        notice(maria, "SISTER_UNITS");
        Customer last = customer("en");
        introduce(last, 1);
        notice(last, "FAILED_UNITS");
        awaitMails(last, 1);

        // Then
        awaitMails(maria, 3);
        Awaitility.await().atMost(PATIENCE).until(() -> sent().equals(List.of("SENT", "SENT", "SENT", "SENT")));
        assertThat(mailsTo(maria)).hasSize(3);
        MimeMessage word = mailsTo(maria).getLast();
        assertThat(word.getSubject()).contains("our message on 60 units of yours (WP-400)");
        assertThat(word.getContent().toString())
                .contains("they are not one common issue", "E-42", "go on one by one")
                .contains("Units of your claims that we wrote of", "Units that we asked you to watch", "WP4-2603-00417")
                .contains("still holds, under these references: bat-exporter.pT4nWc8sL0yKd2RrVe6Q.1");
    }

    /** It waits for the customer's contact, as it would for the mail server. */
    @Test
    void tellsWhoWasNotToldYetNothingAtAll() {
        // Given
        Customer maria = customer("en");
        notice(maria, "FAILED_UNITS");
        Awaitility.await().atMost(PATIENCE).until(() -> sent().equals(List.of("WAITING_FOR_CONTACT")));

        // When
        withdrawn(maria, "FAILED_UNITS");
        withdrawn(maria, "FAILED_UNITS");
        Awaitility.await().atMost(PATIENCE).until(() -> sent().equals(List.of("RECALLED")));
        introduce(maria, 1);

        // Then
        awaitAnother();
        assertThat(mailsTo(maria)).isEmpty();
        assertThat(sent()).containsExactlyInAnyOrder("SENT", "RECALLED");
    }

    @Test
    void tellsNothingOfANoticeThatIsHeardAfterItWasTakenBack() {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);

        // When
        withdrawn(maria, "FAILED_UNITS");
        Awaitility.await().atMost(PATIENCE).until(() -> sent().equals(List.of("RECALLED")));
        notice(maria, "FAILED_UNITS");

        // Then
        awaitAnother();
        assertThat(mailsTo(maria)).isEmpty();
        assertThat(sent()).containsExactlyInAnyOrder("SENT", "RECALLED");
    }

    private void awaitAnother() {
        Customer other = customer("en");
        introduce(other, 1);
        notice(other, "FAILED_UNITS");
        awaitMails(other, 1);
        Awaitility.await().atMost(PATIENCE).until(() -> sent().contains("SENT"));
    }

    private void withdrawn(Customer customer, String kind) {
        withdrawn(customer, kind, false);
    }

    /** @param both whether the customer is told for the other reason as well */
    private void withdrawn(Customer customer, String kind, boolean both) {
        String id = "bno-" + customer.id() + kind;
        String other = "bno-" + customer.id() + (kind.equals("FAILED_UNITS") ? "SISTER_UNITS" : "FAILED_UNITS");
        Topics.event(EventTypes.typeOf(BatchNoticeWithdrawn.class))
                .subject(id)
                .sequence(2)
                .vendor(vendor)
                .json((both
                                ? Examples.json(BatchNoticeWithdrawn.class, "clm-1", customer.at(1))
                                : Examples.json(BatchNoticeWithdrawn.class, "clm-1", customer.at(1))
                                        .replaceFirst("(?s),\\s*\"alsoRequestId\": \"[^\"]*\"", ""))
                        .replaceAll("bno-3w5f7k2aq4m6r2t3v5x7z2b4d6", id)
                        .replaceAll("bno-5x7z2b4d63w5f7k2aq4m6r2t3v", other)
                        .replace("\"FAILED_UNITS\"", "\"" + kind + "\"")
                        .replace("\"vendor\": \"exporter\"", "\"vendor\": \"" + vendor + "\""))
                .to("batch-notices");
    }

    private void notice(Customer customer, String kind) {
        String id = "bno-" + customer.id() + kind;
        Topics.event(EventTypes.typeOf(BatchNoticeRequested.class))
                .subject(id)
                .sequence(1)
                .vendor(vendor)
                .json(Examples.json(BatchNoticeRequested.class, "clm-1", customer.at(1))
                        .replaceFirst("\"bno-[^\"]*\"", "\"" + id + "\"")
                        .replace("\"FAILED_UNITS\"", "\"" + kind + "\"")
                        .replace("\"vendor\": \"exporter\"", "\"vendor\": \"" + vendor + "\""))
                .to("batch-notices");
    }

    /** An event of before it said whom to tell. */
    @Test
    void tellsNobodyWhomTheEventDoesNotName() {
        // Given
        enterMailbox("vendor-ops", "en");
        enterMailbox("account-manager", "en");

        // When
        send(
                EmergencyPlanInitiated.class,
                1,
                Schemas.exampleOf(EmergencyPlanInitiated.class).replaceFirst("(?s),\\s*\"tell\": \\[.*?]", ""));
        tell(EmergencyPlanOverdue.class, 2);

        // Then
        Awaitility.await().atMost(PATIENCE).until(() -> sent().equals(List.of("SENT", "SENT")));
        assertThat(mailsToTeam("vendor-ops")).hasSize(1);
    }

    /** Heard after the others, on the same partition: what was to be told of them is told by then. */
    private static Class<? extends Event> last(Class<? extends Event> other) {
        return other == EmergencyPlanOverdue.class ? BatchIssueDetected.class : EmergencyPlanOverdue.class;
    }

    private List<String> sent() {
        return operations().get("/api/v1/notifications").at("$.items[*].state");
    }

    private void tell(Class<? extends Event> event, long sequence) {
        send(event, sequence, Schemas.exampleOf(event));
    }

    private void send(Class<? extends Event> event, long sequence, String example) {
        Topics.event(EventTypes.typeOf(event))
                .subject(issue)
                .sequence(sequence)
                .vendor(vendor)
                .json(example.replace("\"bat-exporter.kq9dVb2mE1xJx0pUu3Zt.1\"", "\"" + issue + "\"")
                        .replace("\"vendor\": \"exporter\"", "\"vendor\": \"" + vendor + "\""))
                .to("batch-issues");
    }
}
