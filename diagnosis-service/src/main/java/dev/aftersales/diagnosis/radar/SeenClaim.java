package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
        Deque<Freed> freed = freedSince(before);
        for (Sighting now : sightings()) {
            Sighting then = before.lines.containsKey(now.line()) ? before.sighting(now.line()) : null;
            if (now.equals(then)) {
                continue;
            }
            if (then == null) {
                changes.add(now.insteadOf(taken(freed, now.quantity())));
            } else if (then.unitId().equals(now.unitId())) {
                changes.add(now);
            } else if (then.counts()) {
                changes.add(then.gone());
                changes.add(now.insteadOf(List.of(new Replaced(then.line(), then.serial(), 0))));
            } else {
                changes.add(now.insteadOf(List.of()));
            }
        }
        return changes;
    }

    /** Units that a line has no more, which are lines of their own by now. */
    private record Freed(Replaced from, int units) {}

    private Deque<Freed> freedSince(SeenClaim before) {
        Deque<Freed> freed = new ArrayDeque<>();
        for (Sighting then : before.sightings()) {
            Sighting now = sighting(then.line());
            int fewer = then.quantity() - now.quantity();
            if (then.counts() && fewer > 0) {
                int left = now.unitId().equals(then.unitId()) ? now.quantity() : 0;
                freed.add(new Freed(new Replaced(then.line(), then.serial(), left), fewer));
            }
        }
        return freed;
    }

    /** Where these units are from. Nobody says which of them: as many as a line has no more are said to be from there. */
    private static List<Replaced> taken(Deque<Freed> freed, int units) {
        List<Replaced> from = new ArrayList<>();
        int open = units;
        while (open > 0 && !freed.isEmpty()) {
            Freed next = freed.removeFirst();
            from.add(next.from());
            if (next.units() > open) {
                freed.addFirst(new Freed(next.from(), next.units() - open));
            }
            open -= Math.min(open, next.units());
        }
        return from;
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
                null);
    }

    private String familyOf(Line line) {
        return line.diagnosed() == null ? faultFamily : line.diagnosed();
    }
}
