package dev.aftersales.claims.claims;

import dev.aftersales.chassis.calendars.CalendarVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the deadlines of a claim are reckoned from, and what they have set off. Reckonings themselves are not kept: they
 * follow from this and the policy version.
 *
 * @param calendar by which days are counted, from the first time on that one is needed
 * @param milestones oldest first
 * @param fired oldest first
 * @param nextAt when the next deadline sets something off, if nothing happens before; absent when none will
 * @param awaits the first year that some of the deadlines cannot be reckoned without; absent when they all can
 */
public record ClaimClocks(
        @Nullable CalendarVersion calendar,
        List<Milestone> milestones,
        List<CustomerWait> waits,
        List<Fired> fired,
        @Nullable Instant nextAt,
        @Nullable AwaitedYear awaits) {

    static final ClaimClocks NONE = new ClaimClocks(null, List.of(), List.of(), List.of(), null, null);

    public ClaimClocks {
        milestones = List.copyOf(milestones);
        waits = List.copyOf(waits);
        fired = List.copyOf(fired);
    }

    ClaimClocks happened(Milestone milestone) {
        List<Milestone> all = new ArrayList<>(milestones);
        all.add(milestone);
        return new ClaimClocks(calendar, all, waits, fired, nextAt, awaits);
    }

    ClaimClocks fired(List<Fired> more) {
        List<Fired> all = new ArrayList<>(fired);
        all.addAll(more);
        return new ClaimClocks(calendar, milestones, waits, all, nextAt, awaits);
    }

    /** The same, with a line that was made of units of another one: it has lived through all that this one has. */
    ClaimClocks splitOff(int line, int from) {
        return new ClaimClocks(
                calendar,
                milestones.stream()
                        .map(each -> new Milestone(each.event(), each.at(), joined(each.lines(), line, from)))
                        .toList(),
                waits.stream()
                        .map(each ->
                                new CustomerWait(each.by(), each.from(), each.to(), joined(each.lines(), line, from)))
                        .toList(),
                fired.stream()
                        .map(each -> new Fired(
                                each.clause(),
                                each.stop(),
                                each.kind(),
                                each.number(),
                                each.at(),
                                joined(each.lines(), line, from)))
                        .toList(),
                nextAt,
                awaits);
    }

    private static List<Integer> joined(List<Integer> lines, int line, int from) {
        return lines.contains(from)
                ? Stream.concat(lines.stream(), Stream.of(line)).toList()
                : lines;
    }

    /** Whether that happened to the line already. */
    boolean has(String event, int line) {
        return milestones.stream()
                .anyMatch(milestone ->
                        milestone.event().equals(event) && milestone.lines().contains(line));
    }

    /** Whether the policy answered the line without a diagnosis, and none was asked for since. */
    boolean isAnsweredUndiagnosed(int line) {
        return times(Milestone.ANSWERED_UNDIAGNOSED, line) > times(Milestone.DIAGNOSIS_REQUESTED, line);
    }

    private long times(String event, int line) {
        return milestones.stream()
                .filter(milestone -> milestone.event().equals(event))
                .flatMap(milestone -> milestone.lines().stream())
                .filter(each -> each == line)
                .count();
    }

    /** The last time that this happened to the line. */
    Optional<Instant> last(String event, int line) {
        return milestones.stream()
                .filter(milestone ->
                        milestone.event().equals(event) && milestone.lines().contains(line))
                .map(Milestone::at)
                .max(Instant::compareTo);
    }

    /** Whether both would be reckoned from the same. */
    boolean reckonsAs(ClaimClocks other) {
        return milestones.equals(other.milestones) && waits.equals(other.waits) && fired.equals(other.fired);
    }

    ClaimClocks scheduled(@Nullable CalendarVersion by, @Nullable Instant next, @Nullable AwaitedYear year) {
        return new ClaimClocks(by, milestones, waits, fired, next, year);
    }
}
