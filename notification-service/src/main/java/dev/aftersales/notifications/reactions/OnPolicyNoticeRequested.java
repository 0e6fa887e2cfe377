package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.policies.PolicyNoticeRequested;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.News;
import dev.aftersales.notifications.templates.PolicyNews;
import org.springframework.stereotype.Component;

/** Tells each customer whom the request names what will change in the policy, and from when (A6.2). */
@Component
class OnPolicyNoticeRequested implements Reaction<PolicyNoticeRequested> {

    private final RequestNotification request;

    OnPolicyNoticeRequested(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<PolicyNoticeRequested> event() {
        return PolicyNoticeRequested.class;
    }

    /** A repeat, also after a crash among the customers, finds the letters of those who were told already. */
    @Override
    public void react(Received<PolicyNoticeRequested> event) {
        PolicyNoticeRequested told = event.data();
        News news = new PolicyNews.PolicyNotice(
                told.noticeId(),
                told.policyVersion(),
                told.effectiveFrom(),
                told.changes(),
                told.moreChanges(),
                told.zone());
        told.customers().forEach(customer -> request.because(event, customer, news));
    }
}
