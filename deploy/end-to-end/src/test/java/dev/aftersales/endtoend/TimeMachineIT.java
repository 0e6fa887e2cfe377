package dev.aftersales.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Moves the business time of the shared suite a month ahead, so whatever runs after it lives in that month. */
class TimeMachineIT {

    private static final String CLOCK = "/ops/v1/clock";

    /** With their tokens of before the move, which stay what they are. */
    private final Api olga = TheSuite.as("olga");

    private final Api carl = TheSuite.as("carl");
    private final Api maria = TheSuite.as("maria");

    @Test
    void aMonthPassesForEveryInstanceAndForGood() {
        TheSuite.asPartner("carrier-one");
        String quoted = quotedClaim();
        Instant validUntil = Instant.parse(quote(quoted).at("$.quotes[0].validUntil"));
        Duration before = offset();
        Instant machineTime = Instant.parse(olga.get(CLOCK).at("$.machineTime"));
        Duration month =
                Duration.ofDays(Duration.between(machineTime, validUntil).toDays() + 2);
        Api keyed = olga.with("Idempotency-Key", UUID.randomUUID().toString());
        String advance = "{\"advance\": \"" + month + "\"}";

        Answer moved = keyed.post(CLOCK, advance);

        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(Duration.parse(moved.at("$.offset"))).isEqualTo(before.plus(month));
        assertThat(following(moved))
                .containsExactlyInAnyOrder(
                        "claims-service",
                        "diagnosis-service",
                        "gateway",
                        "logistics-service",
                        "notification-service",
                        "notification-service");
        assertThat(moved.<List<String>>at("$.followers[?(@.state == 'BEHIND')]"))
                .isEmpty();

        quoteExpiredAtItsOwnTime(quoted, validUntil);
        claimOfThatMonthGoesThroughWithEachMailOnce(month);
        whatPartnersSayIsHeldAgainstTheSameTime();

        restart("claims-service", "gateway", "notification-service-2");

        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> following(olga.get(CLOCK)).size() == 6);
        Answer again = keyed.post(CLOCK, advance);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(offset()).isEqualTo(before.plus(month));
        assertThat(Instant.parse(maria.get("/api/v1/claims/" + claimed()).at("$.submittedAt")))
                .isAfter(Instant.now().plus(month).minus(Duration.ofMinutes(1)));
    }

    private static void quoteExpiredAtItsOwnTime(String claim, Instant validUntil) {
        await().atMost(Duration.ofSeconds(5))
                .until(() -> quote(claim).<String>at("$.quotes[0].state").equals("EXPIRED"));
        List<String> at = TheSuite.as("carl")
                .get("/api/v1/claims/" + claim + "/timeline")
                .at("$.entries[?(@.what == 'QUOTE_EXPIRED')].time");
        assertThat(at).extracting(Instant::parse).containsExactly(validUntil.plusMillis(1));
    }

    private void claimOfThatMonthGoesThroughWithEachMailOnce(Duration month) {
        String claim = claimed();
        assertThat(Instant.parse(maria.get("/api/v1/claims/" + claim).at("$.submittedAt")))
                .isAfter(Instant.now().plus(month).minus(Duration.ofMinutes(1)));
        Journey.awaitState(claim, "RELEASED");
        Mailbox inbox = Mailbox.of("maria@nordwind.example");
        inbox.awaitMail(claim, "being packed");
        assertThat(inbox.about(claim)).extracting(Mailbox.Mail::subject).doesNotHaveDuplicates();
        assertThat(inbox.about(claim)).extracting(Mailbox.Mail::messageId).doesNotHaveDuplicates();
    }

    private static void whatPartnersSayIsHeldAgainstTheSameTime() {
        Instant now = Instant.parse(TheSuite.as("olga").get(CLOCK).at("$.businessTime"));
        assertThat(scanned(now).status()).isEqualTo(202);
        assertThat(scanned(now.plus(Duration.ofHours(1))).status()).isEqualTo(400);
    }

    private static Answer scanned(Instant at) {
        String tracking = "TM-" + UUID.randomUUID();
        return TheSuite.asPartner("carrier-one")
                .with("Content-Type", "application/cloudevents+json")
                .post("/partners/v1/events", """
                        {"specversion":"1.0","id":"%1$s","source":"/partners/carrier-one",
                         "type":"partners.carrier-accepted.v1","subject":"%1$s","time":"%2$s",
                         "datacontenttype":"application/json","data":{"trackingNumber":"%1$s","scannedAt":"%2$s"}}""".formatted(tracking, at));
    }

    private static String claimed() {
        return Journey.submitted(Journey.freshSerial(), "E-104");
    }

    /** Eight months after the term this vendor charges parts. */
    private String quotedClaim() {
        Answer submitted = Journey.submit(carl, UUID.randomUUID().toString(), """
                {"model": "CX-100", "serials": ["CX100-9001"], "faultCode": "H-310",
                 "description": "It does not start"}""");
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        String claim = submitted.at("$.id");
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            carl.post("/api/v1/claims/" + claim + "/quote-request", "{}");
            return quote(claim).<List<String>>at("$.quotes[*].state").contains("OPEN");
        });
        return claim;
    }

    private static Answer quote(String claim) {
        return TheSuite.as("carl").get("/api/v1/claims/" + claim + "/quote");
    }

    private Duration offset() {
        return Duration.parse(olga.get(CLOCK).at("$.offset"));
    }

    private static List<String> following(Answer clock) {
        return clock.at("$.followers[?(@.state == 'FOLLOWS')].service");
    }

    private static void restart(String... parts) {
        CompletableFuture.allOf(Stream.of(parts)
                        .map(part -> CompletableFuture.runAsync(
                                () -> TheSuite.running().restart(part)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
