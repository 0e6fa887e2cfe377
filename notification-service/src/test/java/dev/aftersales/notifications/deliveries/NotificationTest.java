package dev.aftersales.notifications.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.notifications.deliveries.Notification.WaitingForContact;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.templates.ClaimNews;
import dev.aftersales.notifications.templates.Template;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotificationTest {

    private static final Instant HEARD = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant LATER = HEARD.plus(Duration.ofDays(30));
    private static final CustomerRef MARIA = new CustomerRef("cus-1", 1);

    @Test
    void letterToATeamIsTriedAnewFromWhenTheMailboxIsThere() {
        WaitingForContact waiting = new WaitingForContact(letter(null, Team.AGENT), 0);

        assertThat(waiting.arrived(LATER, LATER).letter().receivedAt()).isEqualTo(LATER);
    }

    @Test
    void letterToACustomerIsTriedFromWhenItWasHeard() {
        WaitingForContact waiting = new WaitingForContact(letter(MARIA, null), 0);

        assertThat(waiting.arrived(LATER, LATER).letter().receivedAt()).isEqualTo(HEARD);
    }

    @Test
    void letterThatIsRecalledWhileItIsHandedOverIsNotTriedAgain() {
        Notification.Sending sending =
                new Notification.Pending(letter(MARIA, null), 0, HEARD).claim("instance-1", LATER);

        assertThat(sending.giveBack(LATER)).isInstanceOf(Notification.Pending.class);
        assertThat(sending.recall(HEARD).recall(LATER).giveBack(LATER))
                .isEqualTo(new Notification.Recalled(letter(MARIA, null), 1, HEARD));
    }

    @Test
    void letterIsForACustomerOrForATeam() {
        assertThatIllegalArgumentException().isThrownBy(() -> letter(null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> letter(MARIA, Team.AGENT));
    }

    @Test
    void eachWhomAnEventIsToldToHasALetterOfTheirOwn() {
        assertThat(LetterId.of("claims/clm-1/1", Template.DEADLINE_WARNED, new Recipient.OfTeam(Team.AGENT)))
                .isEqualTo(LetterId.of("claims/clm-1/1", Template.DEADLINE_WARNED, new Recipient.OfTeam(Team.AGENT)))
                .isNotEqualTo(
                        LetterId.of("claims/clm-1/1", Template.DEADLINE_WARNED, new Recipient.OfTeam(Team.TECHNICIAN)))
                .isNotEqualTo(LetterId.of("claims/clm-1/1", Template.DEADLINE_WARNED, new Recipient.OfCustomer(MARIA)));
    }

    private static Letter letter(@Nullable CustomerRef customer, @Nullable Team team) {
        return new Letter(
                "ntf-1",
                "exporter",
                "clm-1",
                customer,
                team,
                "claims/clm-1/1",
                HEARD,
                HEARD,
                new ClaimNews.ClaimClosed(HEARD));
    }
}
