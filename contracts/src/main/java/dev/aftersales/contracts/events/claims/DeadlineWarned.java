package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise's target has come, or a day on which one is reminded, and it is not kept yet.
 *
 * @param clause that promises it
 * @param lines of which it is promised, and that lack it yet
 * @param number of the reminder, from 1; absent when it is no reminder
 * @param countsFrom the start, or the moment from which the policy counts instead (A?4: a late event buys no time)
 * @param warnedAt the target, or the moment of the reminder
 * @param dueAt the last second in which it is in time
 * @param heldSince where what is under way holds an ending off: the moment at which it would have come; {@code dueAt} is then
 *     the last second of the grace (D4.2b, reading D?6). Absent where nothing is held off.
 * @param zone of the policy, of the IANA database, for example {@code Asia/Shanghai}
 * @param tell who is told, each once
 */
@EventContract(type = "claims.deadline-warned.v1", topic = Topic.CLAIMS)
public record DeadlineWarned(
        String claimId,
        String vendor,
        String policyVersion,
        CustomerRef customer,
        String clause,
        Promised promise,
        List<Integer> lines,
        Kind kind,
        @Nullable Integer number,
        Instant countsFrom,
        Instant warnedAt,
        Instant dueAt,
        @Nullable Instant heldSince,
        String zone,
        List<Addressee> tell)
        implements Event {
    public DeadlineWarned {
        lines = List.copyOf(lines);
        tell = List.copyOf(tell);
    }

    /** Why one is warned. */
    public enum Kind {
        /** The promise should be kept by now; its limit is still to come. */
        TARGET,
        /** A day on which the policy has one reminded (D4.2a, reading R-D6). */
        REMINDER
    }
}
