package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.endtoend.YearsAhead;
import dev.aftersales.endtoend.ledger.Sighting;
import dev.aftersales.failpoints.DueStep;
import dev.aftersales.failpoints.Entry;
import dev.aftersales.failpoints.Failpoints;
import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Deadlines of many claims fall due at once, and of two instances of each service those that see to them end in the midst
 * of it as kill -9 would let them: each deadline is told once, by one event and one mail to each whom it concerns.
 */
@FullRound
class DueMomentIT {

    private static final int CLAIMS = 150;

    /** A few are told before, and most are left to whoever remains. */
    private static final int NTH = 5;

    private static final String CLAUSE = "A4.5";

    @Test
    void eachDeadlineIsToldOnceThoughItsServiceDiesWithIt() throws IOException {
        try (Stage stage = Stage.set(
                        "due-moment", suite -> suite.simulation(true).instances(2))
                .allowingRepeatedMails(4)) {
            Gateway gateway = stage.suite().gateway();
            YearsAhead.enter(gateway);
            stage.claim(CLAIMS, 10);
            stage.awaitOutcomes();
            stage.awaitQuiet();
            Set<String> claims = stage.ledger().claims().values().stream()
                    .flatMap(tried -> tried.accepted().stream())
                    .collect(Collectors.toSet());

            passWithCrashes(
                    stage,
                    last(gateway, claims, "targetAt"),
                    Map.of(
                            "claims-service", DueStep.DECIDED,
                            "claims-service-2", DueStep.WRITTEN,
                            "notification-service", DueStep.LETTER_KEPT,
                            "notification-service-2", DueStep.LETTER_TAKEN));
            passWithCrashes(
                    stage,
                    last(gateway, claims, "dueAt"),
                    Map.of(
                            "claims-service", DueStep.WRITTEN,
                            "claims-service-2", DueStep.DECIDED,
                            "notification-service", DueStep.LETTER_TAKEN,
                            "notification-service-2", DueStep.LETTER_KEPT));
            // Over all that is put before others because it is still not done.
            Instant moved = Instant.now();
            move(gateway, until(last(gateway, claims, "dueAt").plus(Duration.ofDays(8))));
            Sighting sighting = stage.verify(moved, Duration.ofSeconds(60));

            stage.figures().add("crashes at a due moment", 2 * 4);
            stage.figures()
                    .add(
                            "deadlines told as near",
                            told(sighting, "claims.deadline-warned.v1").size());
            stage.figures()
                    .add(
                            "deadlines told as missed",
                            told(sighting, "claims.deadline-breached.v1").size());
            stage.figures()
                    .add(
                            "deadlines put before others",
                            told(sighting, "claims.deadline-escalated.v1").size());
            // In the warehouse's hands after two business days, missed after three.
            eachOnce(claims, told(sighting, "claims.deadline-warned.v1"));
            eachOnce(claims, told(sighting, "claims.deadline-breached.v1"));
            eachOnce(claims, mails(sighting, "warehouse@exporter.example", mail -> mail.subject()
                    .startsWith("Soon due")));
            eachOnce(claims, mails(sighting, "warehouse@exporter.example", mail -> mail.subject()
                    .startsWith("Overdue")));
            eachOnce(claims, mails(sighting, "operations@exporter.example", mail -> mail.subject()
                    .startsWith("Overdue")));
            eachOnce(claims, mails(sighting, "account-managers@exporter.example", mail -> mail.subject()
                    .startsWith("Still not done (step 1)")));
        }
    }

    /** Time moves into the second after that one, and each of those instances ends at its step. */
    private static void passWithCrashes(Stage stage, Instant lastSecond, Map<String, DueStep> steps)
            throws IOException {
        Path armed = stage.file("armed-" + lastSecond.getEpochSecond());
        Map<String, Path> told = new LinkedHashMap<>();
        for (var step : new TreeMap<>(steps).entrySet()) {
            String instance = step.getKey();
            Path file = stage.file(instance + "-" + lastSecond.getEpochSecond());
            stage.suite().restart(instance, Failpoints.option(step.getValue().crash(NTH, file, armed)));
            told.put(instance, file);
        }
        stage.awaitQuiet();
        Files.createFile(armed);
        move(stage.suite().gateway(), until(lastSecond));
        told.forEach((instance, file) -> await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .alias("crash of " + instance + " at " + steps.get(instance))
                .failFast("the place of the crash is not in the service", () -> Entry.in(file).stream()
                        .anyMatch(entry -> entry.what() == Entry.What.MISSING))
                .until(() -> !Entry.hits(file).isEmpty()));
        told.keySet().forEach(stage::awaitReady);
        stage.awaitQuiet();
    }

    /** How far ahead the second after that one is, in whole seconds. */
    private static Duration until(Instant lastSecond) {
        return Duration.ofSeconds(
                Duration.between(Instant.now(), lastSecond.plusSeconds(1)).toSeconds() + 1);
    }

    /** Until all follow; whoever ended meanwhile is asked again, and moves nothing twice. */
    private static void move(Gateway gateway, Duration target) {
        await().atMost(Duration.ofMinutes(3)).alias("time moved to " + target).until(() -> {
            try {
                Answer clock = gateway.get("olga", "/ops/v1/clock");
                if (clock.status() != 200) {
                    return false;
                }
                Duration offset = Duration.parse(clock.body().get("offset").asString());
                if (offset.compareTo(target) >= 0) {
                    return true;
                }
                int answered = gateway.post(
                                "olga",
                                "/ops/v1/clock",
                                Map.of("advance", target.minus(offset).toString(), "expectedOffset", offset.toString()))
                        .status();
                assertThat(answered).as("status of a legal move").isNotEqualTo(400);
                return answered == 200;
            } catch (UncheckedIOException away) {
                return false;
            }
        });
    }

    /** The latest of the claims' instants. */
    private static Instant last(Gateway gateway, Set<String> claims, String field) {
        return claims.stream()
                .map(claim -> {
                    for (var deadline : gateway.get("maria", "/api/v1/claims/" + claim + "/deadlines")
                            .body()
                            .get("deadlines")) {
                        var promise = deadline.get("promise");
                        if (promise.get("clause").asString().equals(CLAUSE)) {
                            return Instant.parse(promise.get(field).asString());
                        }
                    }
                    throw new AssertionError("no deadline of " + CLAUSE + " at " + claim);
                })
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static void eachOnce(Set<String> claims, Map<String, Long> byClaim) {
        assertThat(byClaim.keySet()).isEqualTo(claims);
        assertThat(byClaim)
                .allSatisfy((claim, times) -> assertThat(times).as(claim).isEqualTo(1));
    }

    private static Map<String, Long> told(Sighting sighting, String type) {
        return sighting.events().stream()
                .filter(event -> event.type().equals(type))
                .collect(Collectors.groupingBy(
                        Sighting.Event::key,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Sighting.Event::id, Collectors.toSet()), ids -> (long) ids.size())));
    }

    private static Map<String, Long> mails(Sighting sighting, String mailbox, Predicate<Sighting.Mail> which) {
        return sighting.mails().stream()
                .filter(mail -> mail.mailbox().equals(mailbox))
                .filter(which)
                .collect(Collectors.groupingBy(
                        Sighting.Mail::claim,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Sighting.Mail::messageId, Collectors.toSet()),
                                ids -> (long) ids.size())));
    }
}
