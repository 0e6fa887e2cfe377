package dev.aftersales.claims.claims;

import dev.aftersales.claims.deadlines.ClockStanding;
import dev.aftersales.claims.deadlines.Effect;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The word of a person by which a clock was stopped, as the timeline keeps it. Who has to prove that a promise was kept has
 * to show when that was said, and in what office; who it was stands in the timeline alone.
 *
 * @param lines that it is about
 * @param at when it was said: business time
 * @param happenedAt when it is said to have happened
 */
record PersonsWord(List<Integer> lines, Instant at, Actor.Kind by, Instant happenedAt) {

    PersonsWord {
        lines = List.copyOf(lines);
    }

    /** The words that stopped that clock for its lines, oldest first; none where it runs, or was stopped by something else. */
    static List<PersonsWord> stopping(Claim claim, ClaimDeadline deadline) {
        if (!(deadline.standing() instanceof ClockStanding.Reckoned reckoned)
                || reckoned.stoppedAt() == null
                || ReportMilestone.Reported.of(deadline.clock().stop()).isEmpty()) {
            return List.of();
        }
        Instant stoppedAt = reckoned.stoppedAt();
        Map<Integer, TimelineEntry> byLine = new LinkedHashMap<>();
        for (TimelineEntry entry : claim.timeline()) {
            if (ReportMilestone.Reported.of(entry.what()).isPresent()
                    && ReportMilestone.happenedAt(entry).equals(stoppedAt)) {
                entry.lines().forEach(line -> byLine.putIfAbsent(line, entry));
            }
        }
        Map<TimelineEntry, List<Integer>> said = new LinkedHashMap<>();
        for (int line : deadline.lines()) {
            Optional.ofNullable(byLine.get(line))
                    .ifPresent(entry -> said.computeIfAbsent(entry, key -> new ArrayList<>())
                            .add(line));
        }
        return said.entrySet().stream()
                .map(each -> new PersonsWord(
                        each.getValue(),
                        each.getKey().time(),
                        each.getKey().actor().kind(),
                        stoppedAt))
                .toList();
    }

    /** Whether it was said only afterwards. */
    boolean isLate() {
        return at.truncatedTo(ChronoUnit.SECONDS).isAfter(happenedAt.truncatedTo(ChronoUnit.SECONDS));
    }

    /** What had been told before it was said as if it had not happened: a breach, or the end of the lines. */
    Optional<Fired> contradicted(ClaimDeadline deadline) {
        return deadline.fired().stream()
                .filter(fired -> fired.kind() == Effect.BREACH || fired.kind() == Effect.EXPIRY)
                .filter(fired -> fired.at().isAfter(happenedAt))
                .findFirst();
    }
}
