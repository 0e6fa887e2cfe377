package dev.aftersales.notifications.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.notifications.NotificationsIT;
import dev.aftersales.notifications.deliveries.Notification.Failed;
import dev.aftersales.notifications.deliveries.Notification.Pending;
import dev.aftersales.notifications.deliveries.Notification.Sending;
import dev.aftersales.notifications.deliveries.Notifications.Move;
import dev.aftersales.notifications.smtp.ScriptedSmtp;
import dev.aftersales.notifications.templates.Templates;
import dev.aftersales.testing.Infrastructure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PostroomIT extends NotificationsIT {

    private final String database =
            Infrastructure.databaseName() + "-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<AutoCloseable> toClose = new ArrayList<>();

    @Autowired
    MongoClient client;

    @Autowired
    Templates templates;

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : toClose.reversed()) {
            one.close();
        }
        client.getDatabase(database).drop();
    }

    @Test
    void sendsEachLetterOnceThoughTwoInstancesTryAll() {
        // Given
        ScriptedSmtp smtp = smtp(recipient -> "250 ok");
        Office one = office(smtp.port(), "one");
        Office two = office(smtp.port(), "two");
        CustomerRef maria = one.customer("maria@nordwind.example");
        List<String> ids = new ArrayList<>();

        // When
        for (int i = 0; i < 150; i++) {
            String claim = "clm-" + i;
            String id = one.request(claim, maria);
            two.postroom.wake(claim, id);
            ids.add(id);
        }

        // Then
        await().atMost(PATIENCE).until(() -> new HashSet<>(one.kinds(ids)).equals(new HashSet<>(List.of("Sent"))));
        assertThat(smtp.accepted()).hasSize(150).doesNotHaveDuplicates();
        assertThat(smtp.connections()).as("connections are kept").isLessThanOrEqualTo(8);
    }

    @Test
    void keepsTheOrderOfAClaimsLetters() {
        // Given
        ScriptedSmtp smtp = smtp(recipient -> "250 ok");
        Office office = office(smtp.port(), "one");
        CustomerRef maria = office.customer("maria@nordwind.example");

        // When
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add(office.request("clm-1", maria));
        }

        // Then
        await().atMost(PATIENCE).until(() -> smtp.accepted().size() == 40);
        assertThat(smtp.accepted())
                .containsExactlyElementsOf(ids.stream()
                        .map(id -> "maria@nordwind.example <" + id + "@notifications.test>")
                        .toList());
    }

    @Test
    void holdsNobodyUpForARecipientWhoAlwaysBounces() {
        // Given
        ScriptedSmtp smtp = smtp(
                recipient -> recipient.startsWith("gone") ? "550 5.1.1 <" + recipient + ">: no such user" : "250 ok");
        Office office = office(smtp.port(), "one");
        CustomerRef gone = office.customer("gone@nordwind.example");
        CustomerRef maria = office.customer("maria@nordwind.example");

        // When
        List<String> bounced = new ArrayList<>();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            bounced.add(office.request("clm-gone-" + i, gone));
            sent.add(office.request("clm-" + i, maria));
        }

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(office.kinds(sent)).containsOnly("Sent");
            assertThat(office.kinds(bounced)).containsOnly("Failed");
        });
        Failed failed = (Failed) office.notifications.find(bounced.getFirst()).orElseThrow();
        assertThat(failed.reason()).isEqualTo("550 5.1.1");
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(office.registry
                        .get("aftersales.notifications.failed")
                        .counter()
                        .count())
                .isEqualTo(20);
        assertThat(smtp.connections()).as("a bounce costs no connection").isLessThanOrEqualTo(4);
    }

    @Test
    void holdsNobodyUpForARecipientWhoseServerIsSlow() {
        // Given
        CountDownLatch slow = new CountDownLatch(1);
        ScriptedSmtp smtp = smtp(recipient -> {
            if (recipient.startsWith("slow")) {
                awaitQuietly(slow);
            }
            return "250 ok";
        });
        Office office = office(smtp.port(), "one");
        CustomerRef sluggish = office.customer("slow@nordwind.example");
        CustomerRef maria = office.customer("maria@nordwind.example");

        // When
        String waiting = office.request("clm-slow", sluggish);
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            sent.add(office.request("clm-" + i, maria));
        }

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.kinds(sent)).containsOnly("Sent"));
        assertThat(office.kinds(List.of(waiting))).containsExactly("Sending");
        slow.countDown();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.kinds(List.of(waiting))).containsExactly("Sent"));
    }

    @Test
    void sendsAllOnceWhenTheServerComesBack() {
        // Given
        Office office = office(MAIL.getSmtp().getPort(), "one");
        MAIL.stop();
        String email = UUID.randomUUID() + "@nordwind.example";
        CustomerRef maria = office.customer(email);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ids.add(office.request("clm-" + i, maria));
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(office.registry
                        .get("aftersales.notifications.retried")
                        .counter()
                        .count())
                .isGreaterThanOrEqualTo(30));
        assertThat(office.kinds(ids)).containsOnly("Pending");

        // When
        MAIL.start();

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> {
            office.sweep.run();
            assertThat(office.kinds(ids)).containsOnly("Sent");
        });
        assertThat(MAIL.getReceivedMessagesForDomain(email)).hasSize(30);
    }

    @Test
    void triesALaterTimeWithTheSameMessageIdWhenTheServerSaysNotNow() {
        // Given
        AtomicInteger asked = new AtomicInteger();
        ScriptedSmtp smtp = smtp(recipient -> asked.getAndIncrement() < 2 ? "451 4.7.1 come back later" : "250 ok");
        Office office = office(smtp.port(), "one");
        CustomerRef maria = office.customer("maria@nordwind.example");

        // When
        String id = office.request("clm-1", maria);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> {
            office.sweep.run();
            assertThat(office.kinds(List.of(id))).containsExactly("Sent");
        });
        assertThat(office.notifications.find(id).orElseThrow().attempts()).isEqualTo(3);
        assertThat(smtp.accepted()).containsExactly("maria@nordwind.example <" + id + "@notifications.test>");
    }

    @Test
    void givesUpAnAddressThatIsNone() {
        ScriptedSmtp smtp = smtp(recipient -> "250 ok");
        Office office = office(smtp.port(), "one");

        String id = office.request("clm-1", office.customer("maria@nordwind.example, bo@agency.example"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.kinds(List.of(id))).containsExactly("Failed"));
        assertThat(((Failed) office.notifications.find(id).orElseThrow()).reason())
                .isEqualTo("address unusable")
                .doesNotContain("@");
        assertThat(smtp.accepted()).isEmpty();
    }

    @Test
    void takesOverWhatACrashedInstanceHadBegunOnceItsClaimHasRunOut() {
        // Given
        ScriptedSmtp smtp = smtp(recipient -> "250 ok");
        Office office = office(smtp.port(), "two");
        String id = begun(office, "one", Instant.now().plusSeconds(2));

        // When
        office.sweep.run();

        // Then
        assertThat(office.kinds(List.of(id))).as("the claim still stands").containsExactly("Sending");
        await().atMost(PATIENCE).untilAsserted(() -> {
            office.sweep.run();
            assertThat(office.kinds(List.of(id))).containsExactly("Sent");
        });
        assertThat(smtp.accepted()).hasSize(1);
    }

    @Test
    void takesBackItsOwnAtTheStartAndLeavesWhatOthersHaveBegun() {
        // Given
        ScriptedSmtp smtp = smtp(recipient -> "250 ok");
        Office office = office(smtp.port(), "one");
        String own = begun(office, "one", Instant.now().plusSeconds(4));
        String others = begun(office, "two", Instant.now().plusSeconds(4));

        // When
        OwnClaims claims = new OwnClaims(office.desk, office.sweep, "one");
        claims.start();
        toClose.add(claims::stop);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.kinds(List.of(own))).containsExactly("Sent"));
        assertThat(office.kinds(List.of(others))).containsExactly("Sending");
    }

    @Test
    void sendsSoonALetterWhoseClaimWasStoredThoughTheAnswerWasLost() throws IOException {
        // Given
        ScriptedSmtp smtp = smtp(recipient -> "250 ok");
        LostAnswer store = new LostAnswer(Infrastructure.storeUri(), "Sending");
        toClose.add(store);
        MongoClient fragile = MongoClients.create("mongodb://127.0.0.1:" + store.port() + "/?retryWrites=false");
        toClose.add(fragile::close);
        Office office = new Office(fragile, database, keys, templates, smtp.port(), "one").open();
        toClose.add(office);
        CustomerRef maria = office.customer("maria@nordwind.example");

        // When
        store.loseNext();
        String id = office.request("clm-1", maria);

        // Then
        await().atMost(PATIENCE).until(store::lost);
        await("before the claim runs out").atMost(Duration.ofSeconds(4)).untilAsserted(() -> {
            office.sweep.run();
            assertThat(office.kinds(List.of(id))).containsExactly("Sent");
        });
        assertThat(smtp.accepted()).hasSize(1);
    }

    /** A letter that an instance had claimed before it was killed. */
    private static String begun(Office office, String by, Instant until) {
        office.postroom.stop();
        String id = office.request("clm-" + UUID.randomUUID(), office.customer("maria@nordwind.example"));
        office.notifications.<Sending>move(
                id, state -> state instanceof Pending pending ? Move.to(pending.claim(by, until)) : Optional.empty());
        office.postroom.start();
        return id;
    }

    private ScriptedSmtp smtp(Function<String, String> answer) {
        ScriptedSmtp smtp = new ScriptedSmtp(answer);
        toClose.add(smtp);
        return smtp;
    }

    private Office office(int smtpPort, String name) {
        Office office = new Office(client, database, keys, templates, smtpPort, name).open();
        toClose.add(office);
        return office;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(4, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
