package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.deadlines.UsualTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a stage usually takes a vendor: what is shown where a policy commits to nothing (B?4, C?8, D?12). Measured on
 * the last claims that went through the stage; waits for the customer are part of it.
 */
public final class UsualTimes {

    /** So many of the last claims are looked at. */
    static final int CLAIMS = 200;

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 1_000;

    private final Claims claims;
    private final int least;
    private final Clock machineClock;
    private final Map<Stage, Measured> measured = new ConcurrentHashMap<>();

    private record Stage(String vendor, String start, String stop) {}

    private record Measured(UsualTime usual, Instant at) {}

    /** @param least so many claims must have gone through a stage before a time of it is told */
    UsualTimes(Claims claims, int least, Clock machineClock) {
        this.claims = claims;
        this.least = least;
        this.machineClock = machineClock;
    }

    /**
     * The usual time of the stage that a clock is about.
     *
     * @return empty when it commits to a time, or when nothing begins or ends the stage
     */
    public Optional<UsualTime> of(String vendor, PromisedTime clock) {
        return clock.none() ? of(vendor, clock.start(), clock.stop()) : Optional.empty();
    }

    /**
     * The usual time from one event to another, at most a minute old.
     *
     * @return empty when nothing begins or ends the stage
     */
    Optional<UsualTime> of(String vendor, @Nullable String start, @Nullable String stop) {
        if (start == null || stop == null) {
            return Optional.empty();
        }
        Instant now = machineClock.instant();
        Stage stage = new Stage(vendor, start, stop);
        Measured last = measured.get(stage);
        if (last == null || last.at().plus(FRESH).isBefore(now)) {
            last = new Measured(measure(stage), now);
            if (measured.size() >= MOST_KEPT) {
                measured.clear();
            }
            measured.put(stage, last);
        }
        return Optional.of(last.usual());
    }

    private UsualTime measure(Stage stage) {
        List<Duration> durations = claims
                .clocks(
                        and(eq("vendor", stage.vendor()), eq(ClaimType.MILESTONES, stage.stop())),
                        descending(ClaimType.SUBMITTED_AT, "_id"),
                        CLAIMS)
                .stream()
                .flatMap(clocks -> took(clocks, stage))
                .sorted()
                .toList();
        return durations.size() < least
                ? new UsualTime.NotYet(durations.size(), least)
                : new UsualTime.Measured(rank(durations, 50), rank(durations, 90), durations.size());
    }

    private static Stream<Duration> took(ClaimClocks clocks, Stage stage) {
        Optional<Milestone> began = first(clocks, stage.start());
        Optional<Milestone> stopped = first(clocks, stage.stop());
        if (began.isEmpty() || stopped.isEmpty()) {
            return Stream.empty();
        }
        Instant from = setGoingAnew(clocks, stopped.get())
                .filter(anew -> anew.isAfter(began.get().at()))
                .orElse(began.get().at());
        return stopped.get().at().isBefore(from)
                ? Stream.empty()
                : Stream.of(Duration.between(from, stopped.get().at()));
    }

    /** Between an answer without a diagnosis and the request for one, nobody looked for the fault. */
    private static Optional<Instant> setGoingAnew(ClaimClocks clocks, Milestone stopped) {
        return stopped.event().equals(Milestone.DIAGNOSIS_CONCLUDED)
                ? clocks.last(Milestone.DIAGNOSIS_REQUESTED, stopped.lines().getFirst())
                : Optional.empty();
    }

    private static Optional<Milestone> first(ClaimClocks clocks, String event) {
        return clocks.milestones().stream()
                .filter(milestone -> milestone.event().equals(event))
                .min(Comparator.comparing(Milestone::at));
    }

    /** The nearest rank. */
    private static Duration rank(List<Duration> sorted, int percent) {
        int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
