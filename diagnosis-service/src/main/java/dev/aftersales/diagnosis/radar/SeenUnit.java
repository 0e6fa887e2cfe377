package dev.aftersales.diagnosis.radar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the radar remembers of a unit.
 *
 * @param lot absent as long as nobody knows it
 * @param lotSince when somebody said so, in business time; absent where nobody ever said a lot
 * @param sightings that count, one for each line of a claim, in the order in which they were claimed: where they come to
 *     another group, the first that makes it a batch is then the earliest
 */
record SeenUnit(@Nullable String lot, @Nullable Instant lotSince, List<Sighting> sightings) {

    /** So many lines of claims of one unit are remembered, the last ones: by each of them it is one unit. */
    static final int MOST_SIGHTINGS = 1_000;

    static final SeenUnit NEVER = new SeenUnit(null, null, List.of());

    SeenUnit {
        sightings = List.copyOf(sightings);
    }

    /** The unit with its lot as somebody says it; one that is said again was known since it was said first. */
    SeenUnit of(@Nullable String newLot, Instant saidAt) {
        return Objects.equals(newLot, lot) ? this : new SeenUnit(newLot, saidAt, sightings);
    }

    /** The unit without what was claimed before. */
    SeenUnit since(Instant first) {
        List<Sighting> left = sightings.stream()
                .filter(sighting -> !sighting.at().isBefore(first))
                .toList();
        return left.size() == sightings.size() ? this : new SeenUnit(lot, lotSince, left);
    }

    /**
     * Whether nothing is left of it to be remembered. A lot is said once only, and asked for whenever the unit is claimed;
     * that it is not known any more, as long as what was claimed before that may count.
     */
    boolean isNothingSince(Instant first) {
        return sightings.isEmpty() && lot == null && (lotSince == null || lotSince.isBefore(first));
    }

    /** The unit with what is said of that line of a claim now. */
    SeenUnit seen(Sighting sighting) {
        List<Sighting> now = new ArrayList<>(sightings);
        now.removeIf(sighting::isOfLine);
        if (sighting.counts()) {
            now.add(sighting);
            now.sort(Comparator.comparing(Sighting::at));
            now.subList(0, Math.max(0, now.size() - MOST_SIGHTINGS)).clear();
        }
        return new SeenUnit(lot, lotSince, now);
    }
}
