package dev.aftersales.claims.batches;

import dev.aftersales.chassis.store.Outages;
import dev.aftersales.claims.claims.BatchLink;
import dev.aftersales.claims.claims.Claim;
import dev.aftersales.claims.claims.Claims;
import dev.aftersales.claims.customers.Customers;
import dev.aftersales.claims.units.Units;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.notices.BatchNoticeRequested.Kind;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the customers whom a batch issue concerns, and has them told. It may stop anywhere and begin again, in two instances
 * at once: a notice has the id of its issue, kind and customer, so that nobody is told twice.
 */
final class CustomerWalk implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(CustomerWalk.class);
    private static final int AT_ONCE = 20;
    private static final int CLAIMS = 50;
    private static final int PEOPLE = 200;

    /** So many companies that nobody can be told for are named; the others are as hard to reach. */
    private static final int MOST_UNREACHED = 100;

    private final KnownIssues issues;
    private final BatchNotices notices;
    private final Claims claims;
    private final Units units;
    private final Customers customers;
    private final Duration settle;
    private final Clock machineClock;

    /** Issues on which it failed: they hold up no other, and are logged once. */
    private final Set<String> failed = new HashSet<>();

    CustomerWalk(
            KnownIssues issues,
            BatchNotices notices,
            Claims claims,
            Units units,
            Customers customers,
            Duration settle,
            Clock machineClock) {
        this.issues = issues;
        this.notices = notices;
        this.claims = claims;
        this.units = units;
        this.customers = customers;
        this.settle = settle;
        this.machineClock = machineClock;
    }

    @Override
    public synchronized void run() {
        issues.due(now(), AT_ONCE).forEach(this::walk);
    }

    private void walk(String id) {
        try {
            issues.find(id).ifPresent(this::walk);
            failed.remove(id);
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            if (failed.add(id)) {
                log.atError()
                        .addKeyValue("batchIssue", id)
                        .setCause(e)
                        .log("The customers whom a batch issue concerns cannot be told");
            }
        }
    }

    private void walk(KnownIssue issue) {
        UnitGroup group = issue.group();
        if (group == null) {
            return;
        }
        if (isDue(issue.failedFrom())) {
            tellOwnersOfFailed(issue, group);
        }
        KnownIssue.Order order = issue.order();
        if (order != null && isDue(order.from())) {
            tellOwnersOfSisters(issue, group, order);
        }
    }

    private void tellOwnersOfFailed(KnownIssue issue, UnitGroup group) {
        Map<String, CustomerRef> refs = new HashMap<>();
        Map<CustomerRef, Digest> digests = new LinkedHashMap<>();
        eachClaim(issue, claim -> {
            // A customer's later claim may know a later contact; one digest all the same.
            CustomerRef customer = refs.merge(claim.customer().id(), claim.customer(), (before, later) -> before);
            Digest digest = digests.computeIfAbsent(customer, any -> new Digest());
            digest.claim(claim.id());
            counting(issue, claim).forEach(unit -> {
                if (unit.serial() == null) {
                    digest.unverified(unit.quantity());
                } else {
                    digest.serial(unit.serial());
                }
            });
        });
        notices.tell(issue, Kind.FAILED_UNITS, group.lot() == null ? List.of() : List.of(group.lot()), digests);
        Instant again = now().plus(settle);
        issues.change(issue.id(), issue.vendor(), known -> known.foundFailed(issue.asked(), again));
    }

    private void tellOwnersOfSisters(KnownIssue issue, UnitGroup group, KnownIssue.Order order) {
        Map<String, String> holders = new LinkedHashMap<>();
        String model = group.model();
        if (model != null) {
            units.eachSold(
                    issue.vendor(), model, order.lots(), (organisation, serial) -> holders.put(serial, organisation));
        }
        FailedAlike failedAlike = new FailedAlike(issue, issues, claims);
        eachClaim(issue, failedAlike::claim);
        failedAlike.lookUp(holders.keySet());
        Map<String, Digest> owners = new LinkedHashMap<>();
        holders.forEach((serial, organisation) -> {
            if (!failedAlike.contains(serial)) {
                owners.computeIfAbsent(organisation, any -> new Digest()).serial(serial);
            }
        });
        List<String> unreached = new ArrayList<>();
        owners.forEach((organisation, digest) -> {
            if (!tell(issue, order, organisation, digest) && unreached.size() < MOST_UNREACHED) {
                unreached.add(organisation);
            }
        });
        issues.change(issue.id(), issue.vendor(), known -> known.foundSisters(unreached));
    }

    /** @return false when nobody acts for the company */
    private boolean tell(KnownIssue issue, KnownIssue.Order order, String organisation, Digest digest) {
        String last = "";
        boolean anybody = false;
        List<CustomerRef> page;
        do {
            page = customers.actingFor(issue.vendor(), organisation, last, PEOPLE);
            if (!page.isEmpty()) {
                anybody = true;
                last = page.getLast().id();
                Map<CustomerRef, Digest> digests = new LinkedHashMap<>();
                page.forEach(customer -> digests.put(customer, digest));
                notices.tell(issue, Kind.SISTER_UNITS, order.lots(), digests);
            }
        } while (page.size() == PEOPLE);
        return anybody;
    }

    private void eachClaim(KnownIssue issue, Consumer<Claim> seen) {
        String last = "";
        List<Claim> page;
        do {
            page = claims.ofBatchIssue(issue.vendor(), issue.id(), last, CLAIMS);
            page.forEach(seen);
            last = page.isEmpty() ? last : page.getLast().id();
        } while (page.size() == CLAIMS);
    }

    private static List<BatchLink.Unit> counting(KnownIssue issue, Claim claim) {
        return claim.batchLink(issue.id()).map(BatchLink::counting).orElse(List.of());
    }

    private boolean isDue(@org.jspecify.annotations.Nullable Instant from) {
        return from != null && !from.isAfter(now());
    }

    private Instant now() {
        return machineClock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
