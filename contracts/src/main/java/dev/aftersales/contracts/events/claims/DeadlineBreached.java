package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;

/**
 * A promise was not kept in time: its last second is over.
 *
 * @param clause that promises it
 * @param lines of which it is promised, and that lack it yet
 * @param countsFrom the start, or the moment from which the policy counts instead (A?4: a late event buys no time)
 * @param dueAt the last second in which it was in time
 * @param breachedAt the first second in which it was late
 * @param zone of the policy, of the IANA database, for example {@code Asia/Shanghai}
 * @param tell who is told, each once
 */
@EventContract(type = "claims.deadline-breached.v1", topic = Topic.CLAIMS)
public record DeadlineBreached(
        String claimId,
        String vendor,
        String policyVersion,
        CustomerRef customer,
        String clause,
        Promised promise,
        List<Integer> lines,
        Instant countsFrom,
        Instant dueAt,
        Instant breachedAt,
        String zone,
        List<Addressee> tell)
        implements Event {
    public DeadlineBreached {
        lines = List.copyOf(lines);
        tell = List.copyOf(tell);
    }
}
