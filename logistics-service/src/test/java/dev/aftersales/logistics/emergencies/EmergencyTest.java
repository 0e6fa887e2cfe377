package dev.aftersales.logistics.emergencies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.PartQuantity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmergencyTest {

    private static final Instant FIRST = Instant.parse("2026-06-05T09:00:00Z");

    /** Or a group that grows each second never gets old enough for the sweep. */
    @Test
    void owesItsStepSinceTheFirstWordHoweverManyFollow() {
        Emergency emergency = Emergency.of("bat-1", "exporter").wanting(parts(30), FIRST);

        assertThat(emergency.wanting(parts(31), FIRST.plusSeconds(1)).stepDue()).isEqualTo(FIRST);
        assertThat(emergency.planned(parts(31), null, FIRST.plusSeconds(2)).stepDue())
                .isEqualTo(FIRST);
    }

    @Test
    void owesAnotherStepSinceTheWordThatComesAfterItWasDone() {
        Emergency done =
                Emergency.of("bat-1", "exporter").wanting(parts(30), FIRST).settled(List.of(), null);

        assertThat(done.wanting(parts(31), FIRST.plusSeconds(1)).stepDue()).isEqualTo(FIRST.plusSeconds(1));
        assertThat(done.planned(null, null, FIRST.plusSeconds(2)).stepDue()).isEqualTo(FIRST.plusSeconds(2));
    }

    private static List<PartQuantity> parts(int quantity) {
        return List.of(new PartQuantity("PSU", quantity));
    }
}
