package dev.aftersales.claims.replays;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.claims.ClaimWalk;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Instant NOW = Instant.parse("2026-06-05T10:00:00Z");
    private static final Instant LEASE = NOW.plusSeconds(15);
    private static final ClaimWalk.Place PLACE = new ClaimWalk.Place(NOW, "clm-1");
    private static final Tally COUNTED = new Counting(Tally.NONE).tally();

    @Test
    void isNotTakenUpWhileAnotherIsAtIt() {
        Replay running = asked().takenUp(NOW, LEASE).orElseThrow();

        assertThat(running.takenUp(LEASE, LEASE.plusSeconds(15))).isEmpty();
        assertThat(running.takenUp(LEASE.plusMillis(1), LEASE.plusSeconds(15)))
                .hasValueSatisfying(again -> assertThat(again.runs()).isEqualTo(2));
    }

    @Test
    void hearsOnlyTheRunThatIsAtIt() {
        Replay first = asked().takenUp(NOW, LEASE).orElseThrow();
        Replay second =
                first.takenUp(LEASE.plusSeconds(1), LEASE.plusSeconds(16)).orElseThrow();

        assertThat(second.reached(1, PLACE, COUNTED, LEASE)).isEmpty();
        assertThat(second.left(1, new Phase.Done(NOW))).isEmpty();
        assertThat(second.reached(2, PLACE, COUNTED, LEASE))
                .hasValueSatisfying(further -> assertThat(further.place()).isEqualTo(PLACE));
    }

    @Test
    void isOverForGood() {
        Replay running = asked().takenUp(NOW, LEASE).orElseThrow();
        Replay done = running.left(1, new Phase.Done(NOW)).orElseThrow();
        Replay cancelled = running.cancelled("petra", NOW).orElseThrow();

        assertThat(done.takenUp(LEASE.plusSeconds(1), LEASE)).isEmpty();
        assertThat(done.cancelled("petra", NOW)).isEmpty();
        assertThat(cancelled.reached(1, PLACE, COUNTED, LEASE)).isEmpty();
        assertThat(cancelled.takenUp(LEASE.plusSeconds(1), LEASE)).isEmpty();
    }

    private static Replay asked() {
        return new Replay(
                "rpl-1",
                "exporter",
                "A-2",
                "hash",
                null,
                null,
                NOW,
                "petra",
                NOW,
                null,
                Tally.NONE,
                0,
                new Phase.Waiting());
    }
}
