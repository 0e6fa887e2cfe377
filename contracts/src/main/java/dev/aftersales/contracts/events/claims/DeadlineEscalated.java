package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;

/**
 * What was to be done in time is over its limit, still not done, and put before others of the vendor: a promise of the
 * vendor's, or what the customer was to do (D2.6).
 *
 * @param clause that promises it
 * @param lines of which it is promised, and that lack it yet
 * @param number which step of the escalation it is, from 1
 * @param countsFrom the start, or the moment from which the policy counts instead (A?4: a late event buys no time)
 * @param dueAt the last second in which it was in time
 * @param escalatedAt when the policy has it put before them
 * @param zone of the policy, of the IANA database, for example {@code Asia/Shanghai}
 * @param tell who of the vendor is told, each once; never the customer
 */
@EventContract(type = "claims.deadline-escalated.v1", topic = Topic.CLAIMS)
public record DeadlineEscalated(
        String claimId,
        String vendor,
        String policyVersion,
        CustomerRef customer,
        String clause,
        Promised promise,
        List<Integer> lines,
        int number,
        Instant countsFrom,
        Instant dueAt,
        Instant escalatedAt,
        String zone,
        List<Addressee> tell)
        implements Event {
    public DeadlineEscalated {
        lines = List.copyOf(lines);
        tell = List.copyOf(tell);
    }
}
