package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.endtoend.ledger.Goods;
import dev.aftersales.failpoints.Entry;
import dev.aftersales.failpoints.Failpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The positive control of the checkers: with a guard taken out of the running suite, the checker that stands for it speaks,
 * and with all guards back none does. What a phase broke stays in the suite, so each is judged by what it adds.
 */
class GuardsTakenOutIT {

    /** Long enough that only a crash ends it. */
    private static final int DELAY_MILLIS = 120_000;

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** More than are claimed, so that there is stock also for claims that one request makes twice. */
    private static final int UNITS = 40;

    private final Map<String, Set<String>> known = new HashMap<>();
    private final List<Goods.Unit> units = new ArrayList<>();

    @Test
    void eachCheckerSpeaksOfTheGuardThatIsMissing() {
        try (Stage stage = Stage.set("guards-taken-out", suite -> suite)) {
            // Before a guard is missing: what is entered here is not what is tried.
            units.addAll(stage.goods().enter("nordwind", UNITS));
            takeOut(stage, "claims-service", "no-unique-key", "");
            claim(stage, 2);
            expect(stage, "no unique key", "doubled");

            takeOut(stage, "claims-service", "refused-yet-kept", "");
            claim(stage, 2);
            expect(stage, "refused yet kept", "phantom");

            takeOut(
                    stage,
                    "claims-service",
                    "effect-dropped",
                    ":class=dev.aftersales.claims.reactions.OnPartsReleased");
            claim(stage, 2);
            expect(stage, "effect dropped", "divergent");
            stage.suite().restart("claims-service");

            takeOut(stage, "notification-service", "acknowledge-before-effect", ":delay=" + DELAY_MILLIS);
            claim(stage, 2);
            // All of it counts as handled by now, and none of it is.
            stage.awaitQuiet();
            stage.suite().kill("notification-service");
            stage.suite().restart("notification-service");
            expect(stage, "acknowledge before the effect, and a crash", "lost");

            Path told = takeOut(stage, "logistics-service", "outbox-in-a-second-write", ":delay=" + DELAY_MILLIS);
            // One, because it holds up all others.
            claim(stage, 1);
            await().atMost(Duration.ofMinutes(1)).until(() -> !Entry.hits(told).isEmpty());
            // The order is released; its events are not written yet.
            stage.suite().kill("logistics-service");
            takeOut(stage, "logistics-service", "reordered-sends", "");
            expect(stage, "outbox in a second write, and a crash in between", "lost", "divergent");

            claim(stage, 2);
            expect(stage, "sends reordered", "order");

            stage.suite().restart("logistics-service");
            claim(stage, 2);
            expect(stage, "all guards back");
        }
    }

    private static Path takeOut(Stage stage, String service, String fault, String values) {
        Path told = stage.file(fault);
        stage.suite().restart(service, Failpoints.option(fault + ":file=" + told + values));
        assertThat(Entry.in(told)).as(fault).noneMatch(entry -> entry.what() == Entry.What.MISSING);
        return told;
    }

    /** Returns when they are answered. The first is sent twice at the same moment, and once more a second later. */
    private void claim(Stage stage, int claims) {
        List<Goods.Unit> claimed = units.subList(0, claims);
        stage.claimAs("maria", List.copyOf(claimed), claims);
        claimed.clear();
        stage.awaitOutcomes();
    }

    private void expect(Stage stage, String phase, String... speaking) {
        Map<String, Integer> fresh = new TreeMap<>();
        for (Map.Entry<String, List<String>> found : stage.findings(PATIENCE).entrySet()) {
            Set<String> more = new TreeSet<>(found.getValue());
            more.removeAll(known.getOrDefault(found.getKey(), Set.of()));
            if (!more.isEmpty()) {
                fresh.put(found.getKey(), more.size());
            }
            known.put(found.getKey(), Set.copyOf(found.getValue()));
        }
        stage.figures().add("findings, " + phase, fresh);
        if (speaking.length == 0) {
            assertThat(fresh).as(phase).isEmpty();
        } else {
            assertThat(fresh).as(phase).containsKeys(speaking);
        }
    }
}
