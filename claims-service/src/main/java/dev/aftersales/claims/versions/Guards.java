package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.AgreementKind;
import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.Governance;
import dev.aftersales.claims.adjudication.rules.Governance.Guard;
import dev.aftersales.claims.adjudication.rules.Periods;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.Product;
import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.adjudication.rules.Statutory;
import dev.aftersales.claims.adjudication.rules.Term;
import java.math.BigDecimal;
import java.time.Period;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a version's own contents must not break. Both the guards that the version itself names and those of the version
 * before it hold, so that no draft frees itself of a guard; and it must name them again, so that none is lost in two steps.
 */
final class Guards {

    /** So many models that were sold are named at once. */
    static final int MOST_SOLD = 50;

    private final @Nullable PolicyRules before;
    private final PolicyRules draft;
    private final List<String> sold;
    private final Set<Refusal> refusals = new LinkedHashSet<>();

    private Guards(@Nullable PolicyRules before, PolicyRules draft, List<String> sold) {
        this.before = before;
        this.draft = draft;
        this.sold = sold;
    }

    /**
     * Every guard that a draft breaks.
     *
     * @param before the version that it would follow; absent for a vendor's first
     * @param sold models that were sold and that the draft does not give a term of their own; those that can be named, and
     *     one more where there are more
     */
    static List<Refusal> refusals(@Nullable PolicyRules before, PolicyRules draft, List<String> sold) {
        Guards guards = new Guards(before, draft, sold);
        guards.check();
        return List.copyOf(guards.refusals);
    }

    private void check() {
        if (before != null) {
            keeps(before);
            before.governance().guards().forEach(guard -> check(guard, before));
        }
        draft.governance().guards().forEach(guard -> check(guard, draft));
        everyProductHasATerm(draft.governance().guards().stream()
                .filter(guard -> guard.guard() == Governance.Kind.EVERY_PRODUCT_HAS_A_TERM)
                .map(Guards::basis)
                .findFirst()
                .orElse(new Basis(draft.term().clause(), null)));
    }

    private void keeps(PolicyRules former) {
        Governance.Notice notice = former.governance().notice();
        if (notice != null && draft.governance().notice() == null) {
            refuse(
                    NoticePeriod.basis(notice),
                    "notice-kept",
                    "The version leaves out that customers are told before a change. Keep governance.notice.");
        }
        for (Guard guard : former.governance().guards()) {
            if (draft.governance().guards().stream().noneMatch(other -> isAsStrict(other, guard))) {
                refuse(
                        basis(guard),
                        "guard-kept",
                        "The version leaves out the guard " + guard.guard() + " of " + former.version()
                                + ", or weakens it. Keep it under governance.guards.");
            }
        }
    }

    private static boolean isAsStrict(Guard guard, Guard former) {
        return guard.guard() == former.guard()
                && Set.copyOf(guard.types()).equals(Set.copyOf(former.types()))
                && (former.percent() == null
                        || (guard.percent() != null
                                && guard.percent()
                                                .value()
                                                .compareTo(former.percent().value())
                                        <= 0));
    }

    private void check(Guard guard, PolicyRules owner) {
        switch (guard.guard()) {
            case CAP_AT_MOST -> capAtMost(guard);
            case SERVICE_NOT_LOWER_AFTER_TERM -> serviceNotLower(guard);
            case NOT_BELOW_FLOOR -> {
                notBelowFloor(guard, owner);
                keepsTheLaw(guard, owner);
            }
            case EVERY_PRODUCT_HAS_A_TERM -> everyProductHasATerm(basis(guard));
            case LINE_TYPES -> lineTypes(guard);
        }
    }

    private void serviceNotLower(Guard guard) {
        ServiceAfterTerm.lowerThanInside(draft.entitlements())
                .forEach(service -> refuse(
                        basis(guard),
                        "service-not-lower-after-term",
                        service + " is lower after the term than inside it. Grant it WHILE PAID_YEAR, too, with"
                                + " all that it has inside the term."));
        Term.Extension extension = draft.term().extendedBy();
        if (extension == null || extension.agreement() != AgreementKind.PAID_YEAR) {
            refuse(
                    basis(guard),
                    "service-not-lower-after-term",
                    "Who pays for a year after the term is not served as inside it. Set term.extendedBy.agreement to"
                            + " PAID_YEAR.");
        }
    }

    private void capAtMost(Guard guard) {
        if (guard.percent() == null) {
            return;
        }
        BigDecimal most = guard.percent().value();
        QuoteRules quotes = draft.quotes();
        QuoteRules.AnnualCap cap = quotes == null ? null : quotes.annualCap();
        if (cap == null) {
            refuse(
                    basis(guard),
                    "cap-at-most",
                    "The version has no cap of the yearly fee. Set quotes.annualCap to at most " + percent(most) + ".");
        } else if (cap.percent().value().compareTo(most) > 0) {
            refuse(
                    basis(guard),
                    "cap-at-most",
                    "A yearly fee may be capped at " + percent(most) + " or less; the version says "
                            + percent(cap.percent().value()) + ". Lower quotes.annualCap.percent.");
        } else if (cap.claims() == null && capsClaims(before)) {
            refuse(
                    basis(guard),
                    "cap-at-most",
                    "The version no longer caps what claims charge within a year. Keep quotes.annualCap.claims.");
        }
    }

    private static boolean capsClaims(@Nullable PolicyRules rules) {
        QuoteRules quotes = rules == null ? null : rules.quotes();
        QuoteRules.AnnualCap cap = quotes == null ? null : quotes.annualCap();
        return cap != null && cap.claims() != null;
    }

    private void lineTypes(Guard guard) {
        QuoteRules quotes = draft.quotes();
        QuoteRules.LineTypes types = quotes == null ? null : quotes.lineTypes();
        String wanted = String.join(", ", guard.types());
        if (types == null) {
            refuse(
                    basis(guard),
                    "line-types",
                    "The version does not say which kinds of fees there are. Set quotes.lineTypes to " + wanted + ".");
        } else if (!Set.copyOf(types.types()).equals(Set.copyOf(guard.types()))) {
            refuse(
                    basis(guard),
                    "line-types",
                    "The kinds of fees are " + wanted + ", no more and no fewer; the version says "
                            + String.join(", ", types.types()) + ". Mend quotes.lineTypes.types.");
        }
    }

    private void notBelowFloor(Guard guard, PolicyRules owner) {
        Statutory statutory = owner.statutory();
        if (statutory == null || statutory.floor() == null) {
            return;
        }
        Period floor = statutory.floor().term().value();
        Statutory own = draft.statutory();
        if (own == null || own.floor() == null || isShorter(own.floor().term().value(), floor)) {
            refuse(
                    basis(guard),
                    "not-below-floor",
                    "The version drops or lowers the legal floor of " + floor + ". Keep statutory.floor.");
        }
        Period length = draft.term().length();
        if (length != null) {
            notBelow(guard, floor, length, "term.length");
        }
        draft.products().forEach((model, product) -> {
            if (product.term() != null) {
                notBelow(guard, floor, product.term(), "products." + model + ".term");
            }
            for (Map.Entry<String, Period> component : product.components().entrySet()) {
                notBelow(guard, floor, component.getValue(), "products." + model + ".components." + component.getKey());
            }
        });
    }

    /** What the law grants, once it is switched on, no successor takes back. */
    private void keepsTheLaw(Guard guard, PolicyRules owner) {
        Statutory law = owner.statutory();
        if (law == null || !law.enabled()) {
            return;
        }
        Statutory own = draft.statutory();
        if (own == null || !own.enabled()) {
            refuse(
                    basis(guard),
                    "law-kept",
                    "The version switches off what the law grants. Keep statutory with enabled: true.");
            return;
        }
        List<String> lost = law.over().stream()
                .filter(clause ->
                        draft.clauses().containsKey(clause) && !own.over().contains(clause))
                .toList();
        if (!lost.isEmpty()) {
            refuse(
                    basis(guard),
                    "law-kept",
                    String.join(", ", lost)
                            + " would no longer stand back behind the law. Keep them in statutory.over.");
        }
        law.rules().stream()
                .filter(rule -> own.rules().stream().noneMatch(other -> grantsAsMuch(other, rule)))
                .forEach(rule -> refuse(
                        basis(guard),
                        "law-kept",
                        "The version drops or shortens what the law grants within " + rule.within() + ": "
                                + rule.routes().stream().map(Enum::name).collect(Collectors.joining(", ")) + " for "
                                + String.join(", ", rule.causes()) + ". Keep it in statutory.rules."));
    }

    private static boolean grantsAsMuch(Statutory.Rule rule, Statutory.Rule former) {
        return !isShorter(rule.within(), former.within())
                && Set.copyOf(rule.causes()).containsAll(former.causes())
                && Set.copyOf(rule.routes()).containsAll(former.routes());
    }

    private void notBelow(Guard guard, Period floor, Period value, String place) {
        if (isShorter(value, floor)) {
            refuse(
                    basis(guard),
                    "not-below-floor",
                    place + " is " + value + ", below the legal floor of " + floor + ". Raise it.");
        }
    }

    private static boolean isShorter(Period one, Period other) {
        return Periods.isShorter(one, other);
    }

    private void everyProductHasATerm(Basis basis) {
        boolean each = eachOfItsOwn();
        if (draft.term().length() != null && !each) {
            return;
        }
        if (draft.term().length() != null) {
            refuse(
                    basis,
                    "every-product-has-a-term",
                    "term.length would be the term of products for which nobody set one. Leave it out, and set"
                            + " products.<model>.term for each.");
        }
        String mend = each ? ". Set products.<model>.term." : ". Set products.<model>.term, or term.length.";
        List<String> without = models().filter(this::hasNoTerm).toList();
        if (!without.isEmpty()) {
            refuse(basis, "every-product-has-a-term", "No term is set for " + String.join(", ", without) + mend);
        } else if (draft.products().isEmpty()) {
            refuse(
                    basis,
                    "every-product-has-a-term",
                    "The version sets no term at all. Set "
                            + (each ? "" : "term.length, or ")
                            + "products with a term each.");
        }
        List<String> others =
                sold.stream().filter(model -> !without.contains(model)).toList();
        if (!others.isEmpty()) {
            refuse(
                    basis,
                    "every-product-has-a-term",
                    "Units were sold of "
                            + others.stream().limit(MOST_SOLD).collect(Collectors.joining(", "))
                            + (others.size() > MOST_SOLD ? " and others" : "")
                            + ", and no term is set for them"
                            + mend);
        }
        if (!each && before != null && before.term().length() != null) {
            refuse(
                    basis,
                    "every-product-has-a-term",
                    "Every product has a term by term.length of " + before.version()
                            + "; without it, those that the version does not name have none. Keep term.length.");
        }
    }

    /** Whether a term for all products does not do, because the guard wants one for each (D2.4a, reading D?1). */
    private boolean eachOfItsOwn() {
        return Stream.concat(
                        draft.governance().guards().stream(),
                        before == null ? Stream.empty() : before.governance().guards().stream())
                .anyMatch(guard -> guard.guard() == Governance.Kind.EVERY_PRODUCT_HAS_A_TERM);
    }

    /** What the draft names and what the version before named: a product that is left out is still in its owners' hands. */
    private Stream<String> models() {
        Stream<String> former = before == null ? Stream.empty() : before.products().keySet().stream();
        return Stream.concat(draft.products().keySet().stream(), former).distinct();
    }

    private boolean hasNoTerm(String model) {
        Product product = draft.products().get(model);
        return product == null || product.term() == null;
    }

    private void refuse(Basis basis, String rule, String detail) {
        refusals.add(Refusal.by(basis, rule, detail));
    }

    private static Basis basis(Guard guard) {
        return new Basis(guard.clause(), guard.reading());
    }

    private static String percent(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString() + " %";
    }
}
