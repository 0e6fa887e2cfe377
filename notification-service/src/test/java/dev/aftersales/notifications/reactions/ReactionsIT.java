package dev.aftersales.notifications.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.claims.ClaimClosed;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.CoverageDisputed;
import dev.aftersales.contracts.events.claims.DisputeDecided;
import dev.aftersales.contracts.events.claims.QuoteDeclined;
import dev.aftersales.contracts.events.logistics.Delivered;
import dev.aftersales.contracts.events.logistics.PartsReleased;
import dev.aftersales.notifications.Examples;
import dev.aftersales.notifications.NotificationsIT;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.Topics;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReactionsIT extends NotificationsIT {

    static Stream<Class<? extends Event>> told() {
        return Examples.TOLD.stream();
    }

    @ParameterizedTest
    @MethodSource("told")
    void mailsTheCustomerOnceForEachEvent(Class<? extends Event> event) throws MessagingException, IOException {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        String claim = claim();

        // When
        String cause = tell(event, claim, 7, maria.at(1));
        tell(event, claim, 7, maria.at(1));
        Class<? extends Event> last = Examples.topicOf(event).equals("claims") ? ClaimSubmitted.class : Delivered.class;
        tell(last, claim, 8, maria.at(1));

        // Then
        List<MimeMessage> mails = awaitMails(maria, 2);
        awaitStates(claim, "SENT", "SENT");
        assertThat(mailsTo(maria)).hasSize(2);
        MimeMessage mail = mails.getFirst();
        assertThat(mail.getSubject()).contains(claim);
        assertThat(mail.getContent().toString()).contains("Dear Maria Nordwind", claim);
        Message sent = Topics.awaitOne(
                "notifications",
                m -> m.type().equals("notifications.notification-sent.v1") && cause.equals(m.at("$.causedBy")));
        assertThat(sent.<String>at("$.claimId")).isEqualTo(claim);
        assertThat(mail.getMessageID()).startsWith("<" + sent.subject() + "@");
    }

    @ParameterizedTest
    @MethodSource("told")
    void mailsAnOlderEventThatComesAfterANewer(Class<? extends Event> event) {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        String claim = claim();
        Class<? extends Event> newer =
                Examples.topicOf(event).equals("claims") ? ClaimClosed.class : PartsReleased.class;
        tell(newer, claim, 9, maria.at(1));
        awaitMails(maria, 1);

        // When
        tell(event, claim, 5, maria.at(1));

        // Then
        awaitMails(maria, 2);
        assertThat(mailsTo(maria)).hasSize(2);
    }

    @Test
    void tellsOnlyTheVerdictsThatWereNotToldBefore() throws MessagingException, IOException {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        String claim = claim();
        String all = Examples.json(CoverageDecided.class, claim, maria.at(1));
        String one = all.replace("\"serial\": \"WP4-2603-00417\"", "\"toldBefore\": true");
        String none = one.replace("\"serial\": \"WP4-2603-00418\"", "\"toldBefore\": true")
                .replace("\"line\": 3,", "\"line\": 3, \"toldBefore\": true,");

        // When
        Topics.event("claims.coverage-decided.v1")
                .subject(claim)
                .sequence(3)
                .json(none)
                .to("claims");
        Topics.event("claims.coverage-decided.v1")
                .subject(claim)
                .sequence(4)
                .json(one)
                .to("claims");

        // Then
        MimeMessage mail = awaitMails(maria, 1).getFirst();
        awaitStates(claim, "SENT");
        assertThat(mail.getContent().toString())
                .contains("Line 2", "Please send it by")
                .doesNotContain("Line 1");
    }

    @Test
    void tellsHowADisputeEndedOnlyOfLinesWhoseVerdictIsNotToldWithIt() throws MessagingException, IOException {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        String claim = claim();
        String upheld = Examples.json(DisputeDecided.class, claim, maria.at(1))
                .replace("\"REJECTED\"", "\"UPHELD\"")
                .replaceFirst("(?s),\\s*\"standing\".*", ",\"judged\": [2]}");
        String more = upheld.replaceFirst("(?s)\"lines\": \\[\\s*2", "\"lines\": [2, 3");

        // When
        Topics.event("claims.dispute-decided.v1")
                .subject(claim)
                .sequence(3)
                .json(upheld)
                .to("claims");
        Topics.event("claims.dispute-decided.v1")
                .subject(claim)
                .sequence(4)
                .json(more)
                .to("claims");

        // Then
        MimeMessage mail = awaitMails(maria, 1).getFirst();
        awaitStates(claim, "SENT");
        assertThat(mail.getContent().toString()).containsPattern("Lines: +3\\R");
    }

    @Test
    void tellsOfAQuoteThatWasOvertakenInTheMailOfWhatOvertookItAndInNoOther() throws MessagingException, IOException {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        String claim = claim();

        // When
        tell(CoverageDisputed.class, claim, 3, maria.at(1));
        Topics.event("claims.quote-declined.v1")
                .subject(claim)
                .sequence(4)
                .json(Examples.json(QuoteDeclined.class, claim, maria.at(1)).replace("EXPIRED", "REPLACED"))
                .to("claims");
        tell(ClaimClosed.class, claim, 5, maria.at(1));

        // Then
        List<MimeMessage> mails = awaitMails(maria, 2);
        awaitStates(claim, "SENT", "SENT");
        assertThat(mailsTo(maria)).hasSize(2);
        assertThat(mails.getFirst().getContent().toString()).contains("Our quote 1 (line 2) no longer stands");
        assertThat(mails.getLast().getSubject()).contains("closed");
    }

    @Test
    void carriesTheTraceOfTheEventAsFarAsTheAcceptance() {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        String claim = claim();
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        // When
        String cause = Topics.event("claims.claim-closed.v1")
                .subject(claim)
                .sequence(3)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .json(Examples.json(ClaimClosed.class, claim, maria.at(1)))
                .to("claims");

        // Then
        Message sent = Topics.awaitOne(
                "notifications", m -> m.text().contains(cause) && m.type().endsWith("notification-sent.v1"));
        assertThat(sent.header("traceparent")).contains(trace);
    }

    @Test
    void writesInTheLanguageOfTheContact() throws MessagingException, IOException {
        Customer chen = customer("zh");
        introduce(chen, 1);

        tell(ClaimSubmitted.class, claim(), 1, chen.at(1));

        MimeMessage mail = awaitMails(chen, 1).getFirst();
        assertThat(mail.getSubject()).contains("我们已收到");
        assertThat(mail.getContent().toString()).contains("您好");
        assertThat(mail.getFrom()[0]).isInstanceOfSatisfying(InternetAddress.class, from -> {
            assertThat(from.getPersonal()).isEqualTo("出口商售后服务");
            assertThat(from.getAddress()).isEqualTo("after-sales@exporter.example");
        });
        assertThat(mail.getContent().toString().strip().lines()).endsWith("此致", "出口商售后服务");
        assertThat(mail.getAllRecipients()[0]).hasToString("Maria Nordwind <" + chen.email() + ">");
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        mail.writeTo(Files.newOutputStream(
                Files.createDirectories(Path.of("target", "mails")).resolve("raw.eml")));
        assertThat(mail.getHeader("Content-Language")).containsExactly("zh");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void waitsForAContactThatArrivesAfterTheEvent() {
        // Given
        Customer late = customer("en");
        String claim = claim();
        tell(ClaimSubmitted.class, claim, 1, late.at(1));
        tell(ClaimClosed.class, claim, 2, late.at(1));
        awaitStates(claim, "WAITING_FOR_CONTACT", "WAITING_FOR_CONTACT");

        // When
        introduce(late, 1);

        // Then
        awaitMails(late, 2);
        awaitStates(claim, "SENT", "SENT");
        assertThat(mailsTo(late))
                .extracting(mail -> mail.getSubject().contains("received"))
                .containsExactly(true, false);
    }

    @Test
    void waitsForTheVersionThatTheEventNames() {
        // Given
        Customer moved = customer("en");
        introduce(moved, 1);
        String claim = claim();
        tell(ClaimSubmitted.class, claim, 1, moved.at(2));
        awaitStates(claim, "WAITING_FOR_CONTACT");

        // When
        introduce(moved, 1);
        introduce(moved, 2);

        // Then
        awaitMails(moved, 1);
    }

    @Test
    void givesUpWhatIsForAPersonWhoWasErased() {
        // Given
        Customer erased = customer("en");
        introduce(erased, 1);
        keys.erase(erased.id());
        String claim = claim();

        // When
        String cause = tell(ClaimSubmitted.class, claim, 1, erased.at(1));

        // Then
        awaitStates(claim, "FAILED");
        Message failed = Topics.awaitOne(
                "notifications",
                m -> m.type().equals("notifications.notification-failed.v1") && cause.equals(m.at("$.causedBy")));
        assertThat(failed.<String>at("$.reason")).isEqualTo("erased");
    }

    @Test
    void triesAgainWhenTheKeyCannotBeFetched() {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        String claim = claim();
        keys.down(true);
        tell(ClaimSubmitted.class, claim, 1, maria.at(1));
        awaitStates(claim, "PENDING");

        // When
        keys.down(false);

        // Then
        awaitMails(maria, 1);
        awaitStates(claim, "SENT");
    }
}
