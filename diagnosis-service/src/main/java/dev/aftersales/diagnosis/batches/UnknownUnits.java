package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.diagnosis.installedbase.InstalledBase;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Units that failed, and whose serial no sales contract has: mistyped, made up, or sold without being entered. They count all
 * the same, because a claim of them stands or falls by itself; but whoever hears of the batch is to know.
 */
@Component
class UnknownUnits {

    /** So many lines of an issue are read for a page at most; what is beyond that is only said to be there. */
    static final int COUNTED_AT_MOST = 10_000;

    private static final int STEP = 500;

    private final InstalledBase installed;
    private final IssueLines lines;

    UnknownUnits(InstalledBase installed, IssueLines lines) {
        this.installed = installed;
        this.lines = lines;
    }

    /**
     * How many there are.
     *
     * @param atLeast whether there may be more: only {@value #COUNTED_AT_MOST} lines are read
     */
    record Count(int units, boolean atLeast) {}

    /** Of the lines of an alarm, at most some hundreds. */
    int among(String vendor, Collection<CountedLine> alarm) {
        return unknown(
                        vendor,
                        alarm.stream()
                                .map(CountedLine::serial)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()))
                .size();
    }

    /** Of all lines that count, by what the installed base has now. */
    Count of(IssueFile issue) {
        return count((after, limit) -> lines.of(issue, after, limit), serials -> unknown(issue.vendor(), serials));
    }

    /** Lines of an issue, behind the one with that id. */
    interface Pages {
        List<IssueLine> of(@Nullable String after, int limit);
    }

    /** @param unknown those of some serials that nobody knows */
    static Count count(Pages lines, UnaryOperator<Set<String>> unknown) {
        Set<String> seen = new HashSet<>();
        int units = 0;
        String after = null;
        for (int read = 0; read < COUNTED_AT_MOST; read += STEP) {
            List<IssueLine> step = lines.of(after, STEP);
            Set<String> fresh = step.stream()
                    .map(IssueLine::serial)
                    .filter(Objects::nonNull)
                    .filter(seen::add)
                    .collect(Collectors.toSet());
            units += unknown.apply(fresh).size();
            if (step.size() < STEP) {
                return new Count(units, false);
            }
            after = step.getLast().id();
        }
        return new Count(units, !lines.of(after, 1).isEmpty());
    }

    private Set<String> unknown(String vendor, Set<String> serials) {
        Set<String> unknown = new HashSet<>(serials);
        unknown.removeAll(installed.soldOf(vendor, serials));
        return unknown;
    }
}
