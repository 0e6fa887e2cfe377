package dev.aftersales.notifications.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.policies.PolicyNoticeRequested;
import dev.aftersales.contracts.events.policies.PolicyNoticeRequested.Change;
import dev.aftersales.contracts.events.policies.PolicyNoticeWithdrawn;
import dev.aftersales.notifications.NotificationsIT;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.Topics;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PolicyNoticeIT extends NotificationsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String version = "A-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void tellsEachCustomerOnceInTheirLanguageThoughTheRequestComesTwice() throws MessagingException, IOException {
        // Given
        Customer maria = customer("en");
        Customer chen = customer("zh");
        introduce(maria, 1);
        introduce(chen, 1);

        // When
        String cause = request(1, maria.at(1), chen.at(1));
        request(1, maria.at(1), chen.at(1));
        Customer last = customer("en");
        introduce(last, 1);
        request(2, last.at(1));

        // Then
        awaitMails(last, 1);
        MimeMessage english = awaitMails(maria, 1).getFirst();
        MimeMessage chinese = awaitMails(chen, 1).getFirst();
        assertThat(mailsTo(maria)).hasSize(1);
        assertThat(mailsTo(chen)).hasSize(1);
        assertThat(english.getSubject()).contains("policy changes", version);
        assertThat(english.getContent().toString()).contains("12 months becomes 18 months", "1 January 2027");
        assertThat(chinese.getContent().toString()).contains("由12个月改为18个月", "2027年1月1日");
        Message sent = Topics.awaitOne(
                "notifications",
                m -> m.type().equals("notifications.notice-sent.v1")
                        && maria.id().equals(m.at("$.customerId")));
        assertThat(sent.<String>at("$.noticeId")).isEqualTo(version + "/1");
        assertThat(sent.<String>at("$.policyVersion")).isEqualTo(version);
        assertThat(sent.<String>at("$.causedBy")).isEqualTo(cause);
    }

    @Test
    void tellsOfARequestThatComesBeforeAnEarlierOneAndBeforeTheContact() {
        // Given
        Customer maria = customer("en");
        Customer late = customer("en");
        introduce(maria, 1);
        request(2, late.at(1));

        // When
        request(1, maria.at(1));
        introduce(late, 1);

        // Then
        awaitMails(maria, 1);
        awaitMails(late, 1);
    }

    @Test
    void tellsEachOnceThatTheVersionDoesNotComeThoughItIsSaidTwiceAndBeforeTheContact()
            throws MessagingException, IOException {
        // Given
        Customer maria = customer("en");
        Customer chen = customer("zh");
        introduce(maria, 1);
        withdrawal(1, 2, maria.at(1), chen.at(1));
        withdrawal(1, 2, maria.at(1), chen.at(1));

        // When
        introduce(chen, 1);
        Customer last = customer("en");
        introduce(last, 1);
        withdrawal(1, 3, last.at(1));

        // Then
        awaitMails(last, 1);
        MimeMessage english = awaitMails(maria, 1).getFirst();
        MimeMessage chinese = awaitMails(chen, 1).getFirst();
        assertThat(mailsTo(maria)).hasSize(1);
        assertThat(mailsTo(chen)).hasSize(1);
        assertThat(english.getSubject()).contains("does not change", version);
        assertThat(english.getContent().toString()).contains("Version A-1 stays in force");
        assertThat(chinese.getContent().toString()).contains("A-1 版继续有效");
        Message sent = Topics.awaitOne(
                "notifications",
                m -> m.type().equals("notifications.notice-sent.v1")
                        && maria.id().equals(m.at("$.customerId")));
        assertThat(sent.<String>at("$.template")).isEqualTo("policy-notice-withdrawn");
        assertThat(sent.<String>at("$.noticeId")).isEqualTo(version + "/1");
    }

    @Test
    void reportsACustomerWhomNoMailCanReach() {
        // Given
        Customer erased = customer("en");
        introduce(erased, 1);
        keys.erase(erased.id());

        // When
        request(1, erased.at(1));

        // Then
        Message failed = Topics.awaitOne(
                "notifications",
                m -> m.type().equals("notifications.notice-failed.v1")
                        && erased.id().equals(m.at("$.customerId")));
        assertThat(failed.<String>at("$.reason")).isEqualTo("erased");
        assertThat(failed.<String>at("$.noticeId")).isEqualTo(version + "/1");
    }

    private String request(int number, CustomerRef... customers) {
        String notice = version + "/" + number;
        return Topics.event("policies.policy-notice-requested.v1")
                .subject(notice)
                .sequence(1)
                .json(JSON.writeValueAsString(new PolicyNoticeRequested(
                        notice,
                        version,
                        "exporter",
                        Instant.parse("2026-12-31T16:00:00Z"),
                        List.of(new Change("Term (A1.1): 12 months becomes 18 months.", "保修期（A1.1）：由12个月改为18个月。")),
                        0,
                        List.of(customers),
                        "Asia/Shanghai")))
                .to("policy-notices");
    }

    private void withdrawal(int number, int sequence, CustomerRef... customers) {
        String notice = version + "/" + number;
        Topics.event("policies.policy-notice-withdrawn.v1")
                .subject(notice)
                .sequence(sequence)
                .json(JSON.writeValueAsString(new PolicyNoticeWithdrawn(
                        notice,
                        version,
                        "exporter",
                        "A-1",
                        Instant.parse("2026-11-20T08:30:00Z"),
                        List.of(customers),
                        null)))
                .to("policy-notices");
    }
}
