package dev.aftersales.contracts.events.policies;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers who were told by mail that a vendor's policy will change are to be told that it will not. No customer is named
 * twice for the same version; one whose first mail was still under way is named when it has been accepted.
 *
 * @param noticeId the key: the request by which they were told
 * @param policyVersion that does not take effect
 * @param inForce the version that was in force when the other was given up; absent where the vendor had none
 * @param customers at most 200
 * @param next the version that was set then to take effect; absent where none was
 */
@EventContract(type = "policies.policy-notice-withdrawn.v1", topic = Topic.POLICY_NOTICES)
public record PolicyNoticeWithdrawn(
        String noticeId,
        String policyVersion,
        String vendor,
        @Nullable String inForce,
        Instant withdrawnAt,
        List<CustomerRef> customers,
        @Nullable Next next)
        implements Event {
    public PolicyNoticeWithdrawn {
        customers = List.copyOf(customers);
    }

    /**
     * A version that is set to take effect.
     *
     * @param zone of the policy, in which its day is meant
     */
    public record Next(String version, Instant effectiveFrom, String zone) {}
}
