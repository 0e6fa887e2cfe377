package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated.LotReach;
import dev.aftersales.contracts.events.batches.ResolutionKind;
import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.contracts.events.notices.BatchNoticeRequested.Kind;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Plan;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the templates about batch issues can name. Times are told in the zone of the policy. */
final class BatchView {

    /** Of what was told before it said its zone. */
    private static final String NO_ZONE = "UTC";

    private final Language language;
    private final Instant at;

    /** @param at business time at which the letter is written */
    BatchView(Language language, Instant at) {
        this.language = language;
        this.at = at;
    }

    Map<String, Object> of(BatchNews news) {
        return switch (news) {
            case BatchNews.OfBatchIssue issue -> issue(issue);
            case BatchNews.BatchNotice notice -> notice(notice);
            case BatchNews.BatchNoticeWithdrawn withdrawn -> withdrawn(withdrawn);
        };
    }

    private Map<String, Object> issue(BatchNews.OfBatchIssue news) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("batchIssue", news.batchIssue());
        putGroup(view, news.group());
        switch (news) {
            case BatchNews.BatchIssueDetected detected -> putDetected(view, detected);
            case BatchNews.EmergencyPlanWarned warned -> {
                putStillCounting(view, warned.units());
                putPromise(view, warned.promise());
                view.put("after", language.hours(warned.after()));
                putKnown(view, "left", left(warned.promise().dueAt()));
            }
            case BatchNews.EmergencyPlanOverdue overdue -> {
                putStillCounting(view, overdue.units());
                putPromise(view, overdue.promise());
                view.put(
                        "late",
                        language.length(Duration.between(overdue.promise().dueAt(), at)));
            }
            case BatchNews.EmergencyPlanInitiated initiated -> putInitiated(view, initiated);
            case BatchNews.BatchIssueResolved resolved -> putResolved(view, resolved);
        }
        return view;
    }

    private Map<String, Object> notice(BatchNews.BatchNotice notice) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("batchIssue", notice.batchIssue());
        view.put("units", notice.units());
        view.put(notice.units() == 1 ? "one" : "several", true);
        putKnown(view, "model", notice.model());
        putList(view, "faultCodes", Objects.requireNonNullElse(notice.faultCodes(), List.of()), 0);
        putList(view, "lots", notice.lots(), 0);
        putList(
                view,
                "serials",
                notice.serials(),
                notice.units() - notice.unverified() - notice.serials().size());
        putList(view, "claims", notice.claims(), 0);
        putList(view, "awaiting", Objects.requireNonNullElse(notice.awaitingClaims(), List.of()), 0);
        putUnverified(view, notice.units(), notice.unverified());
        Integer withoutSerial = notice.claimedWithoutSerial();
        if (withoutSerial != null) {
            view.put("withoutSerial", withoutSerial);
            view.put(withoutSerial == 1 ? "oneWithoutSerial" : "severalWithoutSerial", true);
        }
        return view;
    }

    private Map<String, Object> withdrawn(BatchNews.BatchNoticeWithdrawn withdrawn) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("batchIssue", withdrawn.batchIssue());
        putKnown(view, "model", withdrawn.model());
        putList(view, "faultCodes", Objects.requireNonNullElse(withdrawn.faultCodes(), List.of()), 0);
        List<BatchNews.TakenBack> takenBack = Objects.requireNonNullElse(withdrawn.takenBack(), List.of());
        if (!takenBack.isEmpty()) {
            int units = takenBack.stream().mapToInt(BatchNews.TakenBack::units).sum();
            view.put("units", units);
            view.put(units == 1 ? "one" : "several", true);
            view.put("takenBack", takenBack.stream().map(this::takenBack).toList());
        }
        List<String> standing = Objects.requireNonNullElse(withdrawn.standing(), List.of());
        putList(view, "standing", standing, 0);
        return view;
    }

    private Map<String, Object> takenBack(BatchNews.TakenBack of) {
        Map<String, Object> view = new LinkedHashMap<>();
        // Said of each, for what a part of a view does not say is looked for in the whole.
        Stream.of("lots", "serials", "someUnverified", "allUnverified").forEach(name -> view.put(name, false));
        view.put("failed", of.why() == Kind.FAILED_UNITS);
        view.put("ofUnits", of.units());
        putList(view, "lots", of.lots(), 0);
        putList(
                view,
                "serials",
                of.serials(),
                of.units() - of.unverified() - of.serials().size());
        putUnverified(view, of.units(), of.unverified());
        return view;
    }

    /** Longer than a value may be, so that the templates take it as it is: nothing is left in it to be made harmless. */
    private void putList(Map<String, Object> view, String name, List<String> values, int more) {
        if (!values.isEmpty()) {
            String listed = values.stream().map(PlainText::line).collect(Collectors.joining(language.comma()));
            view.put(name, more > 0 ? listed + language.andMore(more) : listed);
        }
    }

    private void putGroup(Map<String, Object> view, UnitGroup group) {
        view.put(
                "what",
                Stream.of(group.model(), group.faultFamily(), group.lot())
                        .filter(Objects::nonNull)
                        .map(PlainText::line)
                        .collect(Collectors.joining(language.comma())));
        putKnown(view, "contractHolder", group.contractHolder());
        putKnown(view, "model", group.model());
        putKnown(view, "faultFamily", group.faultFamily());
        putKnown(view, "lot", group.lot());
    }

    private void putDetected(Map<String, Object> view, BatchNews.BatchIssueDetected detected) {
        BatchRule terms = detected.terms();
        Plan plan = terms.plan();
        String zone = plan == null ? null : plan.zone();
        view.put("units", detected.units());
        view.put("threshold", terms.units());
        view.put("window", language.length(terms.window()));
        putUnverified(view, detected.units(), detected.unverified());
        Integer unknown = detected.unknownUnits();
        if (unknown != null && unknown > 0) {
            view.put("unknown", unknown);
            view.put(unknown == 1 ? "oneUnknown" : "severalUnknown", true);
            view.put(unknown < detected.units() ? "someUnknown" : "allUnknown", true);
            if (Boolean.TRUE.equals(detected.unknownAtLeast())) {
                view.put("unknownAtLeast", true);
            }
        }
        if (detected.group().lot() == null && terms.groupedBy().contains(Trait.LOT)) {
            view.put("lotUnknown", true);
        }
        if (!terms.groupedBy().contains(Trait.CONTRACT_HOLDER)) {
            view.put("allCustomers", true);
        }
        view.put("firstAt", moment(detected.firstAt(), zone));
        view.put("reachedAt", moment(detected.reachedAt(), zone));
        if (Boolean.TRUE.equals(detected.byThreshold())) {
            view.put("byThreshold", true);
        }
        if (Boolean.TRUE.equals(detected.byMove())) {
            view.put("byMove", true);
        }
        view.put("policyVersion", detected.policyVersion());
        view.put("clause", terms.clause());
        view.put("text", language.sentence(terms.text()));
        Words reading = terms.readingText();
        if (terms.reading() != null && reading != null) {
            view.put("reading", terms.reading());
            view.put("readingText", language.sentence(reading));
        }
        Instant due = detected.planDueAt();
        if (plan != null && due != null) {
            view.put("due", moment(due, zone));
            view.put("within", language.hours(plan.within()));
        }
    }

    private static void putUnverified(Map<String, Object> view, int units, int unverified) {
        if (unverified > 0) {
            view.put("unverified", unverified);
            view.put(unverified < units ? "someUnverified" : "allUnverified", true);
        }
    }

    /** Of an issue all of whose units were corrected or went elsewhere there is more to say than none. */
    private static void putStillCounting(Map<String, Object> view, int units) {
        view.put("units", units);
        if (units == 0) {
            view.put("emptied", true);
        }
    }

    private void putPromise(Map<String, Object> view, BatchNews.PlanPromise promise) {
        view.put("policyVersion", promise.policyVersion());
        view.put("clause", promise.clause());
        putKnown(view, "reading", promise.reading());
        view.put("text", language.sentence(promise.text()));
        view.put("countsFrom", moment(promise.countsFrom(), promise.zone()));
        view.put("due", moment(promise.dueAt(), promise.zone()));
    }

    private void putInitiated(Map<String, Object> view, BatchNews.EmergencyPlanInitiated initiated) {
        view.put("units", initiated.units());
        view.put("owner", initiated.owner());
        view.put(initiated.containment().name(), true);
        view.put(initiated.tellSisterOwners() ? "ownersAreTold" : "ownersAreNotTold", true);
        putList(view, "lots", initiated.lots(), 0);
        List<LotReach> reach = Objects.requireNonNullElse(initiated.reach(), List.of());
        if (!reach.isEmpty()) {
            view.put("reach", reach.stream().map(BatchView::reached).toList());
        }
        view.put("initiatedAt", moment(initiated.initiatedAt(), initiated.zone()));
        Instant due = initiated.dueAt();
        if (due != null) {
            view.put("due", moment(due, initiated.zone()));
            view.put(initiated.inTime() ? "inTime" : "tooLate", true);
        }
    }

    private static Map<String, Object> reached(LotReach of) {
        Map<String, Object> view = new LinkedHashMap<>();
        putKnown(view, "lot", of.lot());
        // Said of each, for what a part of a view does not say is looked for in the whole.
        view.put("ofLot", of.lot() != null);
        view.put("units", of.units());
        view.put("owners", of.owners());
        view.put("atLeast", of.atLeast());
        view.put("unknown", of.units() == 0);
        return view;
    }

    private void putResolved(Map<String, Object> view, BatchNews.BatchIssueResolved resolved) {
        view.put("resolvedAt", moment(resolved.resolvedAt(), resolved.zone()));
        putKnown(view, "by", resolved.by());
        ResolutionKind as = resolved.as();
        if (as != null) {
            view.put(as.name(), true);
        }
    }

    /** What is left of the time when the letter is written; none is told when it is over. */
    private @Nullable String left(Instant due) {
        return at.isAfter(due) ? null : language.length(Duration.between(at, due));
    }

    private String moment(Instant instant, @Nullable String zone) {
        return language.moment(instant, zone == null ? NO_ZONE : zone);
    }

    private static void putKnown(Map<String, Object> view, String name, @Nullable String value) {
        if (value != null) {
            view.put(name, value);
        }
    }
}
