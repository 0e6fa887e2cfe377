package dev.aftersales.claims.deadlines;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.Opening;
import dev.aftersales.chassis.calendars.YearUnknown;
import dev.aftersales.chassis.deadlines.DeadlineState;
import dev.aftersales.chassis.deadlines.Deadlines;
import dev.aftersales.chassis.deadlines.Pause;
import dev.aftersales.chassis.deadlines.Promise;
import dev.aftersales.chassis.deadlines.Reckoning;
import dev.aftersales.chassis.deadlines.Start;
import dev.aftersales.claims.adjudication.rules.Condition;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.adjudication.rules.Provision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reckons the clocks of one policy version. Pure: it knows neither claims nor the time of day. */
public final class PolicyClocks {

    /** The fact on which a clock of one class of faults hangs. */
    public static final String FAULT_CLASS = "faultClass";

    private static final String RECURRING = "RECURRING";

    private final PolicyRules rules;
    private final @Nullable BusinessCalendar calendar;
    private final Deadlines deadlines;
    private final CustomersClock customers;

    /**
     * @param calendar that the policy names; absent when it names none. One of another zone than the policy is as good as
     *     none: a day would begin twice.
     */
    public PolicyClocks(PolicyRules rules, @Nullable BusinessCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar == null || calendar.zone().equals(rules.zone()) ? calendar : null;
        this.deadlines = new Deadlines(rules.zone(), this.calendar);
        this.customers = new CustomersClock(rules);
    }

    /**
     * Every clock that these facts do not rule out, in the policy's order. One that cannot be reckoned, for want of a
     * calendar or of a year in it, says so and holds up no other.
     *
     * @throws IllegalArgumentException if a clock would run for more than a thousand years
     */
    public List<ClockStanding> standings(Given given) {
        List<ClockStanding> standings = new ArrayList<>();
        for (PromisedTime clock : rules.clocks()) {
            standing(clock, given).ifPresent(standings::add);
        }
        return standings;
    }

    /** Whether the promise recurs, every time reckoned from the first start (E5.2, E7.3). */
    public static boolean recurs(PolicyRules rules, PromisedTime clock) {
        return clock.unit() == PromisedTime.Unit.MONTHS
                && rules.communication().stream()
                        .anyMatch(provision -> provision.rule().equals(RECURRING)
                                && provision.clause().equals(clock.clause()));
    }

    /** Whether it can only be reckoned by a calendar. */
    public static boolean needsCalendar(PromisedTime clock) {
        return clock.unit() == PromisedTime.Unit.BUSINESS_DAYS
                || clock.unit() == PromisedTime.Unit.WORKING_DAYS
                || clock.unit() == PromisedTime.Unit.SERVICE_HOURS;
    }

    private Optional<ClockStanding> standing(PromisedTime clock, Given given) {
        if (isRuledOut(clock, given)) {
            return Optional.empty();
        }
        List<String> unknown = unknownFacts(clock, given);
        Instant startedAt = startedAt(clock, given);
        Instant stoppedAt = stoppedAt(clock, given.events());
        if (!unknown.isEmpty()) {
            return Optional.of(new ClockStanding.Undecided(clock, unknown, startedAt, stoppedAt));
        }
        Reckoning reckoning;
        try {
            reckoning = reckoned(clock, given, new HashSet<>());
        } catch (YearUnknown year) {
            ClockStanding.Lack lack = new ClockStanding.Lack(year.calendar(), year.year());
            return Optional.of(unreckonable(clock, lack, given, startedAt, stoppedAt));
        } catch (CalendarMissing missing) {
            return Optional.of(unreckonable(clock, ClockStanding.Lack.CALENDAR, given, startedAt, stoppedAt));
        }
        if (reckoning == null) {
            return Optional.of(new ClockStanding.NotStarted(clock));
        }
        List<Instant> escalations = new ArrayList<>();
        boolean late = stoppedAt != null && reckoning.isOver(stoppedAt);
        ClockStanding.Lack lacks =
                stoppedAt == null || late ? addEscalations(escalations, clock, reckoning, given) : null;
        DeadlineState state = reckoning.stateAt(given.asOf(), stoppedAt);
        Instant heldUntil = late && state == DeadlineState.BREACHED && customers.ends(clock)
                ? customers.endsAt(clock, reckoning, given.events())
                : null;
        boolean whileHeld = heldUntil != null && stoppedAt != null && stoppedAt.isBefore(heldUntil);
        return Optional.of(new ClockStanding.Reckoned(
                clock,
                reckoning,
                whileHeld ? DeadlineState.MET : state,
                given.asOf(),
                stoppedAt,
                whileHeld ? heldUntil : null,
                escalations,
                stoppedAt == null ? lacks : null));
    }

    private static ClockStanding unreckonable(
            PromisedTime clock,
            ClockStanding.Lack lacks,
            Given given,
            @Nullable Instant startedAt,
            @Nullable Instant stoppedAt) {
        Pause waiting = stoppedAt != null
                ? null
                : pauses(clock, given).stream()
                        .filter(pause -> pause.to() == null && !pause.from().isAfter(given.asOf()))
                        .findFirst()
                        .orElse(null);
        return new ClockStanding.Unreckonable(clock, lacks, startedAt, stoppedAt, waiting);
    }

    /**
     * When the steps of the escalation come: with the first second after the limit would be over that is longer by so many
     * units, so that days off and waits count as they do for the promise itself.
     *
     * @return what the further ones cannot be reckoned without
     */
    private ClockStanding.@Nullable Lack addEscalations(
            List<Instant> escalations, PromisedTime clock, Reckoning reckoning, Given given) {
        Promise promise = reckoning.promise();
        Integer limit = promise.limit();
        if (limit == null) {
            return null;
        }
        try {
            for (PromisedTime.Escalation step : clock.tell().escalated()) {
                Instant at = step.after() == 0
                        ? reckoning.breachAt()
                        : deadlines
                                .recurrence(
                                        promise.longerBy(step.after()),
                                        reckoning.recurrence(),
                                        reckoning.start(),
                                        pauses(clock, given))
                                .breachAt();
                if (at == null) {
                    return null;
                }
                escalations.add(at);
            }
            return null;
        } catch (YearUnknown year) {
            // Before that, the breach has it reckoned again.
            return reckoning.isOver(given.asOf()) || customers.isTheirs(clock)
                    ? new ClockStanding.Lack(year.calendar(), year.year())
                    : null;
        }
    }

    /** When what starts it happened, or set it going anew. */
    private static @Nullable Instant startedAt(PromisedTime clock, Given given) {
        Given.Anew anew = clock.stop() == null ? null : given.anew().get(clock.stop());
        return anew != null
                ? anew.at()
                : clock.start() == null ? null : given.events().get(clock.start());
    }

    private @Nullable Instant stoppedAt(PromisedTime clock, Map<String, Instant> events) {
        Instant stopped = clock.stop() == null ? null : events.get(clock.stop());
        return stopped == null ? customers.doneAt(clock, events) : stopped;
    }

    private static boolean isRuledOut(PromisedTime clock, Given given) {
        String faultClass = given.facts().get(FAULT_CLASS);
        if (clock.faultClass() != null
                && faultClass != null
                && !clock.faultClass().name().equals(faultClass)) {
            return true;
        }
        return clock.when().stream().anyMatch(condition -> {
            String value = given.facts().get(condition.fact());
            return value != null && !condition.in().contains(value);
        });
    }

    private static List<String> unknownFacts(PromisedTime clock, Given given) {
        List<String> unknown = new ArrayList<>();
        if (clock.faultClass() != null && !given.facts().containsKey(FAULT_CLASS)) {
            unknown.add(FAULT_CLASS);
        }
        clock.when().stream()
                .map(Condition::fact)
                .filter(fact -> !given.facts().containsKey(fact))
                .forEach(unknown::add);
        return unknown;
    }

    /** @param path clocks that wait for this one's start, so that a circle of clocks ends */
    private @Nullable Reckoning reckoned(PromisedTime clock, Given given, Set<PromisedTime> path) {
        Start start = path.add(clock) ? start(clock, given, path) : null;
        path.remove(clock);
        if (start == null) {
            return null;
        }
        int recurrence = recurs(rules, clock) ? given.recurrence() : 1;
        Promise promise = promise(rules, clock);
        if (promise.needsCalendar() && calendar == null) {
            throw new CalendarMissing();
        }
        return deadlines.recurrence(promise, recurrence, start, pauses(clock, given));
    }

    /** This clock, or one whose due time would start it, is counted by a calendar, and there is none. */
    private static final class CalendarMissing extends RuntimeException {}

    /** Those that hold this clock up: what the vendor waits for itself costs its own time. */
    private static List<Pause> pauses(PromisedTime clock, Given given) {
        return given.pauses().stream()
                .filter(pause -> clock.paused().by().stream()
                        .anyMatch(wait -> wait.name().equals(pause.by())))
                .toList();
    }

    /**
     * By the event, or by the earlier due time of a promise that the event was to fulfil: late is no gain (A?4). What the
     * customer does late starts nothing of the vendor's before it is done.
     */
    private @Nullable Start start(PromisedTime clock, Given given, Set<PromisedTime> path) {
        String event = clock.start();
        if (event == null) {
            return null;
        }
        Instant happenedAt = given.events().get(event);
        Start start = happenedAt == null ? null : Start.at(event, happenedAt);
        for (PromisedTime before : rules.clocks()) {
            if (!event.equals(before.stop())
                    || customers.isTheirs(before)
                    || path.contains(before)
                    || isRuledOut(before, given)
                    || !unknownFacts(before, given).isEmpty()) {
                continue;
            }
            Reckoning promised = reckoned(before, given, path);
            Start chained = promised == null ? null : Start.chained(event, promised, happenedAt, given.asOf());
            if (chained != null && (start == null || chained.countsFrom().isBefore(start.countsFrom()))) {
                start = chained;
            }
        }
        Given.Anew anew = clock.stop() == null ? null : given.anew().get(clock.stop());
        return start != null && anew != null && start.countsFrom().isBefore(anew.at())
                ? Start.at(anew.event(), anew.at())
                : start;
    }

    /** What the clock promises, with the policy's close of business. */
    public static Promise promise(PolicyRules rules, PromisedTime clock) {
        PromisedTime.Unit unit = clock.unit();
        Integer limit = clock.limit();
        if (unit == null || limit == null) {
            return Promise.none(clock.clause());
        }
        Promise promise = Promise.within(clock.clause(), limit, of(unit));
        if (clock.target() != null) {
            promise = promise.from(clock.target());
        }
        if (clock.hoursOf() != null && of(unit) == Promise.Unit.SERVICE_HOURS) {
            return promise.openEveryDay(hoursOf(rules, clock.hoursOf()));
        }
        return rules.closeOfBusiness() != null && of(unit).isWorked()
                ? promise.closingAt(rules.closeOfBusiness().value())
                : promise;
    }

    /** Those of every day, so that no calendar is asked (B?4: "every day" includes public holidays). */
    private static List<Opening> hoursOf(PolicyRules rules, String clause) {
        return rules.communication().stream()
                .filter(provision -> provision.rule().equals(PromisedTime.HOTLINE_HOURS))
                .filter(provision -> provision.clause().equals(clause))
                .map(Provision::parameters)
                .map(hours -> Opening.of(String.valueOf(hours.get("from")), String.valueOf(hours.get("to"))))
                .toList();
    }

    private static Promise.Unit of(PromisedTime.Unit unit) {
        return switch (unit) {
            case ELAPSED_HOURS -> Promise.Unit.ELAPSED_HOURS;
            case SERVICE_HOURS -> Promise.Unit.SERVICE_HOURS;
            case CALENDAR_DAYS -> Promise.Unit.CALENDAR_DAYS;
            case WORKING_DAYS -> Promise.Unit.WORKING_DAYS;
            case BUSINESS_DAYS -> Promise.Unit.BUSINESS_DAYS;
            case MONTHS -> Promise.Unit.MONTHS;
        };
    }
}
