package dev.aftersales.claims.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one clock of the suite. It only goes forward.
 *
 * @param offset business time less machine time
 * @param advances the latest {@value #KEPT}, oldest first
 */
record SuiteClock(Duration offset, List<Advance> advances) {

    /** Business time is at most this far ahead: calendars and packs speak of years, not of centuries. */
    static final Duration FARTHEST = Duration.ofDays(3652);

    /** So many are remembered, for repeats and for whoever asks who moved the clock. */
    static final int KEPT = 100;

    SuiteClock {
        advances = List.copyOf(advances);
    }

    static SuiteClock neverMoved() {
        return new SuiteClock(Duration.ZERO, List.of());
    }

    /** What a request makes of the clock. */
    Step advanced(Advance wanted) {
        Optional<Advance> same = before(wanted);
        if (same.isPresent()) {
            return same.get().by().equals(wanted.by()) && same.get().startsAsToldBy(wanted)
                    ? new Step.Repeated(same.get())
                    : new Step.KeyReused(same.get());
        }
        Duration expected = wanted.expected();
        if (expected != null && !expected.equals(offset)) {
            return new Step.ElsewhereThanExpected(offset);
        }
        if (offset.plus(wanted.by()).compareTo(FARTHEST) > 0) {
            return new Step.TooFar(FARTHEST.minus(offset));
        }
        Advance done = wanted.from(offset);
        List<Advance> kept = new ArrayList<>(advances);
        kept.add(done);
        return new Step.Moved(
                new SuiteClock(done.to(), kept.subList(Math.max(0, kept.size() - KEPT), kept.size())), done);
    }

    /** By its key; without one, by where it starts and how far it goes. */
    private Optional<Advance> before(Advance wanted) {
        String key = wanted.key();
        Duration expected = wanted.expected();
        if (key == null && expected == null) {
            return Optional.empty();
        }
        return advances.stream()
                .filter(done -> key == null
                        ? done.from().equals(expected) && done.by().equals(wanted.by())
                        : key.equals(done.key()))
                .findFirst();
    }

    /** What became of a request. */
    sealed interface Step {

        /** The clock goes forward. */
        record Moved(SuiteClock clock, Advance advance) implements Step {}

        /** The same request again: it has been done. */
        record Repeated(Advance advance) implements Step {}

        /** The key stands for another request. */
        record KeyReused(Advance advance) implements Step {}

        /** Somebody else has moved it meanwhile. */
        record ElsewhereThanExpected(Duration offset) implements Step {}

        /** @param left how far it could still go */
        record TooFar(Duration left) implements Step {}
    }
}
