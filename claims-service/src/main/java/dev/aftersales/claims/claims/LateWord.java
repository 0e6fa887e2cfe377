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
import org.jspecify.annotations.Nullable;

/**
 * The word by which a clock was stopped, as the timeline keeps it. Who has to prove that a promise was kept has
 * to show when that was said, and in what office; who it was stands in the timeline alone.
 *
 * @param lines that it is about
 * @param at when it was said: business time; absent with the office
 * @param by in what office; absent where it was no person's word but news that came only after what it contradicts, and of
 *     which nobody keeps when it came
 * @param happenedAt when it is said to have happened
 */
record LateWord(List<Integer> lines, @Nullable Instant at, Actor.@Nullable Kind by, Instant happenedAt) {

    private static final List<Effect> GRAVEST_FIRST = List.of(Effect.EXPIRY, Effect.BREACH, Effect.HOLD, Effect.TARGET);

    LateWord {
        lines = List.copyOf(lines);
    }

    /** The words that stopped that clock for its lines, oldest first; none where it runs, or was stopped by something else. */
    static List<LateWord> stopping(Claim claim, ClaimDeadline deadline) {
        if (!(deadline.standing() instanceof ClockStanding.Reckoned reckoned) || reckoned.stoppedAt() == null) {
            return List.of();
        }
        if (ReportMilestone.Reported.of(deadline.clock().stop()).isEmpty()) {
            LateWord news = new LateWord(deadline.lines(), null, null, reckoned.stoppedAt());
            return news.contradicted(deadline).isPresent() ? List.of(news) : List.of();
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
                .map(each -> new LateWord(
                        each.getValue(),
                        each.getKey().time(),
                        each.getKey().actor().kind(),
                        stoppedAt))
                .toList();
    }

    /** Whether it was said only afterwards. */
    boolean isLate() {
        return at == null || at.truncatedTo(ChronoUnit.SECONDS).isAfter(happenedAt.truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * What had been told before it was said as if it had not happened: the end of the lines, or a breach, or else that the end
     * was held off, or a warning.
     */
    Optional<Fired> contradicted(ClaimDeadline deadline) {
        return GRAVEST_FIRST.stream()
                .flatMap(kind -> deadline.fired().stream()
                        .filter(fired -> fired.kind() == kind)
                        .filter(fired -> fired.at().isAfter(happenedAt)))
                .findFirst();
    }
}
