package dev.aftersales.claims.versions;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.versions.NoticeRequest.Otherwise;
import dev.aftersales.claims.versions.NoticeRequest.Recipient;
import dev.aftersales.claims.versions.NoticeRequest.ToldOrganisation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A customer whom no mail reaches, or an organisation that has nobody to mail, is told of a version by other means, so that
 * a dead mailbox does not keep it from taking effect for ever (A6.2). It counts like a mail of that day: the notice period runs from then.
 */
final class ToldOtherwise {

    private final Aggregates<PolicyVersion> versions;
    private final NoticeRequests requests;
    private final Uncontacted uncontacted;
    private final Contracts contracts;
    private final Clock businessClock;

    ToldOtherwise(
            Aggregates<PolicyVersion> versions,
            NoticeRequests requests,
            Uncontacted uncontacted,
            Contracts contracts,
            Clock businessClock) {
        this.versions = versions;
        this.requests = requests;
        this.uncontacted = uncontacted;
        this.contracts = contracts;
        this.businessClock = businessClock;
    }

    /**
     * Takes it down, with who says so and how it was done; saying it again changes nothing.
     *
     * @param client a customer's id, or an organisation's
     * @param how by which means, in the person's words
     * @param by the person's id
     */
    Outcome told(PolicyVersion version, String client, String how, String by) {
        if (!(version.stage() instanceof Stage.Noticed noticed)) {
            return new Outcome.TooLate(version.stage());
        }
        while (true) {
            // The number first: a walk that asks for another mail takes it, or sees what is taken down here.
            OptionalInt next = requests.nextNumber(version.vendor(), version.id());
            if (next.isEmpty()) {
                return versions.find(version.id())
                        .<Outcome>map(
                                stored -> new Outcome.TooLate(stored.state().stage()))
                        .orElseGet(Outcome.Unknown::new);
            }
            int number = next.getAsInt();
            Recipient before = requests.told(version.vendor(), version.id(), List.of(client))
                    .get(client);
            if (before == null) {
                Outcome organisation = organisation(version, noticed.notice(), number, client, new Otherwise(how, by));
                if (organisation == null) {
                    continue;
                }
                return organisation;
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

    /** @return null when another request has taken the number */
    private @Nullable Outcome organisation(
            PolicyVersion version, Notice notice, int number, String organisation, Otherwise means) {
        String vendor = version.vendor();
        ToldOrganisation before = requests.toldOrganisations(vendor, version.id(), List.of(organisation))
                .get(organisation);
        if (before != null) {
            return entered(version, organisation, before.means(), before.at());
        }
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!uncontacted.includes(vendor, organisation, now)) {
            return new Outcome.NotAsked();
        }
        boolean late = notice.walkedAt() != null && !contracts.heldBy(vendor, organisation, notice.walkedAt());
        ToldOrganisation told = new ToldOrganisation(organisation, late, now, means);
        return requests.insert(new NoticeRequest(version.id(), vendor, number, List.of(), List.of(told), null))
                ? entered(version, organisation, means, now)
                : null;
    }

    /** The history says it too, once; where an instance died between the two, the next request makes up for it. */
    private Outcome entered(PolicyVersion version, Recipient told) {
        Otherwise means = told.otherwise();
        Instant at = told.at();
        if (means == null || at == null) {
            return new Outcome.Done(version);
        }
        return entered(version, told.customer().id(), means, at);
    }

    private Outcome entered(PolicyVersion version, String client, Otherwise means, Instant at) {
        return versions.<Outcome>decide(version.id(), (Stored<PolicyVersion> stored) -> {
                    PolicyVersion now = stored.state();
                    boolean said = now.history().stream()
                            .anyMatch(entry ->
                                    entry.act() == VersionEntry.Act.CUSTOMER_TOLD && client.equals(entry.customer()));
                    if (said) {
                        return Decision.refuse(new Outcome.Done(now));
                    }
                    PolicyVersion after = now.told(client, means, at);
                    return Decision.commit(after, new Outcome.Done(after));
                })
                .orElseGet(Outcome.Unknown::new);
    }
}
