package dev.aftersales.claims.deadlines;

import dev.aftersales.chassis.deadlines.DeadlineState;
import dev.aftersales.chassis.deadlines.Ending;
import dev.aftersales.chassis.deadlines.Reckoning;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a clock sets off if nothing else happens, whatever of it has been told already.
 *
 * @param due in the order of the instants
 * @param endsAt the first second in which the lines have ended for want of what it is about; absent when they do not (D4.2b)
 * @param heldUntil the same for what is under way by the due time, while nothing is; absent when that holds nothing off (D?6)
 */
public record Schedule(
        List<Due> due, @Nullable Instant endsAt, @Nullable Instant heldUntil) {

    private static final Schedule NOTHING = new Schedule(List.of(), null, null);

    public Schedule {
        due = List.copyOf(due);
    }

    /**
     * One of them.
     *
     * @param number of the reminder, or of the step of the escalation, from 1; absent for anything else
     */
    public record Due(Effect what, @Nullable Integer number, Instant at) {}

    /**
     * All that it sets off when each is told in its time: of what was done, whatever was due before.
     *
     * @param events what happened
     */
    public static Schedule inTime(ClockStanding standing, CustomersClock customers, Map<String, Instant> events) {
        if (!(standing instanceof ClockStanding.Reckoned reckoned) || reckoned.stoppedAt() == null) {
            return of(standing, customers, events);
        }
        Instant stoppedAt = reckoned.stoppedAt();
        Schedule schedule = of(reckoned.unstopped(), customers, events);
        boolean ended = schedule.endsAt != null && schedule.endsAt.isBefore(stoppedAt);
        return new Schedule(
                schedule.due.stream()
                        // Only the breach is told as soon as the limit is over, whatever the fractions of that second.
                        .filter(due -> due.at().isBefore(stoppedAt)
                                || due.what() == Effect.BREACH
                                        && reckoned.reckoning().isOver(stoppedAt))
                        .toList(),
                ended ? schedule.endsAt : null,
                null);
    }

    /**
     * What is still told of it, whenever somebody looks: of what was done, nothing but that it was done too late.
     *
     * @param events what happened to the lines
     */
    public static Schedule of(ClockStanding standing, CustomersClock customers, Map<String, Instant> events) {
        if (!(standing instanceof ClockStanding.Reckoned reckoned)
                || reckoned.clock().none()) {
            return NOTHING;
        }
        PromisedTime clock = reckoned.clock();
        Reckoning reckoning = reckoned.reckoning();
        boolean open = reckoned.stoppedAt() == null;
        List<Due> due = new ArrayList<>();
        Instant endsAt = null;
        Instant heldUntil = null;
        if (customers.ends(clock)) {
            endsAt = open ? customers.endsAt(clock, reckoning, events) : null;
            Instant over = reckoning.breachAt();
            boolean held = endsAt != null && !endsAt.equals(over);
            add(due, Effect.HOLD, null, held ? over : null);
            add(due, Effect.EXPIRY, null, endsAt);
            boolean holds = open && !held && !reckoning.isOver(reckoned.asOf());
            heldUntil = holds ? customers.heldUntil(clock, reckoning) : null;
        } else if (!customers.isTheirs(clock)) {
            // Done too late is a breach as well, also when it was done before anybody looked.
            boolean broken = open || reckoned.state() == DeadlineState.BREACHED;
            add(due, Effect.BREACH, null, broken ? reckoning.breachAt() : null);
        }
        if (open) {
            boolean warns = !clock.tell().warned().isEmpty();
            add(due, Effect.TARGET, null, warns ? reckoning.targetAt() : null);
            addAll(due, Effect.ESCALATION, reckoned.escalations());
            addAll(due, Effect.REMINDER, customers.reminders(clock, reckoning));
        }
        due.sort(Comparator.comparing(Due::at));
        return new Schedule(due, endsAt, heldUntil);
    }

    /**
     * How the lines end, if nothing happens before; absent where they do not.
     *
     * @param asOf at which instant it stands so
     */
    public @Nullable Ending ending(Instant asOf) {
        if (endsAt != null && !endsAt.isAfter(asOf)) {
            return new Ending(Ending.How.ENDED, endsAt);
        }
        boolean held = due.stream().anyMatch(each -> each.what() == Effect.HOLD);
        return endsAt == null ? null : new Ending(held ? Ending.How.HELD : Ending.How.ENDS, endsAt);
    }

    private static void addAll(List<Due> due, Effect what, List<Instant> instants) {
        for (int i = 0; i < instants.size(); i++) {
            add(due, what, i + 1, instants.get(i));
        }
    }

    private static void add(List<Due> due, Effect what, @Nullable Integer number, @Nullable Instant at) {
        if (at != null) {
            due.add(new Due(what, number, at));
        }
    }
}
