package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.endtoend.ledger.Attempt;
import dev.aftersales.endtoend.ledger.Outcome;
import dev.aftersales.endtoend.ledger.Sighting;
import dev.aftersales.failpoints.Failpoints;
import dev.aftersales.local.gateway.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bad records of every kind among the good ones, on every topic that a service hears. */
@FullRound
class PoisonIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration OUTCOMES = Duration.ofMinutes(2);
    private static final String PACKED = "your parts are being packed";

    @Test
    void badRecordsAreKeptThoseBehindThemWaitAndAllOthersGoOn() {
        try (Stage stage = Stage.set("poison");
                Poisoner poisoner = new Poisoner(stage.suite());
                Operator olga = new Operator(stage.suite())) {
            stage.suite()
                    .restart(
                            "logistics-service",
                            Failpoints.option(
                                    "reaction-throws:class=dev.aftersales.logistics.reactions.OnCustomerUpdated"
                                            + ":prefix=" + Poison.Kind.HANDLER_ENDS_WITH_AN_ERROR.prefix() + ":file="
                                            + stage.file("errors")));
            double rate = Round.of(5, 6);
            claims(stage, Round.of(10, 120), rate);
            Instant clean = Instant.now();
            claims(stage, Round.of(15, 300), rate);
            Instant poisoned = Instant.now();
            int good = Round.of(15, 750);
            int bad = Round.of(20, 1000);
            var poisoning = poisoner.start(EnumSet.allOf(Poison.Kind.class), bad, bad * rate / good);
            claims(stage, good, rate);
            poisoning.join();
            Instant over = Instant.now();

            Map<String, Long> dead = new TreeMap<>();
            poisoner.expected().forEach((service, letters) -> dead.put(service, (long) letters.size()));
            String claim = laterEventsWaitInOrder(stage, poisoner, olga);
            Sighting sighting = stage.expectingDead(dead).verify(Instant.now(), Duration.ofSeconds(60));

            assertThat(mailsOf(claim, sighting))
                    .extracting(mail -> mail.subject().substring(mail.subject().indexOf(": ") + 2))
                    .containsExactly("we have received it", "covered", PACKED);
            eachIsKeptWithItsOriginAndReason(poisoner, olga, dead);
            stage.figures().add("bad records", bad);
            stage.figures().add("dead letters of them, by service", dead);
            Duration before = median(stage, sighting, clean, poisoned);
            Duration meanwhile = median(stage, sighting, poisoned, over);
            stage.figures().add("POST to mail of release, median without / with bad ones", millis(before, meanwhile));
            stage.figures().add("slowed by", meanwhile.toNanos() / (double) before.toNanos(), 1.25);

            Instant from = Instant.now();
            dead.keySet().forEach(service -> olga.skipEverything(service, "it was never more than a test"));
            stage.figures().add("all given up within", Figures.seconds(Duration.between(from, Instant.now())));
            assertThat(stage.observer().deadLetters()).isEmpty();
            stage.suite().restart("logistics-service");
        }
    }

    private static void claims(Stage stage, int claims, double rate) {
        stage.claim(claims, rate);
        assertThat(stage.load().awaitOutcomes(OUTCOMES.plusSeconds((long) (claims / rate))))
                .isTrue();
    }

    /** A claim whose next events come behind a bad record under its own id; answers the claim. */
    private static String laterEventsWaitInOrder(Stage stage, Poisoner poisoner, Operator olga) {
        String claim = stage.claimWithUnknownFault();
        await().atMost(SOON).until(() -> olga.gateway()
                .get("tomas", "/api/v1/diagnoses?state=QUEUED&limit=200")
                .body()
                .toString()
                .contains(claim));
        Map<Hearer, String> bad =
                poisoner.send(new Poison(Poison.Kind.NO_EVENT, Poison.Address.SERVICE_AUTHORISED, claim));
        assertThat(bad).containsOnlyKeys(Hearer.values());
        Map<String, List<String>> dead = bad.entrySet().stream()
                .collect(Collectors.groupingBy(
                        letter -> letter.getKey().service(),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        String ofClaim = "&key=" + claim;
        dead.forEach((service, letters) -> await().atMost(SOON)
                .untilAsserted(() -> assertThat(ids(olga.letters(service, "DEAD", ofClaim)))
                        .containsExactlyInAnyOrderElementsOf(letters)));

        concluded(olga, claim);
        for (String service : dead.keySet()) {
            await().atMost(SOON)
                    .alias("the next event of the claim is parked in " + service)
                    .untilAsserted(() ->
                            assertThat(olga.letters(service, "PARKED", ofClaim)).hasSize(1));
        }
        assertThat(olga.gateway()
                        .get("maria", "/api/v1/claims/" + claim)
                        .body()
                        .get("state")
                        .asString())
                .as("logistics has not heard of it")
                .isEqualTo("AUTHORISED");
        JsonNode rehearsed = olga.rehearse("logistics", claim);
        assertThat(rehearsed.get("items")).singleElement().satisfies(item -> {
            assertThat(item.get("id").asString()).isEqualTo(bad.get(Hearer.LOGISTICS));
            assertThat(item.get("outcome").asString()).isEqualTo("WOULD_BE_TRIED");
            assertThat(item.get("parked").asLong()).isEqualTo(1);
        });
        Answer again =
                olga.redrive("logistics", String.valueOf(bad.get(Hearer.LOGISTICS)), "perhaps it was the weather");
        assertThat(again.status()).as(again.toString()).isEqualTo(409);
        assertThat(again.body().get("type").asString()).endsWith("failed-again");

        // What was decided before what came of it, so that the customer reads it in this order.
        for (Hearer hearer :
                List.of(Hearer.NOTIFICATIONS, Hearer.LOGISTICS, Hearer.CLAIMS, Hearer.DIAGNOSIS, Hearer.RADAR)) {
            JsonNode settled = olga.skip(hearer.service(), String.valueOf(bad.get(hearer)), "no event of this claim");
            assertThat(settled.get("unparked").asInt()).as("%s", hearer).isEqualTo(hearer == Hearer.DIAGNOSIS ? 0 : 1);
        }
        await().atMost(SOON).until(() -> olga.gateway()
                .get("maria", "/api/v1/claims/" + claim)
                .body()
                .get("state")
                .asString()
                .equals("RELEASED"));
        JsonNode letter = olga.letter("logistics", String.valueOf(bad.get(Hearer.LOGISTICS)));
        List<String> acts = new ArrayList<>();
        letter.get("acts")
                .forEach(act -> acts.add(
                        act.get("person").asString() + ": " + act.get("what").asString() + ", because "
                                + act.get("reason").asString()));
        assertThat(acts)
                .containsExactly(
                        "olga: redrive, because perhaps it was the weather",
                        "olga: skip, because no event of this claim");
        return claim;
    }

    private static void concluded(Operator olga, String claim) {
        Answer taken = olga.gateway().post("tomas", "/api/v1/diagnoses/" + claim + "/assignment", Map.of());
        assertThat(taken.succeeded()).as(taken.toString()).isTrue();
        Answer concluded = olga.gateway()
                .post(
                        "tomas",
                        "/api/v1/diagnoses/" + claim + "/conclusion",
                        Map.of(
                                "lines",
                                List.of(Map.of(
                                        "line",
                                        1,
                                        "cause",
                                        "MATERIAL",
                                        "causeConfirmed",
                                        true,
                                        "faultClass",
                                        "SIMPLE",
                                        "disposition",
                                        "PARTS",
                                        "parts",
                                        List.of(Map.of("part", "LDP-10", "quantity", 1)),
                                        "findings",
                                        List.of(Map.of("code", "SEEN-1", "note", "as the photo shows"))))));
        assertThat(concluded.succeeded()).as(concluded.toString()).isTrue();
    }

    private static void eachIsKeptWithItsOriginAndReason(Poisoner poisoner, Operator olga, Map<String, Long> dead) {
        poisoner.expected().forEach((service, expected) -> {
            List<JsonNode> letters = olga.letters(service, "DEAD", "");
            letters.addAll(olga.letters(service, "SKIPPED", ""));
            assertThat(ids(letters)).as("dead letters of " + service).containsAll(expected);
            assertThat(letters).allSatisfy(letter -> {
                assertThat(letter.get("reason").asString()).isNotBlank();
                assertThat(letter.get("id").asString())
                        .isEqualTo(String.join(
                                "~",
                                letter.get("consumer").asString(),
                                letter.get("topic").asString(),
                                letter.get("partition").asString(),
                                letter.get("offset").asString()));
            });
            assertThat(olga.summary(service).get("counted").asLong()).isEqualTo(dead.get(service));
        });
    }

    private static List<String> ids(List<JsonNode> letters) {
        return letters.stream().map(letter -> letter.get("id").asString()).toList();
    }

    private static List<Sighting.Mail> mailsOf(String claim, Sighting sighting) {
        return sighting.mails().stream()
                .filter(mail -> mail.claim().equals(claim))
                .sorted(Comparator.comparing(Sighting.Mail::at))
                .toList();
    }

    /** How long a claim took that was sent in that time: from its first acceptance to the mail of its parts' release. */
    private static Duration median(Stage stage, Sighting sighting, Instant from, Instant to) {
        Map<String, Instant> accepted = new HashMap<>();
        for (Attempt attempt : stage.ledger().attempts()) {
            if (attempt.what().equals("claim")
                    && attempt.outcome() instanceof Outcome.Accepted claim
                    && !attempt.begun().isBefore(from)
                    && attempt.begun().isBefore(to)) {
                accepted.merge(claim.id(), attempt.ended(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        Map<String, Instant> packed = sighting.mails().stream()
                .filter(mail -> mail.subject().endsWith(PACKED))
                .collect(Collectors.toMap(Sighting.Mail::claim, Sighting.Mail::at, (one, other) -> one));
        List<Duration> took = accepted.entrySet().stream()
                .filter(claim -> packed.containsKey(claim.getKey()))
                .map(claim -> Duration.between(claim.getValue(), packed.get(claim.getKey())))
                .sorted()
                .toList();
        return took.get(took.size() / 2);
    }

    private static String millis(Duration without, Duration with) {
        return without.toMillis() + " / " + with.toMillis() + " ms";
    }
}
