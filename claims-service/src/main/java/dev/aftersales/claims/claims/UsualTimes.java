package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
final class UsualTimes {

    /** So many of the last claims are looked at. */
    static final int CLAIMS = 200;

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 1_000;

    /**
     * A measured time.
     *
     * @param p50 half of the claims took no longer
     * @param p90 nine of ten took no longer
     * @param of so many claims
     */
    record Usual(Duration p50, Duration p90, int of) {}

    private final Claims claims;
    private final Clock machineClock;
    private final Map<Stage, Measured> measured = new ConcurrentHashMap<>();

    private record Stage(String vendor, String start, String stop) {}

    private record Measured(Optional<Usual> usual, Instant at) {}

    UsualTimes(Claims claims, Clock machineClock) {
        this.claims = claims;
        this.machineClock = machineClock;
    }

    /**
     * The usual time from one event to another, at most a minute old.
     *
     * @return empty when no claim went through the stage yet, or nothing begins or ends it
     */
    Optional<Usual> of(String vendor, @Nullable String start, @Nullable String stop) {
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
        return last.usual();
    }

    private Optional<Usual> measure(Stage stage) {
        List<Duration> durations = claims
                .query(
                        and(eq("vendor", stage.vendor()), eq(ClaimType.MILESTONES, stage.stop())),
                        descending(ClaimType.SUBMITTED_AT, "_id"),
                        CLAIMS)
                .stream()
                .flatMap(claim -> took(claim, stage))
                .sorted()
                .toList();
        return durations.isEmpty()
                ? Optional.empty()
                : Optional.of(new Usual(rank(durations, 50), rank(durations, 90), durations.size()));
    }

    private static Stream<Duration> took(Claim claim, Stage stage) {
        Optional<Instant> started = first(claim, stage.start());
        Optional<Instant> stopped = first(claim, stage.stop());
        return started.isEmpty() || stopped.isEmpty() || stopped.get().isBefore(started.get())
                ? Stream.empty()
                : Stream.of(Duration.between(started.get(), stopped.get()));
    }

    private static Optional<Instant> first(Claim claim, String event) {
        return claim.clocks().milestones().stream()
                .filter(milestone -> milestone.event().equals(event))
                .map(Milestone::at)
                .min(Instant::compareTo);
    }

    /** The nearest rank, to whole seconds. */
    private static Duration rank(List<Duration> sorted, int percent) {
        int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
        return Duration.ofSeconds(sorted.get(Math.max(rank, 1) - 1).toSeconds());
    }
}
