package dev.aftersales.endtoend.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * kill -9 of the gateway and each service at random moments under load, restarted at once. Every build kills all of them at
 * one moment: {@link EverythingKilledIT}.
 */
@FullRound
class ServicesKilledIT {

    private static final List<String> SERVICES =
            List.of("gateway", "claims-service", "diagnosis-service", "logistics-service", "notification-service");

    @Test
    void killedServicesLoseNothingAndDoNothingTwice() {
        Random chance = new Random(3);
        int kills = 20;
        try (Stage stage = Stage.set("services-killed")) {
            int claims = 2250;
            stage.claim(claims, 6);
            List<Duration> ready = new ArrayList<>();
            List<String> order = new ArrayList<>();
            while (ready.size() < kills) {
                if (order.isEmpty()) {
                    order.addAll(SERVICES);
                    Collections.shuffle(order, chance);
                }
                // At random within its own stretch of the load, so that every kill falls into it.
                int stretch = claims / (kills + 1);
                stage.awaitCustomers(ready.size() * stretch + chance.nextInt(stretch));
                ready.add(stage.crash(order.removeFirst(), Duration.ZERO));
            }
            Instant healed = Instant.now();
            stage.figures()
                    .add(
                            "customers who had not come yet at the last kill",
                            claims - stage.load().begun());
            stage.figures().add("kills", kills);
            stage.figures().add("slowest ready again", Collections.max(ready), Duration.ofSeconds(15));
            stage.figures().add("median ready again", Figures.seconds(median(ready)));

            stage.allowingRepeatedMails(kills / SERVICES.size()).verify(healed, Duration.ofSeconds(30));
        }
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
