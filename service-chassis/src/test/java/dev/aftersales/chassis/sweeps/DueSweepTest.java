package dev.aftersales.chassis.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import dev.aftersales.chassis.aggregate.Due;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DueSweepTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final NavigableSet<Due> index = new ConcurrentSkipListSet<>();
    private final List<Due> done = new ArrayList<>();

    /** When an aggregate is due again, after it was seen to. */
    private final Map<String, List<Instant>> later = new HashMap<>();

    private final Set<String> bad = new TreeSet<>();
    private final List<String> tried = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Function<Instant, Optional<Instant>> heardUntil = Optional::of;
    private int asked;

    private final DueSweep sweep = new DueSweep(
            "sample",
            this::read,
            this::setOff,
            now -> {
                asked++;
                return heardUntil.apply(now);
            },
            Clock.fixed(NOW, ZoneOffset.UTC),
            meters);

    @Test
    void setsOffEachOnceInDueOrder() {
        IntStream.range(0, 1_000).forEach(i -> due("c-%03d".formatted(i * 7 % 1_000), i));

        sweep.run();
        sweep.run();

        assertThat(done).hasSize(1_000).isSorted();
        assertThat(index).isEmpty();
    }

    @Test
    void whatOneLeadsToComesBeforeWhatIsDueAfterIt() {
        due("first", 0);
        due("second", 60);
        later.put("first", new ArrayList<>(List.of(at(30), at(90))));

        sweep.run();

        assertThat(done)
                .containsExactly(
                        new Due(at(0), "first"),
                        new Due(at(30), "first"),
                        new Due(at(60), "second"),
                        new Due(at(90), "first"));
    }

    @Test
    void whatOneLeadsToIsSetOffOnceAlsoBeyondWhatIsReadAtATime() {
        IntStream.range(0, 500).forEach(i -> due("c-%03d".formatted(i), i));
        later.put("c-000", new ArrayList<>(List.of(at(100).plusMillis(500), at(450).plusMillis(500))));

        sweep.run();

        assertThat(done).hasSize(502).isSorted();
    }

    @Test
    void leavesWhatIsNotDue() {
        due("next", 3601);
        due("again", 0);
        later.put("again", new ArrayList<>(List.of(NOW.plusMillis(1))));

        sweep.run();

        assertThat(done).containsExactly(new Due(at(0), "again"));
    }

    @Test
    void setsOffNothingThatIsDueAfterWhatIsHeard() {
        due("heard", 0);
        due("unheard", 60);
        heardUntil = now -> Optional.of(at(30));

        sweep.run();

        assertThat(done).extracting(Due::id).containsExactly("heard");
    }

    @Test
    void holdsOffWhileNobodyKnowsWhatIsHeard() {
        due("heard", 0);
        heardUntil = now -> Optional.empty();
        sweep.run();
        assertThat(done).isEmpty();

        heardUntil = Optional::of;
        sweep.run();
        assertThat(done).hasSize(1);
    }

    @Test
    void asksNobodyWhileNothingIsDue() {
        due("next", 3601);

        sweep.run();

        assertThat(asked).isZero();
    }

    @Test
    void anyNumberThatFailHoldUpNoOther() {
        IntStream.range(0, 450).forEach(i -> {
            due("bad-%03d".formatted(i), i);
            bad.add("bad-%03d".formatted(i));
        });
        due("good", 3599);

        sweep.run();

        assertThat(done).extracting(Due::id).containsExactly("good");
        assertThat(failing()).isEqualTo(450);
    }

    @Test
    void whatFailsRestsAndIsAskedForNothingMeanwhile() {
        due("bad", 0);
        bad.add("bad");
        sweep.run();
        int before = asked;

        sweep.run();

        assertThat(asked).isEqualTo(before);
        assertThat(failing()).isEqualTo(1);
    }

    @Test
    void whatRestsIsNotTriedAgainBecauseAnotherIsDue() {
        due("bad", 0);
        bad.add("bad");
        sweep.run();

        due("good", 1);
        sweep.run();

        assertThat(tried).containsExactly("bad", "good");
    }

    @Test
    void anOutageIsNoFailureOfTheAggregate() {
        due("good", 0);
        bad.add("good");
        outage = true;
        assertThatThrownBy(sweep::run).isInstanceOf(MongoTimeoutException.class);
        assertThat(failing()).isZero();

        bad.clear();
        sweep.run();
        assertThat(done).hasSize(1);
    }

    private boolean outage;

    private List<Due> read(Instant until, @Nullable Due after, int limit) {
        return (after == null ? index : index.tailSet(after, false))
                .stream().filter(due -> !due.at().isAfter(until)).limit(limit).toList();
    }

    private synchronized Optional<Instant> setOff(String id, Instant at) {
        tried.add(id);
        if (bad.contains(id)) {
            throw outage ? new MongoTimeoutException("away") : new IllegalStateException("bad");
        }
        if (!index.remove(new Due(at, id))) {
            return Optional.empty();
        }
        done.add(new Due(at, id));
        List<Instant> instants = later.getOrDefault(id, List.of());
        if (instants.isEmpty()) {
            return Optional.empty();
        }
        Instant next = instants.removeFirst();
        index.add(new Due(next, id));
        return Optional.of(next);
    }

    private void due(String id, int second) {
        index.add(new Due(at(second), id));
    }

    private static Instant at(int second) {
        return NOW.minus(Duration.ofHours(1)).plusSeconds(second);
    }

    private double failing() {
        return meters.get("aftersales.sweep.failing").gauge().value();
    }
}
