package dev.aftersales.claims.versions;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.customers.Customers;
import dev.aftersales.claims.customers.Customers.Reachable;
import dev.aftersales.claims.versions.NoticeRequest.Recipient;
import dev.aftersales.contracts.events.policies.PolicyNoticeRequested;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Finds the vendor's customers who have not been asked to be told of a version, and has them told. It may stop anywhere
 * and begin again, in two instances at once: a request's number is taken by one of them, who looked at all before it, so
 * nobody is named twice.
 */
final class NoticeWalk implements Runnable {

    private static final int OPEN_AT_ONCE = 20;

    private final Aggregates<PolicyVersion> versions;
    private final NoticeRequests requests;
    private final Customers customers;
    private final Contracts contracts;
    private final Announcement announcement;
    private final Clock businessClock;

    NoticeWalk(
            Aggregates<PolicyVersion> versions,
            NoticeRequests requests,
            Customers customers,
            Contracts contracts,
            Announcement announcement,
            Clock businessClock) {
        this.versions = versions;
        this.requests = requests;
        this.customers = customers;
        this.contracts = contracts;
        this.announcement = announcement;
        this.businessClock = businessClock;
    }

    /** Walks for every version whose notice is open. */
    @Override
    public void run() {
        versions.query(eq("noticeOpen", true), ascending("_id"), OPEN_AT_ONCE).forEach(stored -> {
            if (stored.state().stage() instanceof Stage.Noticed noticed) {
                walk(stored.state(), noticed.notice());
            }
        });
    }

    /**
     * Has everyone told who is not being told yet.
     *
     * @return how many customers that were
     */
    int walk(PolicyVersion version, Notice notice) {
        Announcement.Words words = announcement.of(version);
        int found = 0;
        String last = "";
        List<Reachable> page;
        do {
            page = customers.after(version.vendor(), last, NoticeRequest.MOST_RECIPIENTS);
            if (!page.isEmpty()) {
                last = page.getLast().customer().id();
                found += tell(version, notice, words, page);
            }
        } while (page.size() == NoticeRequest.MOST_RECIPIENTS);
        walked(version.id(), notice.rounds());
        return found;
    }

    private int tell(PolicyVersion version, Notice notice, Announcement.Words words, List<Reachable> page) {
        while (true) {
            // The number first: whoever is asked for in a request before it is seen below.
            OptionalInt next = requests.nextNumber(version.vendor(), version.id());
            if (next.isEmpty()) {
                // Given up meanwhile: nobody else hears of it.
                return 0;
            }
            int number = next.getAsInt();
            Map<String, Recipient> told = requests.told(
                    version.vendor(),
                    version.id(),
                    page.stream().map(one -> one.customer().id()).toList());
            List<Recipient> wanted = page.stream()
                    .filter(one -> isWanted(told.get(one.customer().id()), notice))
                    .map(one -> recipient(version, one, told.get(one.customer().id()), notice))
                    .toList();
            if (wanted.isEmpty()) {
                return 0;
            }
            NoticeRequest request = new NoticeRequest(version.id(), version.vendor(), number, wanted);
            PolicyNoticeRequested event = new PolicyNoticeRequested(
                    NoticeRequest.idOf(version.id(), number),
                    version.id(),
                    version.vendor(),
                    notice.effectiveFrom(),
                    words.changes(),
                    words.more(),
                    wanted.stream().map(Recipient::customer).toList(),
                    words.zone());
            if (requests.insert(request, event)) {
                return wanted.size();
            }
        }
    }

    private static boolean isWanted(@Nullable Recipient before, Notice notice) {
        return before == null || (notice.retry() && before.state() == NoticeRequest.State.FAILED);
    }

    private Recipient recipient(PolicyVersion version, Reachable reachable, @Nullable Recipient before, Notice notice) {
        return before == null
                ? Recipient.of(reachable.customer(), isLate(version, reachable, notice.walkedAt()), false)
                : Recipient.of(reachable.customer(), before.late(), true);
    }

    /**
     * Whether the notice period need not wait for somebody who was found now: all had been found before, and this is not the
     * first of an organisation that was a client by then.
     */
    private boolean isLate(PolicyVersion version, Reachable reachable, @Nullable Instant walkedAt) {
        String organisation = reachable.organisation();
        return walkedAt != null
                && (organisation == null
                        || !contracts.heldBy(version.vendor(), organisation, walkedAt)
                        || isBeingTold(version, organisation));
    }

    private boolean isBeingTold(PolicyVersion version, String organisation) {
        String vendor = version.vendor();
        if (!requests.toldOrganisations(vendor, version.id(), List.of(organisation))
                .isEmpty()) {
            return true;
        }
        String last = "";
        List<String> page;
        do {
            page = customers.ofOrganisation(vendor, organisation, last, NoticeRequest.MOST_RECIPIENTS);
            if (requests.told(vendor, version.id(), page).values().stream().anyMatch(one -> !one.late())) {
                return true;
            }
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == NoticeRequest.MOST_RECIPIENTS);
        return false;
    }

    /** Unless another round was asked for meanwhile. */
    private void walked(String id, int rounds) {
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        versions.<Boolean>decide(
                id,
                stored -> stored.state().stage() instanceof Stage.Noticed noticed
                                && noticed.notice().open()
                                && noticed.notice().rounds() == rounds
                        ? Decision.commit(stored.state().with(noticed.notice().walked(now)), true)
                        : Decision.refuse(false));
    }
}
