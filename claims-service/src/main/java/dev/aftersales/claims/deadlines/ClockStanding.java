package dev.aftersales.claims.deadlines;

import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.chassis.deadlines.DeadlineState;
import dev.aftersales.chassis.deadlines.Pause;
import dev.aftersales.chassis.deadlines.Reckoning;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one clock of a policy stands. */
public sealed interface ClockStanding {

    PromisedTime clock();

    /** In one word. */
    DeadlineState state();

    /**
     * It was started, or counts from when what starts it was due.
     *
     * @param asOf when it stands so
     * @param stoppedAt when what it promises was done; absent while it is not
     * @param heldUntil where it was done only while the end of the lines was held off: the first second that would have been
     *     too late for that (D?6); absent otherwise
     * @param escalations unless it was done in time: when each step of the escalation comes, as far as that can be reckoned
     * @param lacks what the further steps cannot be reckoned without; absent when nothing is missing
     */
    record Reckoned(
            PromisedTime clock,
            Reckoning reckoning,
            DeadlineState state,
            Instant asOf,
            @Nullable Instant stoppedAt,
            @Nullable Instant heldUntil,
            List<Instant> escalations,
            @Nullable Lack lacks)
            implements ClockStanding {
        public Reckoned {
            escalations = List.copyOf(escalations);
        }

        /** The same as long as it was not done. */
        Reckoned unstopped() {
            return new Reckoned(clock, reckoning, reckoning.stateAt(asOf, null), asOf, null, null, escalations, lacks);
        }
    }

    /** What starts it has not come. */
    record NotStarted(PromisedTime clock) implements ClockStanding {
        @Override
        public DeadlineState state() {
            return clock.none() ? DeadlineState.NO_COMMITMENT : DeadlineState.NOT_STARTED;
        }
    }

    /**
     * Whether it runs hangs on facts that nobody gave.
     *
     * @param facts their names
     * @param startedAt when what starts it happened; absent while it has not
     * @param stoppedAt when what it would promise was done; absent while it is not
     */
    record Undecided(
            PromisedTime clock,
            List<String> facts,
            @Nullable Instant startedAt,
            @Nullable Instant stoppedAt) implements ClockStanding {
        public Undecided {
            facts = List.copyOf(facts);
        }

        @Override
        public DeadlineState state() {
            return DeadlineState.UNDECIDED;
        }
    }

    /**
     * It would have to be counted over days of which nobody knows whether they are worked.
     *
     * @param lacks what would have to be there
     * @param startedAt when what starts it happened; absent while it has not, and was due
     * @param stoppedAt when what it promises was done; absent while it is not
     * @param waiting for what it stands still; absent where it does not, or is done
     */
    record Unreckonable(
            PromisedTime clock,
            Lack lacks,
            @Nullable Instant startedAt,
            @Nullable Instant stoppedAt,
            @Nullable Pause waiting)
            implements ClockStanding {
        @Override
        public DeadlineState state() {
            return DeadlineState.UNRECKONABLE;
        }
    }

    /**
     * What a clock cannot be reckoned without.
     *
     * @param calendar that lacks the year; absent when there is none of the policy's zone
     * @param year that it does not hold; absent exactly with the calendar
     */
    record Lack(
            @Nullable CalendarVersion calendar, @Nullable Integer year) {

        static final Lack CALENDAR = new Lack(null, null);
    }
}
