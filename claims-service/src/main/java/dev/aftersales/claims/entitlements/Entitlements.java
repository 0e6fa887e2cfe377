package dev.aftersales.claims.entitlements;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.TermOfUnit;
import dev.aftersales.claims.adjudication.UnitStanding;
import dev.aftersales.claims.adjudication.rules.Condition;
import dev.aftersales.claims.adjudication.rules.EntitlementRule;
import dev.aftersales.claims.adjudication.rules.EntitlementRule.Price;
import dev.aftersales.claims.adjudication.rules.EntitlementRule.While;
import dev.aftersales.claims.agreements.Agreement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers every entitlement of a policy for one unit: a pure function of policy, unit and instant. */
final class Entitlements {

    /** What packs call the terms of a contract that promise service on site. */
    private static final String ON_SITE_TERM = "onSite";

    private final Owned owned;
    private final LocalDate today;
    private final UnitStanding standing;
    private final Optional<TermOfUnit> term;
    private final Reasons reasons;

    private Entitlements(CompiledPolicy policy, Owned owned, Instant now) {
        this.owned = owned;
        this.today = LocalDate.ofInstant(now, policy.zone());
        this.standing = UnitStanding.of(policy, owned.unit(), owned.terms(), owned.site(), now);
        this.term = standing.term();
        this.reasons = new Reasons(policy);
    }

    /** Every entitlement that the policy knows, in its order. */
    static List<Entitlement> of(CompiledPolicy policy, Owned owned, Instant now) {
        Entitlements entitlements = new Entitlements(policy, owned, now);
        return policy.rules().entitlements().stream().map(entitlements::by).toList();
    }

    private Entitlement by(EntitlementRule rule) {
        List<Window> windows =
                rule.granted().stream().flatMap(time -> windows(time).stream()).toList();
        Optional<Window> open =
                windows.stream().filter(window -> window.holds(today)).findFirst();
        List<Because> lacking = unmet(rule);
        if (open.isPresent() && lacking.isEmpty()) {
            Window whole = open.get().joinedWith(windows);
            return rule.every() == null
                    ? new Entitlement(rule, true, rule.price(), whole.from(), whole.until(), null, null)
                    : regular(rule, whole);
        }
        Price after = rule.after();
        if (after != null && lacking.isEmpty()) {
            LocalDate lastDay = lastBeforeToday(windows);
            if (lastDay != null) {
                return new Entitlement(rule, true, after, lastDay.plusDays(1), null, null, reasons.paidSince(lastDay));
            }
            if (term.isEmpty()) {
                // Whoever cannot show that the term runs gets what there is after it.
                return new Entitlement(rule, true, after, null, null, null, reasons.termUnknown());
            }
        }
        List<Because> needed = new ArrayList<>();
        if (open.isEmpty()) {
            Because time = reasons.anyOf(ways(rule));
            if (time != null) {
                needed.add(time);
            }
        }
        needed.addAll(lacking);
        return new Entitlement(rule, false, rule.price(), null, null, null, reasons.allOf(needed));
    }

    // ---- Times

    private List<Window> windows(While time) {
        return switch (time) {
            case ALWAYS, LIFETIME ->
                List.of(new Window(term.map(TermOfUnit::firstDay).orElse(null), null));
            case IN_TERM ->
                term.map(known -> List.of(new Window(known.firstDay(), known.lastDay())))
                        .orElse(List.of());
            case SERVICE_AGREEMENT, BULK_ORDER, PAID_YEAR ->
                agreements(time).stream()
                        .map(agreement -> new Window(agreement.from(), agreement.until()))
                        .toList();
        };
    }

    /** The last day on which it was there; absent when it was not yet. */
    private @Nullable LocalDate lastBeforeToday(List<Window> windows) {
        return windows.stream()
                .map(Window::until)
                .filter(until -> until != null && until.isBefore(today))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private List<Agreement> agreements(While kind) {
        return owned.agreements().stream()
                .filter(agreement -> agreement.kind().name().equals(kind.name()))
                .toList();
    }

    /** How it would be the right time; to be asked only when it is not. */
    private List<Because> ways(EntitlementRule rule) {
        List<Because> ways = new ArrayList<>();
        for (While time : rule.granted()) {
            switch (time) {
                case ALWAYS, LIFETIME -> ways.add(reasons.notBefore(firstOf(windows(time))));
                case IN_TERM -> {
                    if (term.isEmpty()) {
                        ways.add(reasons.termUnknown());
                    } else if (today.isBefore(term.get().firstDay())) {
                        ways.add(yetToBegin(rule, windows(time).getFirst()));
                    } else {
                        ways.add(reasons.termEnded(term.get().lastDay()));
                    }
                }
                case SERVICE_AGREEMENT, BULK_ORDER, PAID_YEAR -> ways.add(withAgreement(rule, time));
            }
        }
        return ways;
    }

    private Because withAgreement(EntitlementRule rule, While kind) {
        return windows(kind).stream()
                .filter(window -> window.from() != null && window.from().isAfter(today))
                .min(Comparator.comparing(Window::from))
                .map(window -> yetToBegin(rule, window))
                .orElseGet(() -> reasons.withAgreement(kind));
    }

    /** From when on it may be asked for in a time that lies ahead: what has regular dates, from the first of them on. */
    private Because yetToBegin(EntitlementRule rule, Window ahead) {
        LocalDate begins = Objects.requireNonNull(ahead.from());
        Window whole = ahead.joinedWith(
                rule.granted().stream().flatMap(time -> windows(time).stream()).toList());
        Recurrence dates = rule.every() == null ? null : dates(rule, whole);
        if (dates == null) {
            return reasons.notBefore(begins);
        }
        LocalDate first = dates.firstFrom(begins);
        LocalDate last = whole.until();
        return last != null && first.isAfter(last) ? reasons.tooShort(last, first) : reasons.notBefore(first);
    }

    private LocalDate firstOf(List<Window> windows) {
        LocalDate first = windows.getFirst().from();
        return first == null ? today : first;
    }

    /** What has regular dates may be asked for from the first of them on that lies in the time. */
    private Entitlement regular(EntitlementRule rule, Window window) {
        Recurrence dates = dates(rule, window);
        if (dates == null) {
            return new Entitlement(
                    rule, true, rule.price(), window.from(), window.until(), null, reasons.termUnknown());
        }
        LocalDate first = dates.firstFrom(window.from());
        LocalDate last = window.until();
        if (last != null && first.isAfter(last)) {
            return new Entitlement(rule, false, rule.price(), null, null, null, reasons.tooShort(last, first));
        }
        if (today.isBefore(first)) {
            return new Entitlement(rule, false, rule.price(), null, null, first, reasons.notBefore(first));
        }
        LocalDate next = dates.nextFrom(today, window);
        return new Entitlement(
                rule,
                true,
                rule.price(),
                first,
                last,
                next,
                next == null && last != null ? reasons.noneLeft(last) : null);
    }

    /** They count from where the term does, wherever the term is one of the times; else from the agreement's first day. */
    private @Nullable Recurrence dates(EntitlementRule rule, Window window) {
        boolean byAgreement = rule.granted().stream()
                .noneMatch(time -> time == While.IN_TERM || time == While.ALWAYS || time == While.LIFETIME);
        LocalDate anchor =
                byAgreement ? window.from() : term.map(TermOfUnit::firstDay).orElse(null);
        return anchor == null
                ? null
                : new Recurrence(
                        anchor, Objects.requireNonNull(rule.firstAfter()), Objects.requireNonNull(rule.every()));
    }

    // ---- Conditions

    private List<Because> unmet(EntitlementRule rule) {
        List<Because> unmet = new ArrayList<>();
        if (rule.when().isEmpty() && rule.orContract() != null && !contractGrants(rule)) {
            unmet.add(reasons.byContract());
        }
        for (Condition condition : rule.when()) {
            if (!standing.holds(condition) && !contractGrants(rule)) {
                unmet.add(reasons.where(condition, rule.orContract() != null));
            }
        }
        return unmet;
    }

    private boolean contractGrants(EntitlementRule rule) {
        return ON_SITE_TERM.equals(rule.orContract()) && standing.contractPromisesVisits();
    }
}
