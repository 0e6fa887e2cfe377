package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.endtoend.ledger.Sighting;
import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Both instances of claims-service are killed (kill -9) while time jumps over deadlines of many claims, again and again:
 * each deadline is told once, by one event and one mail to each whom it concerns.
 */
@FullRound
class DueMomentIT {

    private static final String RUN = "due-moment";
    private static final int CLAIMS = 150;
    private static final int DAYS = 8;
    private static final List<String> BOTH = List.of("claims-service", "claims-service-2");

    @Test
    void eachDeadlineIsToldOnceThoughItsServiceDiesWithIt() {
        try (Stage stage = Stage.set(RUN, suite -> suite.simulation(true).instances("claims-service", 2))) {
            Gateway gateway = stage.suite().gateway();
            Round.assume(RUN, holdsTheTimeAhead(gateway), "the shipped calendar ends before the run would");
            stage.claim(CLAIMS, 10);
            stage.awaitOutcomes();
            stage.awaitQuiet();

            int kills = 0;
            for (int day = 1; day <= DAYS; day++) {
                Duration target = Duration.ofDays(day);
                CompletableFuture<Void> moving = CompletableFuture.runAsync(() -> move(gateway, target));
                // Into the moment at which the sweeps have heard of the new time.
                stage.pass(Duration.ofMillis(60L * day));
                for (String instance : BOTH) {
                    long killed = stage.suite().pid(instance);
                    ProcessHandle.of(killed).orElseThrow().destroyForcibly();
                    stage.awaitAnother(instance, killed);
                    kills++;
                }
                moving.join();
            }
            Instant healed = Instant.now();
            Sighting sighting = stage.verify(healed, Duration.ofSeconds(60));

            stage.figures().add("kills while time moved", kills);
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
            // A4.5: in the warehouse's hands after two business days, missed after three.
            eachOnce(told(sighting, "claims.deadline-warned.v1"));
            eachOnce(told(sighting, "claims.deadline-breached.v1"));
            eachOnce(mails(sighting, "warehouse@exporter.example", mail -> mail.subject()
                    .startsWith("Soon due")));
            eachOnce(mails(sighting, "warehouse@exporter.example", mail -> mail.subject()
                    .startsWith("Overdue")));
            eachOnce(mails(sighting, "operations@exporter.example", mail -> mail.subject()
                    .startsWith("Overdue")));
            // Whatever was still not dispatched a day later, weekends apart.
            noneTwice(mails(sighting, "account-managers@exporter.example", mail -> mail.subject()
                    .startsWith("Still not done (step 1)")));
        }
    }

    private static void eachOnce(Map<String, Long> byClaim) {
        assertThat(byClaim)
                .hasSize(CLAIMS)
                .allSatisfy((claim, times) -> assertThat(times).as(claim).isEqualTo(1));
    }

    private static void noneTwice(Map<String, Long> byClaim) {
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

    /** Until all follow; whoever was killed meanwhile is asked again, and moves nothing twice. */
    private static void move(Gateway gateway, Duration target) {
        await().atMost(Duration.ofMinutes(2)).alias("time moved to " + target).until(() -> {
            try {
                Answer clock = gateway.get("olga", "/ops/v1/clock");
                if (clock.status() != 200) {
                    return false;
                }
                Duration offset = Duration.parse(clock.body().get("offset").asString());
                if (offset.compareTo(target) >= 0) {
                    return true;
                }
                return gateway.post(
                                        "olga",
                                        "/ops/v1/clock",
                                        Map.of(
                                                "advance",
                                                target.minus(offset).toString(),
                                                "expectedOffset",
                                                offset.toString()))
                                .status()
                        == 200;
            } catch (UncheckedIOException away) {
                return false;
            }
        });
    }

    private static boolean holdsTheTimeAhead(Gateway gateway) {
        var years = gateway.get("petra", "/api/v1/calendars/china")
                .body()
                .get("calendar")
                .get("years");
        return years.get(years.size() - 1).asInt()
                >= LocalDate.now(ZoneOffset.UTC).plusDays(2L * DAYS).getYear();
    }
}
