package dev.aftersales.claims.reactions;

import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.GivenEvents;
import dev.aftersales.claims.Lag;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What each event does to a claim: once, again, and out of its order. */
@ServiceIT
class ReactionsIT {

    @LocalServerPort
    int port;

    GivenClaims given;
    String claim;
    GivenEvents events;

    @BeforeEach
    void submitAClaimOfTwoLines() {
        given = GivenClaims.at(port);
        claim = given.admitted(unique("S"), unique("S"));
        events = GivenEvents.of(claim);
    }

    @Test
    void authorisesPartsForCoveredLinesInTheWriteThatDecides() {
        // When
        events.workmanship(2, 1, 2);

        // Then
        Message authorised = Topics.awaitEvent("claims", "claims.service-authorised.v1", claim);
        Message decided = Topics.awaitEvent("claims", "claims.coverage-decided.v1", claim);
        assertThat(decided.<List<String>>at("$.lines[*].verdict")).containsExactly("COVERED", "COVERED");
        assertThat(decided.<List<String>>at("$.lines[*].route")).containsExactly("PARTS", "PARTS");
        assertThat(authorised.<List<String>>at("$.lines[*].parts[0].part")).containsExactly("P-7", "P-7");
        assertThat(sequence(authorised)).isEqualTo(sequence(decided) + 1);
        assertThat(given.state(claim)).isEqualTo("AUTHORISED");
    }

    @Test
    void showsCoveredLinesOfOtherRoutesAsWaitingForTheirService() {
        // When
        events.concluded(2, "WORKMANSHIP", true, Route.DEPOT_REPAIR, 1, 2);

        // Then
        Topics.awaitEvent("claims", "claims.coverage-decided.v1", claim);
        assertThat(given.state(claim)).isEqualTo("AUTHORISED");
        assertThat(happenings()).contains("COVERED", "WAITING_FOR_SERVICE").doesNotContain("SERVICE_AUTHORISED");
    }

    @Test
    void decidesAnExcludedCauseWithItsClauseAndAQuoteRoute() {
        // When
        events.concluded(2, "WATER_INGRESS", true, Route.PARTS, 1, 2);

        // Then
        Message decided = Topics.awaitEvent("claims", "claims.coverage-decided.v1", claim);
        assertThat(decided.<List<String>>at("$.lines[*].verdict")).containsOnly("NOT_COVERED_OFFER_QUOTE");
        assertThat(decided.<List<String>>at("$.lines[0].clauses")).contains("A3.2");
        assertThat(given.state(claim)).isEqualTo("NOT_COVERED");
    }

    @Test
    void ignoresADiagnosisThatItHeardBefore() {
        // Given
        events.workmanship(2, 1, 2);
        Topics.awaitEvent("claims", "claims.service-authorised.v1", claim);

        // When
        events.workmanship(2, 1, 2);
        events.concluded(1, "WATER_INGRESS", true, Route.PARTS, 1, 2);
        handledSoFar();

        // Then
        assertThat(given.state(claim)).isEqualTo("AUTHORISED");
        assertThat(happenings()).containsOnlyOnce("DIAGNOSIS_COMPLETED").containsOnlyOnce("SERVICE_AUTHORISED");
    }

    @Test
    void doesNotJudgeALineAgainThatIsBeingServed() {
        // Given
        events.workmanship(2, 1, 2);
        Topics.awaitEvent("claims", "claims.service-authorised.v1", claim);

        // When
        events.concluded(3, "WATER_INGRESS", true, Route.PARTS, 1, 2);
        handledSoFar();

        // Then
        assertThat(given.state(claim)).isEqualTo("AUTHORISED");
    }

    @Test
    void showsOnceThatADiagnosisBegan() {
        // When
        events.started(1);
        events.started(1);
        handledSoFar();

        // Then
        assertThat(happenings()).containsOnlyOnce("DIAGNOSIS_STARTED");
    }

    @Test
    void showsNoStartAfterTheConclusion() {
        // Given
        events.workmanship(2, 1, 2);
        Topics.awaitEvent("claims", "claims.service-authorised.v1", claim);

        // When
        events.started(1);
        handledSoFar();

        // Then
        assertThat(happenings()).doesNotContain("DIAGNOSIS_STARTED");
    }

    @Test
    void carriesTheLinesThroughEveryStageAndCloses() {
        // Given
        events.workmanship(2, 1, 2);

        // When
        authorised();
        events.backordered(1, 1, 2);
        awaitState("BACKORDERED");
        events.reserved(2, 1, 2);
        awaitState("RESERVED");
        events.released(3, 1, 2);
        awaitState("RELEASED");
        events.dispatched(4, 1, 2);
        awaitState("DISPATCHED");
        events.delivered(5, 1, 2);
        awaitState("CLOSED");

        // Then
        Topics.awaitEvent("claims", "claims.claim-closed.v1", claim);
        assertThat(happenings())
                .endsWith(
                        "PARTS_BACKORDERED",
                        "PARTS_RESERVED",
                        "PARTS_RELEASED",
                        "PARTS_DISPATCHED",
                        "DELIVERED",
                        "CLOSED");
        assertThat(given.timeline(claim).<List<Integer>>at("$.entries[*].seq"))
                .isEqualTo(IntStream.rangeClosed(1, happenings().size()).boxed().toList());
    }

    @Test
    void ignoresWhatLogisticsSaidBefore() {
        // Given
        authorise();
        events.backordered(1, 1, 2);
        events.reserved(2, 1, 2);
        events.released(3, 1, 2);
        events.dispatched(4, 1, 2);
        events.delivered(5, 1, 2);
        awaitState("CLOSED");
        List<String> before = happenings();

        // When
        events.backordered(1, 1, 2);
        events.reserved(2, 1, 2);
        events.released(3, 1, 2);
        events.dispatched(4, 1, 2);
        events.delivered(5, 1, 2);
        handledSoFar();

        // Then
        assertThat(happenings()).isEqualTo(before);
        assertThat(given.state(claim)).isEqualTo("CLOSED");
        assertThat(Topics.about(claim, "claims").stream()
                        .filter(message -> message.type().equals("claims.claim-closed.v1"))
                        .map(message -> message.header("ce_id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void doesNotFallBackWhenEarlierStepsComeAfterTheDispatch() {
        // Given
        authorise();
        events.dispatched(4, 1, 2);
        awaitState("DISPATCHED");

        // When
        events.reserved(2, 1, 2);
        events.released(3, 1, 2);
        // Newer by number and older by meaning: only the line's own state refuses it.
        events.released(5, 1, 2);
        events.backordered(6, 1, 2);
        events.reserved(7, 1, 2);
        events.dispatched(8, 1, 2);
        handledSoFar();

        // Then
        assertThat(given.state(claim)).isEqualTo("DISPATCHED");
        assertThat(happenings())
                .containsOnlyOnce("PARTS_DISPATCHED")
                .doesNotContain("PARTS_RELEASED", "PARTS_RESERVED", "PARTS_BACKORDERED");
    }

    @Test
    void closesOnADeliveryThatOvertookEverything() {
        // Given
        authorise();

        // When
        events.delivered(5, 1, 2);
        awaitState("CLOSED");
        events.dispatched(4, 1, 2);
        events.dispatched(6, 1, 2);
        handledSoFar();

        // Then
        assertThat(given.state(claim)).isEqualTo("CLOSED");
        assertThat(happenings()).doesNotContain("PARTS_DISPATCHED");
    }

    @Test
    void staysOpenUntilTheLastLineIsDelivered() {
        // Given
        authorise();

        // When
        events.delivered(5, 1);
        events.released(6, 2);
        awaitState("RELEASED");
        events.delivered(7, 2);

        // Then
        awaitState("CLOSED");
    }

    @Test
    void servesNoLineThatIsNotAuthorised() {
        // When
        events.reserved(1, 1, 2);
        events.delivered(2, 1, 2);
        handledSoFar();

        // Then
        assertThat(given.state(claim)).isEqualTo("IN_DIAGNOSIS");
    }

    @Test
    void acknowledgesOnceAndOnlyByTheAcknowledgment() {
        // Given
        String notification = unique("ntf");
        events.mailed(unique("ntf"), "evidence-requested");

        // When
        events.mailed(notification, "claim-received");
        events.mailed(notification, "claim-received");
        events.mailed(unique("ntf"), "claim-received");

        // Then
        Topics.awaitEvent("claims", "claims.claim-acknowledged.v1", claim);
        handledSoFar();
        assertThat(happenings()).containsOnlyOnce("ACKNOWLEDGED");
        assertThat(given.claim(claim).<String>at("$.acknowledgedAt")).isNotEmpty();
    }

    @Test
    void putsAnEventOfAnotherVendorAsideWithoutTouchingTheClaim() {
        // When
        Topics.event("logistics.delivered.v1")
                .vendor("agency")
                .subject(claim)
                .sequence(1)
                .json("""
                        {"claimId":"%s","vendor":"agency","customer":{"id":"cus-1","contactVersion":1},\
                        "shipmentId":"s","lines":[1,2],"deliveredAt":"2026-11-20T10:00:00Z"}""".formatted(claim))
                .to("logistics");

        // Then
        await().atMost(Topics.PATIENCE).untilAsserted(() -> assertThat(Topics.about(claim, "logistics.dead-letters"))
                .isNotEmpty());
        assertThat(given.state(claim)).isEqualTo("IN_DIAGNOSIS");
    }

    private void authorise() {
        events.workmanship(2, 1, 2);
        authorised();
    }

    private void authorised() {
        awaitState("AUTHORISED");
    }

    private void awaitState(String state) {
        await().atMost(Topics.PATIENCE)
                .untilAsserted(() -> assertThat(given.state(claim)).isEqualTo(state));
    }

    /** Waits until the service has handled every record that was said so far. */
    private static void handledSoFar() {
        Stream.of(Topic.DIAGNOSIS, Topic.LOGISTICS, Topic.PARTNER_EVENTS).forEach(Lag::awaitNone);
    }

    private List<String> happenings() {
        return given.timeline(claim).at("$.entries[*].what");
    }

    private static long sequence(Message message) {
        return Long.parseLong(message.header("ce_sequence"));
    }
}
