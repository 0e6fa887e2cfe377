package dev.aftersales.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One key, one claim; whatever happens in between. */
class IdempotencyIT {

    @Test
    void fiftyAtOnceMakeOneClaimAndGetOneAnswer() throws Exception {
        Api maria = TheSuite.as("maria");
        String key = UUID.randomUUID().toString();
        String body = Journey.body(Journey.freshSerial(), "E-104", Journey.uploadPhoto(maria), "Fifty clicks");

        List<Answer> answers;
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> sent = IntStream.range(0, 50)
                    .mapToObj(i -> pool.submit(() -> Journey.submit(maria, key, body)))
                    .toList();
            answers = new java.util.ArrayList<>();
            for (Future<Answer> one : sent) {
                answers.add(one.get());
            }
        }

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
        assertThat(Journey.submit(maria, key, body).text())
                .isEqualTo(answers.getFirst().text());
    }

    @Test
    void otherBodyUnderTheSameKeyIsRefused() {
        Api maria = TheSuite.as("maria");
        String key = UUID.randomUUID().toString();
        String evidence = Journey.uploadPhoto(maria);
        String serial = Journey.freshSerial();
        Journey.submit(maria, key, Journey.body(serial, "E-104", evidence, "first"));

        Answer other = Journey.submit(maria, key, Journey.body(serial, "E-104", evidence, "second"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.<String>at("$.type")).isEqualTo("urn:aftersales:problem:idempotency-key-reused");
    }

    @Test
    void claimWithoutAKeyIsRefused() {
        Answer refused = TheSuite.as("maria").post("/api/v1/claims", "{}");

        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void anotherCustomersSameKeyIsIndependent() {
        String key = UUID.randomUUID().toString();
        Api maria = TheSuite.as("maria");
        Api chen = TheSuite.as("chen");
        String hers = Journey.submit(
                        maria, key, Journey.body(Journey.freshSerial(), "E-104", Journey.uploadPhoto(maria), "hers"))
                .at("$.id");

        Answer his = chen.with("Idempotency-Key", key).post("/api/v1/claims", """
                {"contractNumber":"PA-2026-0042","model":"PX-200","serials":["PX200-4002"],"faultCode":"E-104",
                 "description":"his","evidenceIds":["%s"]}""".formatted(Journey.uploadPhoto(chen)));

        assertThat(his.status()).isEqualTo(201);
        assertThat(his.<String>at("$.id")).isNotEqualTo(hers);
    }

    @Test
    void claimsServiceKilledInBetweenMakesNoSecondClaim() {
        Api maria = TheSuite.as("maria");
        String key = UUID.randomUUID().toString();
        String body = Journey.body(Journey.freshSerial(), "E-104", Journey.uploadPhoto(maria), "Killed in between");
        Thread killer = Thread.ofVirtual().start(() -> TheSuite.running().kill("claims-service"));
        Answer first = null;
        try {
            first = Journey.submit(maria, key, body);
        } catch (UncheckedIOException e) {
            // The answer was lost with the process: the customer cannot know, and sends again.
        }
        join(killer);
        Answer meanwhile = Journey.submit(maria, UUID.randomUUID().toString(), body);
        assertThat(meanwhile.status()).isEqualTo(503);
        assertThat(meanwhile.header("retry-after")).isNotBlank();
        TheSuite.running().restart("claims-service");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> Journey.submit(maria, key, body).status() == 201);
        Answer again = Journey.submit(maria, key, body);

        assertThat(again.status()).isEqualTo(201);
        if (first != null && first.status() == 201) {
            assertThat(again.text()).isEqualTo(first.text());
        }
        String claim = again.at("$.id");
        Journey.awaitState(claim, "RELEASED");
        Mailbox.of("maria@nordwind.example").awaitMail(claim, "being packed");
        assertThat(Mailbox.of("maria@nordwind.example").about(claim).stream()
                        .map(Mailbox.Mail::subject)
                        .toList())
                .doesNotHaveDuplicates();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
