package dev.aftersales.claims.batches;

import dev.aftersales.claims.claims.BatchLink;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated;
import dev.aftersales.contracts.events.notices.BatchNoticeRequested.Kind;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * Takes down that customers are to be told of a batch issue. They are found when it has been quiet for a moment: the lines of
 * one import come in several events, and are to be one digest.
 */
public final class TellCustomers {

    private final KnownIssues issues;
    private final BatchNotices notices;
    private final BatchSettings settings;
    private final Clock machineClock;

    TellCustomers(KnownIssues issues, BatchNotices notices, BatchSettings settings, Clock machineClock) {
        this.issues = issues;
        this.notices = notices;
        this.settings = settings;
        this.machineClock = machineClock;
    }

    /** The issue was detected, and these have units of it; repeatable. */
    public void detected(String issue, String vendor, UnitGroup group, Set<CustomerRef> customers) {
        issues.change(issue, vendor, known -> known.detected(group));
        grew(issue, vendor, customers);
    }

    /** Units of these came to the issue; repeatable. */
    public void grew(String issue, String vendor, Set<CustomerRef> customers) {
        List<String> ids = customers.stream().map(CustomerRef::id).toList();
        if (notices.told(issue, Kind.FAILED_UNITS, ids).size() < Set.copyOf(ids).size()) {
            Instant from = now().plus(settings.settleOrUsual());
            Instant atLatest = now().plus(settings.settleAtMostOrUsual());
            issues.change(issue, vendor, known -> known.looksForFailed(from, atLatest));
        }
        // What is heard after the closing has linked claims that know nothing of it.
        if (issues.find(issue).map(KnownIssue::closing).isPresent()) {
            Instant from = now();
            issues.change(issue, vendor, known -> known.linkedMore(from));
        }
    }

    /** The emergency plan was started, and may order that owners of sister units are told; repeatable. */
    public void ordered(EmergencyPlanInitiated plan) {
        if (plan.tellSisterOwners()) {
            KnownIssue.Order order = new KnownIssue.Order(plan.lots(), now(), List.of());
            issues.change(plan.batchIssueId(), plan.vendor(), known -> known.ordered(order));
        }
    }

    /**
     * A person closed it: its claims are told so. If it was found to be none, nobody more is told of it, and who was told is
     * told that; repeatable.
     */
    public void closed(String issue, String vendor, BatchLink.Over over) {
        Instant from = now();
        Instant lastLook = from.plus(settings.settleAtMostOrUsual());
        issues.change(issue, vendor, known -> known.closed(over, from, lastLook));
    }

    private Instant now() {
        return machineClock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
