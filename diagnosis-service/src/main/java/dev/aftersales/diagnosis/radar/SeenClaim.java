package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the radar remembers of a claim, so that a later word on one of its lines can be told as what changes.
 *
 * @param faultCode that was claimed; absent of a claim that was seen before it was kept
 * @param faultFamily that it is of
 * @param at when it was submitted, in business time
 * @param lines by number
 */
record SeenClaim(
        String claimId,
        String vendor,
        String organisation,
        String model,
        @Nullable String faultCode,
        String faultFamily,
        Instant at,
        Map<Integer, Line> lines) {

    /**
     * A line.
     *
     * @param serial absent as long as nobody has said it
     * @param diagnosed the fault family that the diagnosis found; absent where it is the claimed one
     */
    record Line(
            @Nullable String serial, int quantity, @Nullable String diagnosed, boolean withdrawn) {}

    SeenClaim {
        lines = Map.copyOf(lines);
    }

    /** @param faultFamily that the claimed fault code is of */
    static SeenClaim of(ClaimSubmitted submitted, String faultFamily) {
        Map<Integer, Line> lines = new TreeMap<>();
        for (UnitLine line : submitted.lines()) {
            lines.put(line.line(), new Line(line.serial(), line.quantity(), null, false));
        }
        return new SeenClaim(
                submitted.claimId(),
                submitted.vendor(),
                submitted.organisation(),
                submitted.model(),
                submitted.faultCode(),
                faultFamily,
                submitted.submittedAt(),
                lines);
    }

    /** The claim with the serial that somebody said of a line; what was said of it before stays. */
    SeenClaim identified(int number, String serial) {
        Line line = lines.get(number);
        return line == null || line.serial() != null
                ? this
                : with(number, new Line(serial, 1, line.diagnosed(), line.withdrawn()));
    }

    /** The claim with lines as they stand now: one that it did not have is of units that were part of another. */
    SeenClaim restated(List<UnitLine> standing) {
        Map<Integer, Line> now = new TreeMap<>(lines);
        for (UnitLine line : standing) {
            Line before = lines.get(line.line());
            now.put(
                    line.line(),
                    before == null
                            ? new Line(line.serial(), line.quantity(), null, false)
                            : new Line(line.serial(), line.quantity(), before.diagnosed(), before.withdrawn()));
        }
        return with(now);
    }

    /** The claim with the family of faults that a diagnosis found on a line. */
    SeenClaim diagnosed(int number, String family) {
        Line line = lines.get(number);
        return line == null ? this : with(number, new Line(line.serial(), line.quantity(), family, line.withdrawn()));
    }

    SeenClaim withdrawn(int number) {
        Line line = lines.get(number);
        return line == null ? this : with(number, new Line(line.serial(), line.quantity(), line.diagnosed(), true));
    }

    private SeenClaim with(int number, Line line) {
        Map<Integer, Line> more = new TreeMap<>(lines);
        more.put(number, line);
        return with(more);
    }

    private SeenClaim with(Map<Integer, Line> now) {
        return new SeenClaim(claimId, vendor, organisation, model, faultCode, faultFamily, at, now);
    }

    /** All lines as they are counted. */
    List<Sighting> sightings() {
        return lines.keySet().stream().sorted().map(this::sighting).toList();
    }

    /** What is to be told to those who count, after they heard of {@code before}. */
    List<Sighting> changesSince(SeenClaim before) {
        List<Sighting> changes = new ArrayList<>();
        for (Sighting now : sightings()) {
            Sighting then = before.lines.containsKey(now.line()) ? before.sighting(now.line()) : null;
            if (now.equals(then)) {
                continue;
            }
            boolean otherUnit = then == null || !then.unitId().equals(now.unitId());
            if (then != null && then.counts() && otherUnit) {
                changes.add(then.gone());
            }
            changes.add(otherUnit ? now.restated() : now);
        }
        return changes;
    }

    private Sighting sighting(int number) {
        Line line = Objects.requireNonNull(lines.get(number));
        return new Sighting(
                vendor,
                claimId,
                number,
                line.serial(),
                line.quantity(),
                organisation,
                model,
                faultCode,
                line.diagnosed() == null ? faultFamily : line.diagnosed(),
                at,
                !line.withdrawn(),
                false);
    }
}
