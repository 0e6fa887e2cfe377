package dev.aftersales.diagnosis.batches;

import dev.aftersales.chassis.deadlines.DeadlineState;
import dev.aftersales.chassis.deadlines.DeadlineText;
import dev.aftersales.chassis.deadlines.Promise;
import dev.aftersales.chassis.languages.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By when the emergency plan is to be started, why, and how that stands.
 *
 * @param clause that promises it
 * @param start the event from which its time counts
 * @param stop the event that alone fulfils it
 * @param countsFrom absent where nothing is promised
 * @param dueAt the last second in which it is in time; absent where nothing is promised
 * @param doneAt when the plan was started; absent while it is not
 * @param told what was told so far, in its order
 * @param words the whole explanation, in both languages
 */
record PlanDeadlineView(
        String clause,
        @Nullable String reading,
        String start,
        String stop,
        @Nullable Instant countsFrom,
        @Nullable Instant dueAt,
        DeadlineState state,
        @Nullable Instant doneAt,
        List<PlanMoment> told,
        Text words) {

    private static final Map<String, Text> WORDS = Map.of(
            PlanClock.START, new Text("the batch is complete", "达到批量"),
            PlanClock.STOP, new Text("the emergency plan is started", "启动应急方案"));

    private static final DeadlineText TEXT =
            new DeadlineText(code -> WORDS.getOrDefault(code, Text.same(code))).until(PlanClock.STOP);

    /**
     * The deadline of an issue's plan.
     *
     * @param startedAt when the plan was; absent while it is not
     */
    static PlanDeadlineView of(IssueFile file, Instant asOf, @Nullable Instant startedAt) {
        PlanClock clock = PlanClock.of(file);
        if (clock == null) {
            return noCommitment(file, startedAt);
        }
        DeadlineState state = clock.reckoning().stateAt(asOf, startedAt);
        return promised(
                file,
                clock,
                state == DeadlineState.RUNNING && isWarned(clock, asOf) ? DeadlineState.WARNED : state,
                startedAt,
                TEXT.of(clock.reckoning(), asOf, startedAt));
    }

    /**
     * The deadline of what a person has found then to be no batch: neither kept nor broken. One that was over by then stays
     * broken, or a word said late would undo it.
     */
    static PlanDeadlineView cancelled(IssueFile file, Instant at) {
        PlanClock clock = PlanClock.of(file);
        if (clock == null) {
            return noCommitment(file, null);
        }
        return clock.reckoning().stateAt(at, null) == DeadlineState.BREACHED
                ? of(file, at, null)
                : promised(file, clock, DeadlineState.CANCELLED, null, TEXT.cancelled(clock.reckoning(), at));
    }

    private static PlanDeadlineView noCommitment(IssueFile file, @Nullable Instant startedAt) {
        String clause = file.terms().clause();
        return new PlanDeadlineView(
                clause,
                file.terms().reading(),
                PlanClock.START,
                PlanClock.STOP,
                null,
                null,
                DeadlineState.NO_COMMITMENT,
                startedAt,
                List.of(),
                TEXT.noCommitment(Promise.none(clause)));
    }

    private static PlanDeadlineView promised(
            IssueFile file, PlanClock clock, DeadlineState state, @Nullable Instant startedAt, Text words) {
        return new PlanDeadlineView(
                file.terms().clause(),
                file.terms().reading(),
                PlanClock.START,
                PlanClock.STOP,
                clock.countsFrom(),
                clock.dueAt(),
                state,
                startedAt,
                file.told(),
                words);
    }

    private static boolean isWarned(PlanClock clock, Instant asOf) {
        return !asOf.isBefore(clock.moments().getFirst().at());
    }
}
