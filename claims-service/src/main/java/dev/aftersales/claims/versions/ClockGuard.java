package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.deadlines.ClaimEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Clocks that make no sense as they stand, or that nothing sets going: whoever writes a version is told at once. */
final class ClockGuard {

    private ClockGuard() {}

    /**
     * Of the clocks that the version before it has not.
     *
     * @param before absent where there is none
     */
    static List<Warning> warnings(@Nullable PolicyRules before, PolicyRules draft) {
        List<Warning> warnings = new ArrayList<>();
        draft.clocks().stream()
                .filter(clock ->
                        before == null || before.clocks().stream().noneMatch(other -> sameEvents(clock, other)))
                .forEach(clock -> {
                    reversed(clock).ifPresent(warnings::add);
                    unsaid(clock).ifPresent(warnings::add);
                });
        return List.copyOf(warnings);
    }

    private static boolean sameEvents(PromisedTime clock, PromisedTime other) {
        return clock.clause().equals(other.clause())
                && Objects.equals(clock.start(), other.start())
                && Objects.equals(clock.stop(), other.stop());
    }

    private static Optional<Warning> reversed(PromisedTime clock) {
        String start = clock.start();
        String stop = clock.stop();
        return start == null || stop == null || !ClaimEvents.comesAfter(start, stop)
                ? Optional.empty()
                : Optional.of(
                        new Warning(
                                "clock-order",
                                clock.clause() + " would start with " + start + " and stop with " + stop
                                        + ", which comes before it: it would be kept before it began. See which events it means."));
    }

    private static Optional<Warning> unsaid(PromisedTime clock) {
        List<String> unsaid = Stream.of(clock.start(), clock.stop())
                .filter(Objects::nonNull)
                .filter(event -> !ClaimEvents.isSaid(event))
                .toList();
        return unsaid.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
                        "clock-unheard",
                        clock.clause() + " hangs on " + String.join(" and ", unsaid)
                                + ", which nobody says of a claim yet: on claims it sets off nothing."));
    }
}
