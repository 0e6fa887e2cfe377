package dev.aftersales.notifications.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.Schemas;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.calendars.CalendarYearWanted;
import dev.aftersales.contracts.events.claims.DeadlineBreached;
import dev.aftersales.contracts.events.claims.DeadlineEscalated;
import dev.aftersales.contracts.events.claims.DeadlineWarned;
import dev.aftersales.contracts.events.claims.DeviceReportedLate;
import dev.aftersales.notifications.Examples;
import dev.aftersales.notifications.TeamsIT;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.Topics;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesIT extends TeamsIT {

    @ParameterizedTest
    @ValueSource(classes = {DeadlineWarned.class, DeadlineBreached.class})
    void mailsEachWhomTheEventNamesOnceThoughItComesTwice(Class<? extends Event> event)
            throws MessagingException, IOException {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        enterMailbox("agent", "en");
        enterMailbox("technician", "zh");
        String claim = claim();

        // When
        String cause = tell(event, claim, 7, maria.at(1), "CUSTOMER", "AGENT", "TECHNICIAN");
        tell(event, claim, 7, maria.at(1), "CUSTOMER", "AGENT", "TECHNICIAN");
        tell(DeadlineBreached.class, claim, 8, maria.at(1), "AGENT");

        // Then
        awaitMailsToTeam("agent", 2);
        awaitLetters(claim, "agent SENT", "agent SENT", "customer SENT", "technician SENT");
        MimeMessage english = mailsToTeam("agent").getFirst();
        MimeMessage chinese = mailsToTeam("technician").getFirst();
        assertThat(mailsToTeam("agent")).hasSize(2);
        assertThat(mailsToTeam("technician")).hasSize(1);
        assertThat(mailsTo(maria)).hasSize(1);
        assertThat(english.getSubject()).contains("the diagnosis is concluded", "A4.4", claim);
        assertThat(english.getAllRecipients()[0]).hasToString("Agents <" + address("agent") + ">");
        assertThat(chinese.getSubject()).contains("诊断完成", claim);
        assertThat(chinese.getContent().toString()).contains("GET /api/v1/claims/" + claim + "/deadlines");
        assertThat(english.getContent().toString() + chinese.getContent())
                .as("a team's mail names nobody")
                .doesNotContain("Maria", maria.email(), maria.id());
        String letter = english.getMessageID();
        Message sent = Topics.awaitOne("notifications", m -> letter.startsWith("<" + m.subject() + "@"));
        assertThat(sent.type()).isEqualTo("notifications.notification-sent.v1");
        assertThat(sent.<String>at("$.causedBy")).isEqualTo(cause);
        assertThat(sent.<String>at("$.claimId")).isEqualTo(claim);
    }

    @ParameterizedTest
    @ValueSource(classes = {DeadlineWarned.class, DeadlineBreached.class})
    void mailsAnOlderEventThatComesAfterANewer(Class<? extends Event> event) {
        // Given
        Customer maria = customer("en");
        enterMailbox("warehouse", "en");
        String claim = claim();
        tell(DeadlineBreached.class, claim, 9, maria.at(1), "WAREHOUSE");
        awaitMailsToTeam("warehouse", 1);

        // When
        tell(event, claim, 5, maria.at(1), "WAREHOUSE");

        // Then
        awaitMailsToTeam("warehouse", 2);
        awaitLetters(claim, "warehouse SENT", "warehouse SENT");
    }

    @Test
    void tellsTheCustomerOnlyWhereTheEventSaysSo() {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        enterMailbox("vendor-ops", "en");
        String claim = claim();

        // When
        tell(DeadlineWarned.class, claim, 1, maria.at(1));
        tell(DeadlineBreached.class, claim, 2, maria.at(1), "VENDOR_OPS");

        // Then
        awaitLetters(claim, "vendor-ops SENT");
        assertThat(mailsTo(maria)).isEmpty();
    }

    /** D?6, twice and after a newer one: that the closing is held off is told once, and until when. */
    @Test
    void tellsTheCustomerOnceThatTheClosingIsHeldOff() throws MessagingException, IOException {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        enterMailbox("vendor-ops", "en");
        String claim = claim();
        tell(DeadlineBreached.class, claim, 9, maria.at(1), "VENDOR_OPS");
        awaitLetters(claim, "vendor-ops SENT");

        // When
        held(claim, 7, maria);
        held(claim, 7, maria);
        tell(DeadlineBreached.class, claim, 10, maria.at(1), "VENDOR_OPS");

        // Then
        awaitLetters(claim, "customer SENT", "vendor-ops SENT", "vendor-ops SENT");
        assertThat(mailsTo(maria)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).startsWith("Claim " + claim + ": held open until ");
            assertThat(mail.getContent().toString()).contains("was to be closed", "we hold the claim open until");
        });
    }

    /** Twice and after a newer one: each who knows of the closing, or has the device, is told once. */
    @Test
    void tellsOnceWhatBecomesOfADeviceAfterTheClosing() throws MessagingException, IOException {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        enterMailbox("agent", "en");
        enterMailbox("warehouse", "zh");
        enterMailbox("vendor-ops", "en");
        String claim = claim();
        tell(DeadlineBreached.class, claim, 9, maria.at(1), "VENDOR_OPS");
        awaitLetters(claim, "vendor-ops SENT");

        // When
        tell(DeviceReportedLate.class, claim, 7, maria.at(1), new String[0]);
        tell(DeviceReportedLate.class, claim, 7, maria.at(1), new String[0]);
        tell(DeadlineBreached.class, claim, 10, maria.at(1), "VENDOR_OPS");

        // Then
        awaitLetters(claim, "agent SENT", "customer SENT", "vendor-ops SENT", "vendor-ops SENT", "warehouse SENT");
        assertThat(mailsTo(maria)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).startsWith("Claim " + claim + ": open again");
            assertThat(mail.getContent().toString())
                    .contains("was with us in time")
                    .doesNotContain("clm-2c9e71d5");
        });
        assertThat(mailsToTeam("agent")).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject())
                    .isEqualTo("Open again: claim " + claim + ", line 1, 2 (see also clm-2c9e71d5)");
            assertThat(mail.getContent().toString()).contains("another open claim about the same unit: clm-2c9e71d5");
        });
        assertThat(mailsToTeam("warehouse")).singleElement().satisfies(mail -> assertThat(mail.getSubject())
                .startsWith("已重新开启"));
    }

    private void held(String claim, long sequence, Customer customer) {
        Topics.event("claims.deadline-warned.v1")
                .subject(claim)
                .sequence(sequence)
                .vendor(vendor)
                .json(Examples.json(DeadlineWarned.class, claim, customer.at(1))
                        .replace("\"exporter\"", "\"" + vendor + "\"")
                        .replaceFirst("(?s)\"tell\": \\[.*?]", "\"tell\": [\"CUSTOMER\"]")
                        .replace(
                                "\"warnedAt\": \"2026-11-17T10:00:00Z\"",
                                "\"warnedAt\": \"2026-11-17T10:00:00Z\", \"heldSince\": \"2026-11-17T10:00:00Z\""))
                .to("claims");
    }

    /** Twice, and after a newer one: each step is put before each team once. */
    @Test
    void putsEachStepOfAnEscalationBeforeItsTeamsOnce() throws MessagingException, IOException {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        enterMailbox("account-manager", "en");
        enterMailbox("vendor-ops", "zh");
        String claim = claim();

        // When
        tell(DeadlineBreached.class, claim, 9, maria.at(1), "VENDOR_OPS");
        tell(DeadlineEscalated.class, claim, 7, maria.at(1), "ACCOUNT_MANAGER", "VENDOR_OPS");
        tell(DeadlineEscalated.class, claim, 7, maria.at(1), "ACCOUNT_MANAGER", "VENDOR_OPS");
        tell(DeadlineBreached.class, claim, 10, maria.at(1), "ACCOUNT_MANAGER");

        // Then
        awaitMailsToTeam("account-manager", 2);
        awaitLetters(claim, "account-manager SENT", "account-manager SENT", "vendor-ops SENT", "vendor-ops SENT");
        assertThat(mailsTo(maria)).isEmpty();
        assertThat(mailsToTeam("account-manager")).hasSize(2).anySatisfy(mail -> {
            assertThat(mail.getSubject()).startsWith("Still not done (step 1)").contains("A4.4", claim);
            assertThat(mail.getContent().toString())
                    .contains("over its limit and still not kept")
                    .doesNotContain("Maria", maria.email(), maria.id());
        });
        assertThat(mailsToTeam("vendor-ops")).hasSize(2).anySatisfy(mail -> assertThat(mail.getSubject())
                .startsWith("仍未完成（第 1 级上报）"));
    }

    /** Twice, and a year that was wanted before after a later one: each year is told once to each who is to see to it. */
    @Test
    void tellsThoseWhoKeepACalendarOfEachYearThatItLacksOnce() throws MessagingException, IOException {
        // Given
        enterMailbox("policy-admin", "zh");
        enterMailbox("vendor-ops", "en");

        // When
        wanted(2, 2028);
        wanted(2, 2028);
        wanted(1, 2027);

        // Then
        awaitMailsToTeam("policy-admin", 2);
        awaitMailsToTeam("vendor-ops", 2);
        Awaitility.await().atMost(PATIENCE).until(() -> sent().equals(List.of("SENT", "SENT", "SENT", "SENT")));
        assertThat(mailsToTeam("policy-admin")).hasSize(2).anySatisfy(mail -> {
            assertThat(mail.getSubject()).contains("中国大陆", "2027");
            assertThat(mail.getContent().toString())
                    .contains("政策管理员", "2027年1月1日", "POST /api/v1/calendars/china/versions");
        });
        assertThat(mailsToTeam("vendor-ops")).hasSize(2).anySatisfy(mail -> assertThat(mail.getSubject())
                .isEqualTo("Please enter 2028 into the calendar \"Mainland China\" (china)"));
    }

    private List<String> sent() {
        return operations().get("/api/v1/notifications").at("$.items[*].state");
    }

    private void wanted(int version, int year) {
        Topics.event("calendars.calendar-year-wanted.v1")
                .subject(vendor + "/china/" + version)
                .sequence(1)
                .vendor(vendor)
                .json(Schemas.exampleOf(CalendarYearWanted.class)
                        .replace("\"exporter\"", "\"" + vendor + "\"")
                        .replace("\"version\": 1", "\"version\": " + version)
                        .replace("2027", Integer.toString(year)))
                .to("calendars");
    }

    @Test
    void keepsALetterForARoleWithoutMailboxUntilThereIsOne() throws MessagingException {
        // Given
        Customer maria = customer("en");
        String first = claim();
        String second = claim();
        tell(DeadlineWarned.class, first, 1, maria.at(1), "ACCOUNT_MANAGER", "AGENT");
        tell(DeadlineBreached.class, second, 1, maria.at(1), "ACCOUNT_MANAGER");
        awaitLetters(first, "account-manager WAITING_FOR_MAILBOX", "agent WAITING_FOR_MAILBOX");
        awaitLetters(second, "account-manager WAITING_FOR_MAILBOX");

        // When
        enterMailbox("account-manager", "en");

        // Then
        awaitMailsToTeam("account-manager", 2);
        awaitLetters(first, "account-manager SENT", "agent WAITING_FOR_MAILBOX");
        awaitLetters(second, "account-manager SENT");
        // Mails about different claims go out side by side.
        assertThat(mailsToTeam("account-manager"))
                .hasSize(2)
                .anySatisfy(mail -> assertThat(mail.getSubject()).contains(first))
                .anySatisfy(mail -> assertThat(mail.getSubject()).contains(second));
    }
}
