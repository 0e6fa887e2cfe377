package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.quotes.CapRoom;
import dev.aftersales.claims.quotes.FeeModel;
import dev.aftersales.claims.quotes.Objection;
import dev.aftersales.claims.quotes.Pricing;
import dev.aftersales.claims.quotes.QuoteItem;
import dev.aftersales.claims.quotes.Served;
import dev.aftersales.claims.quotes.Unpriced;
import dev.aftersales.claims.quotes.Wanted;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Place;
import dev.aftersales.claims.tariffs.Tariff;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What can be quoted without a person: an item for each component that a line's route performs, where all of it has its
 * price (C4.1, C4.2). Work by the hour has one where the catalogue or the technician says how long it takes.
 *
 * @param offer empty where no line can be quoted so
 * @param unpriced what the lines lack that are not on the offer, by line
 */
record AutomaticQuote(Optional<AutomaticQuote.Offer> offer, Map<Integer, List<Unpriced>> unpriced) {

    private static final List<ChargeItem> COMPONENTS = List.of(ChargeItem.PARTS, ChargeItem.LABOUR, ChargeItem.SERVICE);

    static final AutomaticQuote NONE = new AutomaticQuote(Optional.empty(), Map.of());

    /** Whether there is an offer, or a reason that the claim does not know yet. */
    boolean saysAnythingTo(Claim claim) {
        return offer.isPresent()
                || unpriced.entrySet().stream().anyMatch(line -> claim.line(line.getKey())
                        .filter(there -> there.unpriced().equals(line.getValue()))
                        .isEmpty());
    }

    /**
     * Of lines that are diagnosed and not bound to a quote yet.
     *
     * @param outcomes the answers to these lines
     * @param prices absent when the vendor has none
     * @param room what may still be charged within a year; absent where the policy does not cap that
     */
    static AutomaticQuote of(
            CompiledPolicy policy,
            Claim claim,
            List<LineOutcome> outcomes,
            @Nullable Tariff prices,
            @Nullable CapRoom room) {
        CapRoom left = room;
        Place place = new Place(claim.particulars().site(), null);
        List<LineOutcome> priceable = new ArrayList<>();
        List<Served> served = new ArrayList<>();
        Map<Need, List<Integer>> needs = new LinkedHashMap<>();
        Map<Integer, List<Unpriced>> unpriced = new TreeMap<>();
        for (LineOutcome outcome : outcomes) {
            ClaimLine line = claim.line(outcome.line()).orElseThrow();
            Conclusion conclusion = Objects.requireNonNull(line.conclusion());
            Route route = conclusion.diagnosis().disposition();
            QuoteDraft alone = QuoteDraft.of(policy, claim, List.of(outcome), prices, place, left);
            List<Need> ofLine = needs(alone, line.line(), conclusion);
            Alone priced = alone(alone, line.line(), route, ofLine);
            List<Unpriced> missing = priced.missing();
            if (missing.isEmpty()) {
                left = left == null ? null : left.with(left.charges(priced.items()));
                priceable.add(outcome);
                served.add(new Served(line.line(), route));
                ofLine.forEach(need ->
                        needs.computeIfAbsent(need, some -> new ArrayList<>()).add(line.line()));
            } else {
                unpriced.put(line.line(), missing);
            }
        }
        if (priceable.isEmpty()) {
            return new AutomaticQuote(Optional.empty(), unpriced);
        }
        QuoteDraft draft = QuoteDraft.of(policy, claim, priceable, prices, place, room);
        List<Wanted> wanted = needs.entrySet().stream()
                .map(need -> need.getKey().of(need.getValue()))
                .toList();
        return new AutomaticQuote(
                draft.price(wanted) instanceof Pricing.Result.Priced priced
                        ? Optional.of(new Offer(draft, served, priced))
                        : Optional.empty(),
                unpriced);
    }

    /** What a line costs, or what of it has no price and why. */
    private record Alone(List<QuoteItem> items, List<Unpriced> missing) {}

    private static Alone alone(QuoteDraft alone, int line, Route route, List<Need> needs) {
        if (!isPriced(route) || needs.isEmpty()) {
            return new Alone(List.of(), List.of(new Unpriced(null, null, Objection.Rule.ROUTE_NEEDS_PERSON, null)));
        }
        List<Wanted> wanted = needs.stream().map(need -> need.of(List.of(line))).toList();
        return switch (alone.price(wanted)) {
            case Pricing.Result.Priced priced -> new Alone(priced.items(), List.of());
            case Pricing.Result.Refused refused ->
                new Alone(
                        List.of(),
                        refused.objections().stream()
                                .map(objection -> {
                                    Wanted of = wanted.get(objection.item());
                                    return new Unpriced(of.type(), of.part(), objection.rule(), objection.clause());
                                })
                                .distinct()
                                .toList());
        };
    }

    /** Whether a line that is served so can be priced by a tariff: not where a unit is replaced, or another repairs it. */
    private static boolean isPriced(Route route) {
        return switch (route) {
            case PARTS, DEPOT_REPAIR, ON_SITE -> true;
            case REMOTE_SUPPORT, REPLACEMENT, MANUFACTURER, REFUND -> false;
        };
    }

    /** An item for each component that the route performs; what the vendor bears of them is shown too (C4.1). */
    private static List<Need> needs(QuoteDraft draft, int line, Conclusion conclusion) {
        Route route = conclusion.diagnosis().disposition();
        List<Need> needs = new ArrayList<>();
        for (ChargeItem item : COMPONENTS) {
            // A visit of which the policy says nothing is no fee of its own.
            boolean silent = item == ChargeItem.SERVICE && draft.payer(line, item) == null;
            if (FeeModel.performs(route, item) && !silent) {
                draft.fee(item).ifPresent(fee -> {
                    if (fee.namesPart()) {
                        addParts(needs, fee, conclusion.parts());
                    } else {
                        needs.add(new Need(fee, null, draft.isByTheHour(fee) ? conclusion.labourHours() : null));
                    }
                });
            }
        }
        // The way to the vendor is the customer's own errand; the way back is on the quote where it is the customer's
        // (C4.3).
        if (FeeModel.performs(route, ChargeItem.RETURN_FREIGHT)
                && draft.payer(line, ChargeItem.RETURN_FREIGHT) == Payer.CUSTOMER) {
            draft.fee(ChargeItem.RETURN_FREIGHT).ifPresent(fee -> needs.add(new Need(fee, null, null)));
        }
        return needs;
    }

    /** A part that nobody named is one that has no price. */
    private static void addParts(List<Need> needs, FeeType fee, List<PartQuantity> parts) {
        if (parts.isEmpty()) {
            needs.add(new Need(fee, null, null));
        }
        parts.forEach(part -> needs.add(new Need(fee, part, null)));
    }

    /** What a line needs, alike for all lines that need the same. */
    private record Need(
            FeeType type,
            @Nullable PartQuantity part,
            @Nullable BigDecimal hours) {
        Wanted of(List<Integer> lines) {
            return part == null
                    ? new Wanted(type, null, null, hours, lines, null)
                    : new Wanted(type, part.part(), part.quantity(), null, lines, null);
        }
    }

    /** What can be issued. */
    record Offer(QuoteDraft draft, List<Served> served, Pricing.Result.Priced priced) {}
}
