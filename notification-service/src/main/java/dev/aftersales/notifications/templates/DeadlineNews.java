package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.claims.Promised;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody is told of a promised time. */
public sealed interface DeadlineNews extends News {

    /**
     * Lines ended because the customer did not do in time what was theirs to do (D4.2b).
     *
     * @param claimClosed whether the claim is closed by it
     * @param expiredAt when they ended
     */
    record ClaimExpired(Deadline deadline, boolean claimClosed, Instant expiredAt) implements DeadlineNews {
        @Override
        public Template template() {
            return Template.CLAIM_EXPIRED;
        }
    }

    /**
     * The customer is reminded of a promise that is not kept yet, their own or the vendor's (D4.2a, reading R-D6).
     *
     * @param deadline of a reminder: by when it must be kept for the claim to go on
     * @param number of the reminder, from 1; absent where it is the promise's target that has come
     * @param at the day of the reminder, or the target
     */
    record DeadlineReminder(Deadline deadline, @Nullable Integer number, Instant at) implements DeadlineNews {
        @Override
        public Template template() {
            return Template.DEADLINE_REMINDER;
        }
    }

    /** The customer is told that a promise was not kept in time, their own or the vendor's. */
    record DeadlineMissed(Deadline deadline) implements DeadlineNews {
        @Override
        public Template template() {
            return Template.DEADLINE_MISSED;
        }
    }

    /**
     * The customer is told that lines would have ended, and that what is under way holds that off (D4.2b, reading R-D6).
     *
     * @param deadline by when it must be done now
     * @param since when they would have ended
     */
    record ClosingHeld(Deadline deadline, Instant since) implements DeadlineNews {
        @Override
        public Template template() {
            return Template.CLOSING_HELD;
        }
    }

    /** The customer, who was told that lines had ended, is told what becomes of them now (D4.2b, reading R-D6). */
    record DeviceReportedLate(LateDevice device) implements DeadlineNews {
        @Override
        public Template template() {
            return Template.DEVICE_REPORTED_LATE;
        }
    }

    /**
     * A team that has to do with the device is told the same.
     *
     * @param otherClaims open claims about the same units
     */
    record DeviceToSeeTo(LateDevice device, List<String> otherClaims) implements DeadlineNews {
        public DeviceToSeeTo {
            otherClaims = List.copyOf(otherClaims);
        }

        @Override
        public Template template() {
            return Template.DEVICE_TO_SEE_TO;
        }
    }

    /**
     * A device of which somebody spoke only after lines had ended for want of it.
     *
     * @param clause that ended them
     * @param sent whether it was sent; else it came
     * @param happenedAt when that was
     * @param expiredAt when the lines had ended
     * @param reopened whether they go on
     * @param heldUntil the last second until which the device is waited for; absent where it is not
     * @param zone in which the days of the policy begin and end
     */
    record LateDevice(
            String clause,
            List<Integer> lines,
            boolean sent,
            Instant happenedAt,
            Instant expiredAt,
            boolean reopened,
            @Nullable Instant heldUntil,
            String zone) {
        public LateDevice {
            lines = List.copyOf(lines);
            // As with a deadline.
            Objects.requireNonNull(ZoneId.of(zone));
        }
    }

    /**
     * A team is told that a promise is not kept yet.
     *
     * @param countsFrom from when its time counts
     * @param number of the reminder, from 1; absent where it is the promise's target that has come
     * @param at the target, or the day of the reminder
     */
    record DeadlineWarned(
            Deadline deadline, Instant countsFrom, @Nullable Integer number, Instant at) implements DeadlineNews {
        @Override
        public Template template() {
            return Template.DEADLINE_WARNED;
        }
    }

    /**
     * A team is told that a promise was not kept in time.
     *
     * @param countsFrom from when its time counted
     */
    record DeadlineBreached(Deadline deadline, Instant countsFrom) implements DeadlineNews {
        @Override
        public Template template() {
            return Template.DEADLINE_BREACHED;
        }
    }

    /**
     * What is over its limit and still not done is put before a team.
     *
     * @param countsFrom from when its time counted
     * @param number which step of the escalation it is, from 1
     */
    record DeadlineEscalated(Deadline deadline, Instant countsFrom, int number) implements DeadlineNews {
        @Override
        public Template template() {
            return Template.DEADLINE_ESCALATED;
        }
    }

    /**
     * What is promised by when.
     *
     * @param clause of the policy that promises it
     * @param lines of the claim of which it is promised
     * @param dueAt the last second in which it is in time
     * @param zone in which the days of the policy begin and end, for example {@code Asia/Shanghai}
     */
    record Deadline(
            String policyVersion, String clause, Promised promise, List<Integer> lines, Instant dueAt, String zone) {
        public Deadline {
            lines = List.copyOf(lines);
            // A letter whose times nobody can tell is found out when it is asked for, not when it is written.
            Objects.requireNonNull(ZoneId.of(zone));
        }
    }
}
