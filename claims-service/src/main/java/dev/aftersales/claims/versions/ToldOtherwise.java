package dev.aftersales.claims.versions;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.claims.versions.NoticeRequest.Otherwise;
import dev.aftersales.claims.versions.NoticeRequest.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A customer whom no mail reaches is told of a version by other means, so that a dead mailbox does not keep it from taking
 * effect for ever (A6.2). It counts like a mail of that day: the notice period runs from then.
 */
final class ToldOtherwise {

    private final Aggregates<PolicyVersion> versions;
    private final NoticeRequests requests;
    private final Clock businessClock;

    ToldOtherwise(Aggregates<PolicyVersion> versions, NoticeRequests requests, Clock businessClock) {
        this.versions = versions;
        this.requests = requests;
        this.businessClock = businessClock;
    }

    /**
     * Takes it down, with who says so and how it was done; saying it again changes nothing.
     *
     * @param how by which means, in the person's words
     * @param by the person's id
     */
    Outcome told(PolicyVersion version, String customer, String how, String by) {
        if (!(version.stage() instanceof Stage.Noticed)) {
            return new Outcome.TooLate(version.stage());
        }
        while (true) {
            // The number first: a walk that asks for another mail takes it, or sees what is taken down here.
            int number = requests.nextNumber(version.vendor(), version.id());
            Recipient before = requests.told(version.vendor(), version.id(), List.of(customer))
                    .get(customer);
            if (before == null) {
                return new Outcome.NotAsked();
            }
            switch (before.state()) {
                case PENDING -> {
                    return new Outcome.MailUnderWay();
                }
                case SENT -> {
                    return entered(version, before);
                }
                case FAILED -> {
                    Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
                    Recipient told = before.told(new Otherwise(how, by), now);
                    if (requests.insert(new NoticeRequest(version.id(), version.vendor(), number, List.of(told)))) {
                        return entered(version, told);
                    }
                }
            }
        }
    }

    /** The history says it too, once; where an instance died between the two, the next request makes up for it. */
    private Outcome entered(PolicyVersion version, Recipient told) {
        Otherwise means = told.otherwise();
        Instant at = told.at();
        if (means == null || at == null) {
            return new Outcome.Done(version);
        }
        String customer = told.customer().id();
        return versions.<Outcome>decide(version.id(), (Stored<PolicyVersion> stored) -> {
                    PolicyVersion now = stored.state();
                    boolean said = now.history().stream()
                            .anyMatch(entry ->
                                    entry.act() == VersionEntry.Act.CUSTOMER_TOLD && customer.equals(entry.customer()));
                    if (said) {
                        return Decision.refuse(new Outcome.Done(now));
                    }
                    PolicyVersion after = now.told(customer, means, at);
                    return Decision.commit(after, new Outcome.Done(after));
                })
                .orElseGet(Outcome.Unknown::new);
    }
}
