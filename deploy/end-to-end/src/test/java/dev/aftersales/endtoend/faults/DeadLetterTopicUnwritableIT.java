package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bad records while the topics that should tell of them take nothing. */
@FullRound
class DeadLetterTopicUnwritableIT {

    private static final Duration SOON = Duration.ofMinutes(2);

    @Test
    void nothingIsPassedOverAndAllIsToldOnceTheTopicsTakeIt() {
        Set<Poison.Kind> kinds = EnumSet.complementOf(EnumSet.of(Poison.Kind.HANDLER_ENDS_WITH_AN_ERROR));
        try (Stage stage = Stage.set("dead-letter-topic-unwritable");
                Poisoner poisoner = new Poisoner(stage.suite());
                Operator olga = new Operator(stage.suite());
                DeadLetterTopics topics = new DeadLetterTopics(stage.suite())) {
            topics.refuse();
            stage.claim(Round.of(20, 150), 5);
            poisoner.start(kinds, Round.of(20, 150), 5).join();
            poisoner.expected().forEach((service, letters) -> await().atMost(SOON)
                    .untilAsserted(() -> assertThat(idsOf(olga, service))
                            .as("kept by " + service)
                            .isEqualTo(letters)));

            String skipped = poisoner.expected().get("logistics").iterator().next();
            assertThat(olga.redrive("logistics", skipped, "though the topic is full")
                            .status())
                    .isEqualTo(409);
            assertThat(olga.skip("logistics", skipped, "though the topic is full")
                            .get("letter")
                            .get("status")
                            .asString())
                    .isEqualTo("SKIPPED");
            Set<String> all = new TreeSet<>();
            poisoner.expected().values().forEach(all::addAll);
            assertThat(topics.told()).as("told by topics that take nothing").doesNotContainAnyElementsOf(all);
            topics.accept();
            Instant healed = Instant.now();

            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(topics.told()).containsAll(all));
            stage.figures().add("dead letters", all.size());
            stage.figures()
                    .add(
                            "all told once the topics take them",
                            Duration.between(healed, Instant.now()),
                            Duration.ofSeconds(60));
            Map<String, Long> dead = new TreeMap<>();
            poisoner.expected().forEach((service, letters) -> dead.put(service, (long) letters.size()));
            dead.computeIfPresent("logistics", (service, letters) -> letters - 1);
            stage.expectingDead(dead).verify(healed, Duration.ofSeconds(60));

            dead.keySet().forEach(service -> olga.skipEverything(service, "it was never more than a test"));
            assertThat(stage.observer().deadLetters()).isEmpty();
        }
    }

    private static Set<String> idsOf(Operator olga, String service) {
        Set<String> ids = new TreeSet<>();
        for (JsonNode letter : olga.letters(service, "DEAD", "")) {
            ids.add(letter.get("id").asString());
        }
        return ids;
    }
}
