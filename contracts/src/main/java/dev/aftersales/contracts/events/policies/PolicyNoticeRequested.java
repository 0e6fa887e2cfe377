package dev.aftersales.contracts.events.policies;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a vendor's customers are to be told that its policy will change (A6.2). No customer is named in two requests
 * for the same version, unless the first mail could not be delivered.
 *
 * @param noticeId the key: one request, for some of the customers
 * @param effectiveFrom the new version takes effect then, or later
 * @param changes what changes, in words; at most 48 KiB of them
 * @param moreChanges how many changes had no room
 * @param customers at most 200
 * @param zone of the policy, in which its day is meant; absent in events of before it was told
 */
@EventContract(type = "policies.policy-notice-requested.v1", topic = Topic.POLICY_NOTICES)
public record PolicyNoticeRequested(
        String noticeId,
        String policyVersion,
        String vendor,
        Instant effectiveFrom,
        List<Change> changes,
        int moreChanges,
        List<CustomerRef> customers,
        @Nullable String zone)
        implements Event {
    public PolicyNoticeRequested {
        changes = List.copyOf(changes);
        customers = List.copyOf(customers);
    }

    /** One thing that changes, told in both languages. */
    public record Change(String en, String zh) {}
}
