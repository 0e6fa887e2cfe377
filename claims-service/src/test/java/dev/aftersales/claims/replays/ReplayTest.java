package dev.aftersales.claims.replays;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.claims.ClaimWalk;
import dev.aftersales.claims.policies.ShippedPacks;
import java.time.Instant;
import java.util.List;
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
    void keepsTheCountOfTheRunThatIsAtIt() {
        Replay first = asked().takenUp(NOW, LEASE).orElseThrow();
        Replay second =
                first.takenUp(LEASE.plusSeconds(1), LEASE.plusSeconds(16)).orElseThrow();

        assertThat(second.counted(1, 7, LEASE)).isEmpty();
        assertThat(second.counted(2, 3, LEASE).flatMap(counted -> counted.reached(2, PLACE, COUNTED, LEASE)))
                .hasValueSatisfying(further -> assertThat(further.total()).isEqualTo(3));
    }

    @Test
    void showsProgressAsSoonAsTheClaimsAreCounted() {
        Replay running = asked().takenUp(NOW, LEASE).orElseThrow();
        Counting two = new Counting(Tally.NONE);
        two.claim();
        two.claim();

        assertThat(ReplayView.of(running, List.of()).progress()).isEqualTo(new ReplayView.Progress(0, null, null));
        Replay counted = running.counted(1, 3, LEASE).orElseThrow();
        assertThat(ReplayView.of(counted, List.of()).progress()).isEqualTo(new ReplayView.Progress(0, 3L, 0));
        Replay further = counted.reached(1, PLACE, two.tally(), LEASE).orElseThrow();
        assertThat(ReplayView.of(further, List.of()).progress()).isEqualTo(new ReplayView.Progress(2, 3L, 66));
        assertThat(ReplayView.of(running.counted(1, 0, LEASE).orElseThrow(), List.of())
                        .progress())
                .isEqualTo(new ReplayView.Progress(0, 0L, 100));
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
                null,
                Tally.NONE,
                0,
                new Phase.Waiting());
    }

    @Test
    void saysThatTheYearlyCapIsNotConsideredWhereThePolicyHasOne() {
        // When / Then
        assertThat(ReplayView.NotConsidered.by(ShippedPacks.version("E-1")))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.clause()).isEqualTo("E6.1");
                    assertThat(said.says().en()).contains("is not considered");
                    assertThat(said.says().zh()).contains("未计入");
                });
        assertThat(ReplayView.NotConsidered.by(ShippedPacks.version("A-1"))).isEmpty();
    }
}
