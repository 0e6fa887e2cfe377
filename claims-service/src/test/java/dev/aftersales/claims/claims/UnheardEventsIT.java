package dev.aftersales.claims.claims;

import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.chassis.events.Backlog;
import dev.aftersales.chassis.events.Listeners;
import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.GivenEvents;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was done in time is no breach, however late the service hears of it; by policy A. */
@ServiceIT
class UnheardEventsIT {

    /** Parts without a price, so that no quote comes of it. */
    private static final List<PartQuantity> UNPRICED = List.of(new PartQuantity("U-1", 1));

    @LocalServerPort
    int port;

    @Autowired
    Claims claims;

    @Autowired
    Timekeeper timekeeper;

    @Autowired
    Judge judge;

    @Autowired
    Backlog backlog;

    @Autowired
    Listeners listeners;

    private GivenClaims given;

    @BeforeEach
    void aService() {
        given = GivenClaims.at(port);
    }

    @AfterEach
    void listensAgain() {
        if (!listeners.isRunning()) {
            listeners.start();
        }
    }

    @Test
    void aDeadlineWaitsUntilWhatWasSaidInTimeIsHeard() {
        // Given
        String claim = given.admitted(unique("S"));
        Instant breach = next(claim);
        listeners.stop();
        GivenEvents.of(claim).mailed(unique("ntf"), "claim-received");

        // When: the moment comes, and the acknowledgment lies unread
        sweepAt(breach);
        List<String> unheard = happenings(claim);
        listeners.start();
        await().atMost(Topics.PATIENCE).until(() -> backlog.heardUntil(breach).equals(Optional.of(breach)));
        sweepAt(breach);

        // Then
        assertThat(unheard).doesNotContain("ACKNOWLEDGED", "DEADLINE_BREACHED");
        assertThat(happenings(claim)).contains("ACKNOWLEDGED").doesNotContain("DEADLINE_BREACHED");
    }

    @Test
    void afterFiveDaysOfDowntimeOnlyWhatWasNotDoneIsBroken() {
        // Given: to each of them the last thing that it waits for happens in time, and to one nothing
        String toAcknowledge = given.admitted(unique("S"));
        String toDiagnose = given.admitted(unique("S"));
        String toDispatch = given.admitted(unique("S"));
        String left = given.admitted(unique("S"));
        released(toAcknowledge);
        GivenEvents.of(toAcknowledge).dispatched(3, 1);
        awaitHappened(toAcknowledge, "PARTS_DISPATCHED");
        acknowledged(toDiagnose);
        released(toDispatch);
        acknowledged(toDispatch);
        Instant breach = next(left);
        Instant fiveDaysLater = Stream.of(breach, Instant.now().plus(Duration.ofDays(5)))
                .max(Instant::compareTo)
                .orElseThrow();

        listeners.stop();
        GivenEvents.of(toAcknowledge).mailed(unique("ntf"), "claim-received");
        GivenEvents.of(toDiagnose).concluded(1, "WATER_INGRESS", true, Route.PARTS, UNPRICED, 1);
        GivenEvents.of(toDispatch).dispatched(3, 1);

        // When: it is back, and the first look comes before the first event
        sweepAt(fiveDaysLater);
        List<String> unheard = happenings(left);
        listeners.start();
        await().atMost(Topics.PATIENCE).until(() -> {
            sweepAt(fiveDaysLater);
            return happenings(left).contains("DEADLINE_BREACHED");
        });
        sweepAt(fiveDaysLater);

        // Then
        assertThat(unheard).doesNotContain("DEADLINE_BREACHED");
        for (String kept : List.of(toAcknowledge, toDiagnose, toDispatch)) {
            assertThat(happenings(kept)).doesNotContain("DEADLINE_BREACHED");
        }
        assertThat(claims.find(left).orElseThrow().timeline())
                .filteredOn(entry -> entry.what() == TimelineEntry.What.DEADLINE_BREACHED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.clauses()).containsExactly("A4.3");
                    assertThat(entry.time()).isEqualTo(breach);
                });
    }

    /** Diagnosed as the vendor's to bear, and with the warehouse. */
    private void released(String claim) {
        GivenEvents events = GivenEvents.of(claim);
        events.workmanship(1, 1);
        awaitHappened(claim, "SERVICE_AUTHORISED");
        events.reserved(1, 1);
        events.released(2, 1);
        awaitHappened(claim, "PARTS_RELEASED");
    }

    private void acknowledged(String claim) {
        GivenEvents.of(claim).mailed(unique("ntf"), "claim-received");
        awaitHappened(claim, "ACKNOWLEDGED");
    }

    private void awaitHappened(String claim, String what) {
        await().atMost(Topics.PATIENCE).until(() -> happenings(claim).contains(what));
    }

    private Instant next(String claim) {
        return Objects.requireNonNull(claims.find(claim).orElseThrow().clocks().nextAt());
    }

    private void sweepAt(Instant now) {
        new DeadlineSweep(
                        claims,
                        timekeeper,
                        new FiringDeadlines(judge::policy),
                        backlog,
                        Clock.fixed(now, ZoneOffset.UTC),
                        new SimpleMeterRegistry())
                .run();
    }

    private List<String> happenings(String claim) {
        return claims.find(claim).orElseThrow().timeline().stream()
                .map(entry -> entry.what().name())
                .toList();
    }
}
