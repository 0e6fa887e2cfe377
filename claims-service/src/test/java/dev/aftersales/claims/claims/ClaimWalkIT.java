package dev.aftersales.claims.claims;

import static dev.aftersales.claims.GivenClaims.body;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.GivenEvents;
import dev.aftersales.claims.adjudication.AgreementKind;
import dev.aftersales.claims.adjudication.Facts;
import dev.aftersales.claims.adjudication.UnitAgreement;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class ClaimWalkIT {

    @LocalServerPort
    int port;

    @Autowired
    ClaimWalk walk;

    @Autowired
    Claims claims;

    @Autowired
    ClaimFacts facts;

    @Autowired
    AggregatesFactory factory;

    GivenClaims given;
    Instant begin;

    @BeforeEach
    void callTheService() {
        given = GivenClaims.at(port);
        begin = Instant.now();
    }

    @AfterEach
    void forgetWhatIsSpoilt() {
        StoredClaims.forgetSpoilt(factory);
    }

    @Test
    void bringsEachClaimOnceInTheOrderOfSubmission() {
        // Given
        String serial = unique("S");
        String contract = given.contract(serial);
        List<String> submitted = IntStream.range(0, 70)
                .mapToObj(i -> given.submit(body(contract, null, serial)).<String>at("$.id"))
                .toList();
        Instant until = Instant.now();
        given.submit(body(contract, null, serial));

        // When
        List<ClaimWalk.Place> walked = places(until, null);
        List<ClaimWalk.Place> resumed = places(until, walked.get(41));

        // Then
        assertThat(walked).extracting(ClaimWalk.Place::claimId).containsExactlyInAnyOrderElementsOf(submitted);
        assertThat(walked).extracting(ClaimWalk.Place::submittedAt).isSorted();
        assertThat(resumed).isEqualTo(walked.subList(42, 70));
    }

    @Test
    void bringsAClaimThatCannotBeReadWithoutStoppingAtIt() {
        // Given
        String serial = unique("S");
        String contract = given.contract(serial);
        List<String> submitted = IntStream.range(0, 3)
                .mapToObj(i -> given.submit(body(contract, null, serial)).<String>at("$.id"))
                .toList();
        StoredClaims.spoil(factory, submitted.get(1));

        // When
        List<ClaimSteps.Step> steps = steps(Instant.now(), null);

        // Then
        assertThat(steps).extracting(step -> step.place().claimId()).containsExactlyInAnyOrderElementsOf(submitted);
        assertThat(steps)
                .filteredOn(ClaimSteps.Step.Unreadable.class::isInstance)
                .extracting(step -> step.place().claimId())
                .containsExactly(submitted.get(1));
        assertThat(walk.count(new ClaimWalk.Stretch("exporter", begin, Instant.now())))
                .hasValue(3);
    }

    @Test
    void bringsTheFactsThatTheClaimIsJudgedBy() {
        // Given
        String[] serials = {unique("S"), unique("S"), unique("S")};
        String judged = given.admitted(serials);
        GivenEvents.of(judged).concluded(1, "WATER_INGRESS", false, Route.PARTS, 1, 3);
        await().until(() -> given.claim(judged).<String>at("$.lines[0].state").equals("IN_REVIEW"));
        Api.at(port)
                .as(People.ANNA)
                .post(
                        "/api/v1/claims/" + judged + "/review",
                        "{\"lines\":[1],\"outcome\":\"CONFIRM\",\"reason\":\"Rust on the board.\"}");
        given.submit(body(unique("C"), null, unique("S")));
        String bare = unique("S");
        String contract = given.contract(bare);
        Api.at(port)
                .as(People.VIKTOR)
                .put(
                        "/api/v1/agreements/" + unique("MY"),
                        "{\"kind\":\"PAID_YEAR\",\"contract\":\"" + contract
                                + "\",\"from\":\"2026-01-01\",\"until\":\"2026-12-31\"}");
        given.submit(body(contract, null, bare));
        String foreign = unique("S");
        given.submit(body(given.contract("pacific", LocalDate.now(ZoneOffset.UTC), foreign), null, foreign));

        // When
        List<ClaimSteps.Step.Readable> steps = readable();

        // Then
        assertThat(steps).isNotEmpty().allSatisfy(step -> {
            Claim whole = claims.find(step.claim().id()).orElseThrow();
            assertThat(step.facts())
                    .isEqualTo(facts.byPass(
                            whole, whole.lines().stream().map(ClaimLine::line).collect(Collectors.toSet())));
            assertThat(step.claim().lines()).isEqualTo(whole.lines());
            assertThat(step.claim().policyVersion()).isEqualTo(whole.policyVersion());
            assertThat(step.claim().timeline()).as("what the walk leaves out").isEmpty();
        });
        assertThat(steps)
                .as("what was agreed about the units")
                .filteredOn(step -> contract.equals(step.claim().contractNumber()))
                .flatExtracting(step -> step.facts().values())
                .flatExtracting(Facts::lines)
                .flatExtracting(line -> line.unit().agreements())
                .extracting(UnitAgreement::kind, UnitAgreement::until)
                .containsExactly(tuple(AgreementKind.PAID_YEAR, LocalDate.parse("2026-12-31")));
    }

    private List<ClaimWalk.Place> places(Instant until, ClaimWalk.Place after) {
        return steps(until, after).stream().map(ClaimSteps.Step::place).toList();
    }

    private List<ClaimSteps.Step.Readable> readable() {
        return steps(Instant.now(), null).stream()
                .map(ClaimSteps.Step.Readable.class::cast)
                .toList();
    }

    private List<ClaimSteps.Step> steps(Instant until, ClaimWalk.Place after) {
        List<ClaimSteps.Step> steps = new ArrayList<>();
        try (ClaimSteps walked = walk.over(new ClaimWalk.Stretch("exporter", begin, until), after)) {
            walked.forEachRemaining(steps::add);
        }
        return steps;
    }
}
