package dev.aftersales.claims.replays;

import static dev.aftersales.claims.GivenClaims.body;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.GivenEvents;
import dev.aftersales.claims.adjudication.Adjudicator;
import dev.aftersales.claims.claims.ClaimWalk;
import dev.aftersales.claims.claims.StoredClaims;
import dev.aftersales.claims.policies.GivenPolicies;
import dev.aftersales.claims.policies.Policies;
import dev.aftersales.claims.tariffs.Tariff;
import dev.aftersales.claims.tariffs.Tariffs;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class ReplayRunIT {

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Flips.Filter ANY = new Flips.Filter(null, null, null);
    private static final String[] LONGER_TERM = {"length: P12M", "length: P24M"};
    private static final String[] WATER_NOT_EXCLUDED = {"CRUSH, WATER_INGRESS, MOISTURE", "CRUSH, MOISTURE"};

    @LocalServerPort
    int port;

    @Autowired
    AggregatesFactory factory;

    @Autowired
    ClaimWalk walk;

    @Autowired
    Policies inForce;

    @Autowired
    Adjudicator adjudicator;

    @Autowired
    Tariffs tariffs;

    GivenClaims given;
    GivenPolicies policies;
    HandSetClock machineClock;
    Replays replays;
    Flips flips;
    Unjudgeables unjudgeables;
    Instant begin;

    /** In collections of their own: the service's worker, which does not know the versions of these tests, leaves them. */
    @BeforeEach
    void replayByHand() {
        given = GivenClaims.at(port);
        policies = new GivenPolicies(inForce);
        machineClock = new HandSetClock();
        replays = new Replays(factory.of(beside(ReplayType.TYPE)), Clock.systemUTC(), machineClock, LEASE);
        flips = new Flips(factory.of(beside(FlipType.TYPE)));
        unjudgeables = new Unjudgeables(factory.of(beside(UnjudgeableType.TYPE)));
        begin = Instant.now();
    }

    @AfterEach
    void forgetWhatIsSpoilt() {
        StoredClaims.forgetSpoilt(factory);
    }

    @Test
    void flipsExactlyTheClaimsThatALongerTermCovers() {
        // Given
        String fresh = claim(1);
        String late = claim(18);
        String tooLate = claim(30);
        policies.with("A-901", LONGER_TERM);
        Replay replay = takenUp("A-901");

        // When
        ReplayRun.End end = run(replay);

        // Then
        assertThat(end).isEqualTo(ReplayRun.End.THROUGH);
        assertThat(found(replay, ANY)).singleElement().satisfies(flip -> {
            assertThat(flip.claimId()).isEqualTo(late);
            assertThat(flip.from()).isEqualTo(Standing.NOT_COVERED_OFFER_QUOTE);
            assertThat(flip.to()).isEqualTo(Standing.ADMITTED);
            assertThat(flip.shifts()).extracting(Comparison.Shift::clause).contains("A1.1", "A3.1");
        });
        assertThat(found(replay, new Flips.Filter("A3.1", null, Standing.ADMITTED)))
                .hasSize(1);
        assertThat(found(replay, new Flips.Filter("A3.2", null, null))).isEmpty();
        assertThat(found(replay, new Flips.Filter(null, Standing.COVERED, null)))
                .isEmpty();
        Tally tally = tally(replay);
        assertThat(tally.claims()).isEqualTo(3);
        assertThat(tally.flips()).isEqualTo(1);
        assertThat(tally.movedOn()).isZero();
        assertThat(List.of(fresh, tooLate)).doesNotContain(late);
    }

    @Test
    void flipsExactlyTheClaimsThatAnExclusionKeptOut() {
        // Given
        String wet = claim(1);
        String dropped = claim(1);
        GivenEvents.of(wet).concluded(1, "WATER_INGRESS", true, Route.PARTS, 1);
        GivenEvents.of(dropped).concluded(1, "DROP", true, Route.PARTS, 1);
        await().until(() ->
                given.state(wet).equals("NOT_COVERED") && given.state(dropped).equals("NOT_COVERED"));
        policies.with("A-902", WATER_NOT_EXCLUDED);
        Replay replay = takenUp("A-902");

        // When
        run(replay);

        // Then
        assertThat(found(replay, ANY)).singleElement().satisfies(flip -> {
            assertThat(flip.claimId()).isEqualTo(wet);
            assertThat(flip.to()).isEqualTo(Standing.NEEDS_REVIEW);
            assertThat(flip.shifts()).extracting(Comparison.Shift::clause).contains("A3.2");
        });
        assertThat(tally(replay).clauses())
                .filteredOn(clause -> clause.clause().equals("A3.2"))
                .singleElement()
                .satisfies(clause -> assertThat(clause.flips()).isEqualTo(1));
    }

    @Test
    void countsNothingTwiceWhenARunDiesBetweenFlipsAndPlace() {
        // Given
        for (int i = 0; i < 6; i++) {
            claim(i % 2 == 0 ? 18 : 1);
        }
        policies.with("A-901", LONGER_TERM);
        Replay asked = takenUp("A-901");
        AtomicInteger claims = new AtomicInteger();
        assertThat(run(asked, () -> claims.incrementAndGet() == 2)).isEqualTo(ReplayRun.End.STOPPED);
        replays.leave(asked, asked.runs(), new Phase.Waiting());
        Replay second = replays.takeUp().orElseThrow();
        machineClock.dies = true;
        assertThatExceptionOfType(HandSetClock.Died.class).isThrownBy(() -> run(second));
        machineClock.dies = false;
        assertThat(found(asked, ANY))
                .as("flips behind the place that was written")
                .hasSize(3);

        // When
        assertThat(replays.takeUp()).as("the dead run's lease").isEmpty();
        machineClock.now = machineClock.now.plus(LEASE).plusMillis(1);
        Replay third = replays.takeUp().orElseThrow();
        ReplayRun.End end = run(third);

        // Then
        assertThat(end).isEqualTo(ReplayRun.End.THROUGH);
        assertThat(third.tally().claims()).isEqualTo(2);
        Tally tally = tally(asked);
        assertThat(tally.claims()).isEqualTo(6);
        assertThat(tally.flips()).isEqualTo(3);
        assertThat(found(asked, ANY)).hasSize(3);
    }

    /** The calendar ends between the end of twelve months and that of twenty-four: only the longer term fails. */
    @Test
    void listsAClaimThatTheDraftCannotJudgeAndGoesOn() {
        // Given
        String before = claim(18);
        String serial = unique("S");
        String contract = given.contract("nordwind", LocalDate.MAX.minusMonths(18), serial);
        String beyond =
                given.submit(body(contract, given.photo(People.MARIA), serial)).at("$.id");
        String after = claim(18);
        policies.with("A-901", LONGER_TERM);
        Replay replay = takenUp("A-901");

        // When
        ReplayRun.End end = run(replay);

        // Then
        assertThat(end).isEqualTo(ReplayRun.End.THROUGH);
        assertThat(found(replay, ANY)).extracting(Flip::claimId).containsExactly(after, before);
        assertThat(passedOver(replay)).singleElement().satisfies(unjudgeable -> {
            assertThat(unjudgeable.claimId()).isEqualTo(beyond);
            assertThat(unjudgeable.reason()).isEqualTo(Unjudgeable.Reason.REPLAYED_VERSION_FAILED);
            assertThat(unjudgeable.detail()).contains("A-901", "A-1");
        });
        Tally tally = tally(replay);
        assertThat(tally.claims()).isEqualTo(3);
        assertThat(tally.unjudgeable()).isEqualTo(1);
        assertThat(tally.lines()).isEqualTo(2);
        assertThat(tally.flips()).isEqualTo(2);
    }

    @Test
    void listsAClaimThatCannotBeReadAndGoesOn() {
        // Given
        String spoilt = claim(18);
        String whole = claim(18);
        StoredClaims.spoil(factory, spoilt);
        policies.with("A-901", LONGER_TERM);
        Replay replay = takenUp("A-901");

        // When
        ReplayRun.End end = run(replay);

        // Then
        assertThat(end).isEqualTo(ReplayRun.End.THROUGH);
        assertThat(found(replay, ANY)).extracting(Flip::claimId).containsExactly(whole);
        assertThat(passedOver(replay))
                .extracting(Unjudgeable::claimId, Unjudgeable::reason)
                .containsExactly(tuple(spoilt, Unjudgeable.Reason.RECORD_UNREADABLE));
    }

    @Test
    void listsAClaimWhoseOwnVersionIsGoneAndGoesOn() {
        // Given
        String orphan = claim(18);
        policies.with("A-901", LONGER_TERM);
        Replay replay = takenUp("A-901");
        policies.without("A-1");

        // When
        ReplayRun.End end = run(replay);

        // Then
        assertThat(end).isEqualTo(ReplayRun.End.THROUGH);
        assertThat(passedOver(replay))
                .extracting(Unjudgeable::claimId, Unjudgeable::reason)
                .containsExactly(tuple(orphan, Unjudgeable.Reason.OWN_VERSION_UNKNOWN));
        assertThat(tally(replay).unjudgeable()).isEqualTo(1);
    }

    @Test
    void leavesAnOutageToTheNextRun() {
        // Given
        claim(18);
        policies.with("A-901", LONGER_TERM);
        Replay replay = takenUp("A-901");
        policies.outOfReach("A-1");
        assertThatExceptionOfType(MongoTimeoutException.class).isThrownBy(() -> run(replay));
        policies.withinReach();
        machineClock.now = machineClock.now.plus(LEASE).plusMillis(1);

        // When
        run(replays.takeUp().orElseThrow());

        // Then
        assertThat(passedOver(replay)).isEmpty();
        assertThat(tally(replay).flips()).isEqualTo(1);
    }

    @Test
    void countsTheClaimsOnceWhenTheFirstRunBegins() {
        // Given
        claim(18);
        claim(1);
        policies.with("A-901", LONGER_TERM);
        Replay asked = takenUp("A-901");
        claim(1);

        // When
        assertThat(run(asked, () -> true)).isEqualTo(ReplayRun.End.STOPPED);

        // Then
        assertThat(progress(asked)).isEqualTo(new ReplayView.Progress(1, 2L, 50));
        replays.leave(asked, asked.runs(), new Phase.Waiting());
        run(replays.takeUp().orElseThrow());
        assertThat(progress(asked)).isEqualTo(new ReplayView.Progress(2, 2L, 100));
    }

    @Test
    void hearsNothingMoreOfARunThatWasTakenForDead() {
        // Given
        claim(18);
        policies.with("A-901", LONGER_TERM);
        Replay frozen = takenUp("A-901");
        machineClock.now = machineClock.now.plus(LEASE).plusMillis(1);
        Replay other = replays.takeUp().orElseThrow();
        run(other);
        replays.leave(other, other.runs(), new Phase.Done(Instant.now()));

        // When
        ReplayRun.End end = run(frozen);

        // Then
        assertThat(end).isEqualTo(ReplayRun.End.SUPERSEDED);
        assertThat(replays.leave(frozen, frozen.runs(), new Phase.Waiting())).isFalse();
        assertThat(replays.find(frozen.id()).orElseThrow().phase()).isInstanceOf(Phase.Done.class);
        assertThat(tally(frozen).flips()).isEqualTo(1);
    }

    @Test
    void endsWhenItIsCancelled() {
        // Given
        claim(18);
        policies.with("A-901", LONGER_TERM);
        Replay replay = takenUp("A-901");
        replays.cancel(replay.id(), "petra");

        // When
        ReplayRun.End end = run(replay);

        // Then
        assertThat(end).isEqualTo(ReplayRun.End.SUPERSEDED);
        assertThat(replays.find(replay.id()).orElseThrow().phase()).isInstanceOf(Phase.Cancelled.class);
        assertThat(replays.takeUp()).isEmpty();
    }

    @Test
    void removesWhatHasBeenOverForLongWithAllThatItFoundAndNothingElse() {
        // Given
        claim(18);
        policies.with("A-911", LONGER_TERM);
        policies.with("A-912", LONGER_TERM);
        Replay over = takenUp("A-911");
        run(over);
        replays.leave(over, over.runs(), new Phase.Done(Instant.now()));
        Replay open = takenUp("A-912");
        run(open);

        // When
        sweepIn(Duration.ofDays(89));
        List<Flip> kept = found(over, ANY);
        sweepIn(Duration.ofDays(91));
        sweepIn(Duration.ofDays(91));

        // Then
        assertThat(kept).hasSize(1);
        assertThat(replays.find(over.id())).isEmpty();
        assertThat(found(over, ANY)).isEmpty();
        assertThat(replays.find(open.id())).isPresent();
        assertThat(found(open, ANY)).hasSize(1);
    }

    private void sweepIn(Duration later) {
        Clock then = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
        new ReplaySweep(replays, flips, unjudgeables, Duration.ofDays(90), then).run();
    }

    @Test
    void meetsNoClaimThatComesInAfterItWasAskedFor() {
        // Given
        claim(18);
        policies.with("A-901", LONGER_TERM);
        Replay replay = takenUp("A-901");
        claim(18);

        // When
        run(replay);

        // Then
        assertThat(tally(replay).claims()).isEqualTo(1);
    }

    @Test
    void asksForTheSameOnceUntilItIsOver() {
        // Given
        Replays.Asked first = ask("A-901");

        // When
        Replays.Asked again = ask("A-901");
        replays.cancel(first.replay().id(), "petra");
        Replays.Asked afterwards = ask("A-901");

        // Then
        assertThat(first.created()).isTrue();
        assertThat(again.created()).isFalse();
        assertThat(again.replay().id()).isEqualTo(first.replay().id());
        assertThat(afterwards.created()).isTrue();
        assertThat(afterwards.replay().id()).isNotEqualTo(first.replay().id());
    }

    @Test
    void worksOnOneReplayOfAVendorAtATime() {
        // Given
        Replay first = ask("A-901").replay();
        Replay second = ask("A-902").replay();

        // When
        Replay taken = replays.takeUp().orElseThrow();

        // Then
        assertThat(taken.id()).isEqualTo(first.id());
        assertThat(replays.takeUp()).isEmpty();
        replays.leave(taken, taken.runs(), new Phase.Done(Instant.now()));
        assertThat(replays.takeUp()).map(Replay::id).contains(second.id());
    }

    /** A claim of maria's for a unit that was shipped so long ago. */
    private String claim(int months) {
        String serial = unique("S");
        String contract =
                given.contract("nordwind", LocalDate.now(ZoneOffset.UTC).minusMonths(months), serial);
        return given.submit(body(contract, given.photo(People.MARIA), serial)).at("$.id");
    }

    private Replays.Asked ask(String version) {
        return replays.ask("exporter", version, "as it is", begin, null, "petra");
    }

    private Replay takenUp(String version) {
        ask(version);
        return replays.takeUp().orElseThrow();
    }

    private ReplayRun.End run(Replay replay) {
        return run(replay, () -> false);
    }

    private ReplayRun.End run(Replay replay, BooleanSupplier stop) {
        return new ReplayRun(
                        replay,
                        replay.runs(),
                        policies.version(replay.version()).orElseThrow(),
                        policies,
                        adjudicator,
                        replays,
                        flips,
                        unjudgeables,
                        new Worths(tariffs.find("exporter", Tariff.STANDARD).orElse(null)))
                .go(walk, stop);
    }

    private Tally tally(Replay replay) {
        return replays.find(replay.id()).orElseThrow().tally();
    }

    private ReplayView.Progress progress(Replay replay) {
        return ReplayView.of(replays.find(replay.id()).orElseThrow(), List.of()).progress();
    }

    private List<Unjudgeable> passedOver(Replay replay) {
        return unjudgeables.page(replay, null, 200, unjudgeable -> unjudgeable).items();
    }

    private List<Flip> found(Replay replay, Flips.Filter filter) {
        return flips.page(replay, filter, null, 200, flip -> flip).items();
    }

    private static <S> AggregateType<S> beside(AggregateType<S> type) {
        return new AggregateType<>(
                unique(type.collection()), type.stateType(), null, type.vendor(), type.indexed(), type.indexes());
    }

    /** The machine's time as the test sets it. */
    private static final class HandSetClock extends Clock {

        /** As if the process had ended there. */
        static final class Died extends RuntimeException {}

        private Instant now = Instant.now();
        private boolean dies;

        @Override
        public Instant instant() {
            if (dies) {
                throw new Died();
            }
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
