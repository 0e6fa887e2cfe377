package dev.aftersales.claims.batches;

import dev.aftersales.chassis.aggregate.Due;
import dev.aftersales.claims.claims.BatchLink;
import dev.aftersales.claims.claims.Claim;
import dev.aftersales.claims.claims.Claims;
import dev.aftersales.claims.claims.LineState;
import dev.aftersales.claims.claims.LinkBatchIssue;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the customers whom a batch issue concerns, and has them told; when it is closed, the claims that are linked with it,
 * and, if it is none, whoever was told. It may stop anywhere and begin again, in two instances
 * at once: a notice has the id of its issue, kind and customer, so that nobody is told twice.
 */
final class CustomerWalk {

    private static final int CLAIMS = 50;
    private static final int PEOPLE = 200;

    /** So many companies that nobody can be told for are named; the others are as hard to reach. */
    private static final int MOST_UNREACHED = 100;

    private final KnownIssues issues;
    private final BatchNotices notices;
    private final Claims claims;
    private final LinkBatchIssue links;
    private final Units units;
    private final Customers customers;
    private final Duration settle;
    private final Clock machineClock;

    CustomerWalk(
            KnownIssues issues,
            BatchNotices notices,
            Claims claims,
            LinkBatchIssue links,
            Units units,
            Customers customers,
            Duration settle,
            Clock machineClock) {
        this.issues = issues;
        this.notices = notices;
        this.claims = claims;
        this.links = links;
        this.units = units;
        this.customers = customers;
        this.settle = settle;
        this.machineClock = machineClock;
    }

    /** Issues because of which somebody is to be looked for by then, the longest due first. */
    List<Due> due(Instant until, @Nullable Due after, int most) {
        return issues.due(until, after, most);
    }

    /** Looks for whoever is due to be looked for; what comes up meanwhile is looked at in the next round. */
    Optional<Instant> walk(String id, Instant at) {
        issues.find(id).ifPresent(this::walk);
        return Optional.empty();
    }

    private void walk(KnownIssue issue) {
        KnownIssue.Closing closing = issue.closing();
        if (closing != null && isDue(closing.dueAt())) {
            tellOfClosing(issue, closing);
        }
        UnitGroup group = issue.group();
        if (group == null || !issue.isToBeTold()) {
            return;
        }
        if (isDue(issue.failedFrom())) {
            tellOwnersOfFailed(issue, group);
        }
        KnownIssue.Order order = issue.order();
        Instant asked = order == null ? null : order.from();
        if (order != null && asked != null && isDue(asked)) {
            tellOwnersOfSisters(issue, group, order.lots(), asked);
        }
    }

    private void tellOfClosing(KnownIssue issue, KnownIssue.Closing closing) {
        Instant at = now();
        eachClaim(issue, claim -> links.close(claim.id(), issue.id(), closing.over()));
        if (issue.isNone()) {
            List<String> beside = issues.standingBeside(issue);
            notices.withdraw(issue.vendor(), issue.id(), closing.over().at(), beside);
            // To these its units have failed alike so far.
            beside.forEach(other -> issues.change(other, issue.vendor(), known -> known.looksForSistersAgain(at)));
        }
        issues.change(issue.id(), issue.vendor(), known -> known.toldClosing(closing.asked(), at));
    }

    private void tellOwnersOfFailed(KnownIssue issue, UnitGroup group) {
        Map<String, CustomerRef> refs = new HashMap<>();
        Map<CustomerRef, Digest> digests = new LinkedHashMap<>();
        eachClaim(issue, claim -> {
            // A customer's later claim may know a later contact; one digest all the same.
            CustomerRef customer = refs.merge(claim.customer().id(), claim.customer(), (before, later) -> before);
            Digest digest = digests.computeIfAbsent(customer, any -> new Digest());
            digest.claim(claim.id());
            digest.faultCode(claim.faultCode());
            if (group.lot() != null) {
                digest.lot(group.lot());
            }
            if (claim.lines().stream().anyMatch(line -> line.state() instanceof LineState.AwaitingEvidence)) {
                digest.awaiting(claim.id());
            }
            counting(issue, claim).forEach(unit -> {
                if (unit.serial() == null) {
                    digest.unverified(unit.quantity());
                } else {
                    digest.serial(unit.serial());
                }
            });
        });
        notices.tell(issue, Kind.FAILED_UNITS, digests);
        Instant again = now().plus(settle);
        issues.change(issue.id(), issue.vendor(), known -> known.foundFailed(issue.asked(), again));
    }

    private void tellOwnersOfSisters(KnownIssue issue, UnitGroup group, List<String> lots, Instant asked) {
        FailedAlike failedAlike = new FailedAlike(issue, issues, claims);
        Map<String, Digest> claimants = new HashMap<>();
        eachClaim(issue, claim -> {
            failedAlike.claim(claim);
            counting(issue, claim).stream()
                    .filter(unit -> unit.serial() == null)
                    .forEach(unit -> claimants
                            .computeIfAbsent(claim.organisation(), any -> new Digest())
                            .claimedWithoutSerial(unit.quantity(), claim.id()));
        });
        Map<String, Digest> owners = new LinkedHashMap<>();
        String model = group.model();
        if (model != null) {
            // Of a model of which many were sold nothing is held but what each company is told.
            units.eachSold(issue.vendor(), model, lots, (lot, holders) -> {
                failedAlike.lookUp(holders.keySet());
                holders.forEach((serial, organisation) -> {
                    if (!failedAlike.contains(serial)) {
                        Digest digest = owners.computeIfAbsent(
                                organisation, any -> claimants.getOrDefault(organisation, new Digest()));
                        digest.another(serial);
                        if (lot != null) {
                            digest.lot(lot);
                        }
                    }
                });
            });
        }
        List<String> unreached = new ArrayList<>();
        owners.forEach((organisation, digest) -> {
            failedAlike.faultCodes().forEach(digest::faultCode);
            if (!tell(issue, organisation, digest) && unreached.size() < MOST_UNREACHED) {
                unreached.add(organisation);
            }
        });
        Instant again = now();
        issues.change(issue.id(), issue.vendor(), known -> known.foundSisters(asked, unreached, again));
    }

    /** @return false when nobody acts for the company */
    private boolean tell(KnownIssue issue, String organisation, Digest digest) {
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
                notices.tell(issue, Kind.SISTER_UNITS, digests);
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

    private boolean isDue(@Nullable Instant from) {
        return from != null && !from.isAfter(now());
    }

    private Instant now() {
        return machineClock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
