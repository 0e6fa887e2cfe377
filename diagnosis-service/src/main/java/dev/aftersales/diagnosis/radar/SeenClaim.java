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
     * @param moved when its units came to be those, of that family
     */
    record Line(
            @Nullable String serial, int quantity, @Nullable String diagnosed, boolean withdrawn, Moved moved) {

        /** As it was claimed. */
        static Line claimed(UnitLine line) {
            return new Line(line.serial(), line.quantity(), null, false, Moved.NEVER);
        }

        /** Units that were part of another line, and have their serial since. */
        Line movedOut(Instant at) {
            return new Line(serial, quantity, diagnosed, withdrawn, moved.identified(at));
        }

        Line standing(UnitLine now, Instant at) {
            boolean isSaid = serial == null && now.serial() != null;
            boolean isOther = serial != null && !serial.equals(now.serial());
            return new Line(
                    now.serial(),
                    now.quantity(),
                    diagnosed,
                    withdrawn,
                    isSaid ? moved.identified(at) : isOther ? moved.replaced(at) : moved);
        }
    }

    SeenClaim {
        lines = Map.copyOf(lines);
    }

    /** @param faultFamily that the claimed fault code is of */
    static SeenClaim of(ClaimSubmitted submitted, String faultFamily) {
        Map<Integer, Line> lines = new TreeMap<>();
        for (UnitLine line : submitted.lines()) {
            lines.put(line.line(), Line.claimed(line));
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
    SeenClaim identified(int number, String serial, Instant at) {
        Line line = lines.get(number);
        return line == null || line.serial() != null
                ? this
                : with(number, line.standing(new UnitLine(number, serial, 1), at));
    }

    /** The claim with lines as they stand now: one that it did not have is of units that were part of another. */
    SeenClaim restated(List<UnitLine> standing, Instant at) {
        Map<Integer, Line> now = new TreeMap<>(lines);
        for (UnitLine line : standing) {
            Line before = lines.get(line.line());
            now.put(line.line(), before == null ? Line.claimed(line).movedOut(at) : before.standing(line, at));
        }
        return with(now);
    }

    /** The claim with the family of faults that a diagnosis found on a line. */
    SeenClaim diagnosed(int number, String family, Instant at) {
        Line line = lines.get(number);
        if (line == null) {
            return this;
        }
        Moved moved =
                family.equals(familyOf(line)) ? line.moved() : line.moved().diagnosed(at);
        return with(number, new Line(line.serial(), line.quantity(), family, line.withdrawn(), moved));
    }

    SeenClaim withdrawn(int number) {
        Line line = lines.get(number);
        return line == null
                ? this
                : with(number, new Line(line.serial(), line.quantity(), line.diagnosed(), true, line.moved()));
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
                familyOf(line),
                at,
                line.moved(),
                !line.withdrawn(),
                false);
    }

    private String familyOf(Line line) {
        return line.diagnosed() == null ? faultFamily : line.diagnosed();
    }
}
