package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.endtoend.faults.MoodyMailServer.Mood;
import dev.aftersales.endtoend.ledger.Sighting;
import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The mail server away, then too busy, while claims go on; and a recipient whose mails always bounce. */
@FullRound
class MailServerDownIT {

    private static final String BOUNCING = "nobody@pacific.example";

    @Test
    void nothingElseWaitsForMailsAndEachIsSentOnce() {
        Duration outage = Duration.ofSeconds(300);
        Path mails = Path.of("target", "faults", "mail-server-down", "mails").toAbsolutePath();
        try (MoodyMailServer server = new MoodyMailServer(mails, BOUNCING);
                Stage stage =
                        Stage.set("mail-server-down", mails, suite -> suite.mailServer("127.0.0.1", server.port()))) {
            chenIsUnreachable(stage);
            int claims = 350;
            int bouncing = 20;
            stage.claim(claims, claims / (outage.toSeconds() + 5.0));
            stage.claimAs("chen", "pacific", bouncing, bouncing / (outage.toSeconds() + 5.0));
            stage.pass(Duration.ofSeconds(2));
            server.be(Mood.AWAY);
            stage.pass(outage.dividedBy(2));
            server.be(Mood.BUSY);
            stage.pass(outage.dividedBy(2));

            // Nothing but the mails waits for the mail server: every claim that was accepted has its parts released.
            stage.awaitOutcomes();
            stage.awaitUnrest("of a mail outage", List.of("letters wait"));
            long released = stage.observer().look().claims().stream()
                    .filter(claim -> claim.state().equals("RELEASED"))
                    .count();
            assertThat(released).as("claims released without the mail server").isEqualTo(claims + bouncing);
            stage.figures().add("claims released while no mail could be sent", released);

            server.be(Mood.ACCEPTING);
            Sighting sighting = stage.expectingUndelivered(3 * bouncing).verify(Instant.now(), Duration.ofSeconds(60));

            List<Sighting.Notification> failed = sighting.notifications().stream()
                    .filter(letter -> letter.state().equals("Failed"))
                    .toList();
            assertThat(failed).as("letters that always bounce").hasSize(3 * bouncing);
        }
    }

    private static void chenIsUnreachable(Stage stage) {
        Gateway gateway =
                new Gateway(stage.suite().url("gateway"), stage.suite().url("issuer"));
        Answer changed = gateway.put(
                "chen", "/api/v1/customers/me", Map.of("name", "Chen Wei", "email", BOUNCING, "language", "zh"));
        assertThat(changed.succeeded()).as(changed.toString()).isTrue();
    }
}
