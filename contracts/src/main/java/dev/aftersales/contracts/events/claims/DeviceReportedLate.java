package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * After lines had ended for want of a device, somebody said that it was sent before that, or that it came (D4.2b, D?6). The
 * customer and those who have to do with the device are told, because they know that the lines had ended.
 *
 * @param clause that ended them
 * @param happenedAt when it was sent, or came
 * @param expiredAt when the lines had ended
 * @param reopened whether the lines go on; else it is kept on the lines that stay ended
 * @param heldUntil the last second until which a device that was sent is waited for; absent where the lines do not go on, or
 *     the device is there
 * @param otherClaims open claims about the same units, newest first
 * @param zone of the policy, of the IANA database, for example {@code Asia/Shanghai}
 */
@EventContract(type = "claims.device-reported-late.v1", topic = Topic.CLAIMS)
public record DeviceReportedLate(
        String claimId,
        String vendor,
        String policyVersion,
        CustomerRef customer,
        String clause,
        List<Integer> lines,
        What what,
        Instant happenedAt,
        Instant expiredAt,
        boolean reopened,
        @Nullable Instant heldUntil,
        List<String> otherClaims,
        String zone)
        implements Event {
    public DeviceReportedLate {
        lines = List.copyOf(lines);
        otherClaims = List.copyOf(otherClaims);
    }

    /** What was said of it. */
    public enum What {
        SENT,
        RECEIVED
    }
}
