package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.policies.PolicyNoticeWithdrawn;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.News;
import dev.aftersales.notifications.templates.PolicyNews;
import org.springframework.stereotype.Component;

/** Tells each customer whom a notice reached that the policy will not change as it said. */
@Component
class OnPolicyNoticeWithdrawn implements Reaction<PolicyNoticeWithdrawn> {

    private final RequestNotification request;

    OnPolicyNoticeWithdrawn(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<PolicyNoticeWithdrawn> event() {
        return PolicyNoticeWithdrawn.class;
    }

    /** A repeat, also after a crash among the customers, finds the letters of those who were told already. */
    @Override
    public void react(Received<PolicyNoticeWithdrawn> event) {
        PolicyNoticeWithdrawn told = event.data();
        News news = new PolicyNews.PolicyNoticeWithdrawn(
                told.noticeId(), told.policyVersion(), told.inForce(), told.next());
        told.customers().forEach(customer -> request.because(event, customer, news));
    }
}
