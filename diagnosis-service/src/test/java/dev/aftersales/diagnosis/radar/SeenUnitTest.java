package dev.aftersales.diagnosis.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeenUnitTest {

    private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

    /** A unit's record has to fit into one record of a topic, however often somebody claims it. */
    @Test
    void aUnitThatIsClaimedOverAndOverIsRememberedByItsLastClaims() {
        SeenUnit unit = SeenUnit.NEVER;
        for (int claim = 1; claim <= SeenUnit.MOST_SIGHTINGS + 1; claim++) {
            unit = unit.seen(claimed(claim));
        }

        assertThat(unit.sightings()).hasSize(SeenUnit.MOST_SIGHTINGS);
        assertThat(unit.sightings().getFirst()).isEqualTo(claimed(2));
        assertThat(unit.sightings().getLast()).isEqualTo(claimed(SeenUnit.MOST_SIGHTINGS + 1));
    }

    private static Sighting claimed(int claim) {
        return new Sighting(
                "exporter",
                "clm-" + claim,
                1,
                "PX200-1",
                1,
                "nordwind",
                "PX-200",
                "E-110",
                "E-110",
                START.plusSeconds(claim),
                Moved.NEVER,
                true,
                null);
    }
}
