package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.quotes.Bearing;
import dev.aftersales.claims.quotes.CapRoom;
import dev.aftersales.claims.quotes.FeeModel;
import dev.aftersales.claims.quotes.Objection;
import dev.aftersales.claims.quotes.Pricing;
import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.claims.quotes.Served;
import dev.aftersales.claims.quotes.Wanted;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Place;
import dev.aftersales.claims.tariffs.Tariff;
import dev.aftersales.claims.tariffs.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A quote in the making: what is known of its lines before it is priced.
 *
 * @param outcomes the answers that it rests on, one for each line
 * @param goodwill what was granted beside the answers, by line
 * @param tariff absent when the vendor has none
 * @param room what may still be charged within a year; absent where the policy does not cap that
 */
record QuoteDraft(
        CompiledPolicy policy,
        List<LineOutcome> outcomes,
        Map<Integer, Goodwill> goodwill,
        @Nullable Tariff tariff,
        Place place,
        @Nullable CapRoom room) {
    QuoteDraft {
        outcomes = List.copyOf(outcomes);
        goodwill = Map.copyOf(goodwill);
    }

    /** A quote for these lines of the claim. */
    static QuoteDraft of(
            CompiledPolicy policy,
            Claim claim,
            List<LineOutcome> outcomes,
            @Nullable Tariff tariff,
            Place place,
            @Nullable CapRoom room) {
        Map<Integer, Goodwill> granted = new LinkedHashMap<>();
        for (LineOutcome outcome : outcomes) {
            claim.line(outcome.line()).map(ClaimLine::goodwill).ifPresent(some -> granted.put(outcome.line(), some));
        }
        return new QuoteDraft(policy, outcomes, granted, tariff, place, room);
    }

    @Nullable
    QuoteRules rules() {
        return policy.rules().quotes();
    }

    /** By which name the policy charges for it; empty when its quotes can have no such line. */
    Optional<FeeType> fee(ChargeItem item) {
        return new FeeModel(rules()).fee(item);
    }

    /** Whether the tariff charges for it by the hour. */
    boolean isByTheHour(FeeType fee) {
        Tariff prices = tariff;
        return prices != null
                && prices.price(new FeeModel(rules()).keyed(place), fee, null)
                        .filter(price -> price.unit() == Unit.HOUR)
                        .isPresent();
    }

    /** Who bears that of the line; absent where the policy does not say. */
    @Nullable
    Payer payer(int line, ChargeItem item) {
        return outcomes.stream()
                .filter(outcome -> outcome.line() == line)
                .flatMap(outcome -> charges(outcome).stream())
                .filter(charge -> charge.item() == item)
                .map(ChargeSplit::payer)
                .findFirst()
                .orElse(null);
    }

    Pricing.Result price(List<Wanted> wanted) {
        Map<Integer, List<ChargeSplit>> charges = new LinkedHashMap<>();
        outcomes.forEach(outcome -> charges.put(outcome.line(), charges(outcome)));
        return switch (Pricing.price(rules(), tariff, place, charges, wanted)) {
            case Pricing.Result.Refused refused -> refused;
            case Pricing.Result.Priced priced -> {
                List<Objection> above = room == null ? List.of() : room.objections(wanted, priced.items());
                yield above.isEmpty() ? priced : new Pricing.Result.Refused(above);
            }
        };
    }

    /** The quote, open from that moment on. */
    Quote quote(int number, Instant at, String issuedBy, List<Served> served, Pricing.Result.Priced priced) {
        return Quote.open(
                number,
                at,
                issuedBy,
                basis(),
                tariff == null ? null : source(tariff),
                served,
                priced,
                bearings(),
                rules(),
                policy.zone());
    }

    private Quote.Source source(Tariff prices) {
        Place of = new FeeModel(rules()).keyed(place);
        return new Quote.Source(prices.code(), prices.revision(), of.region(), of.shopLevel());
    }

    /** On what ground paid service is offered: as the answers say, else as the policy's quotes do. */
    private Basis basis() {
        return outcomes.stream()
                .flatMap(outcome -> offered(outcome).stream())
                .findFirst()
                .map(offer -> new Basis(offer.clause(), offer.reading()))
                .orElseGet(() -> {
                    QuoteRules rules = rules();
                    return rules == null ? policy.rules().quoteInTerm() : new Basis(rules.clause(), rules.reading());
                });
    }

    private static Optional<dev.aftersales.claims.adjudication.Quote> offered(LineOutcome outcome) {
        return switch (outcome) {
            case LineOutcome.NotCovered not -> Optional.of(not.quote());
            case LineOutcome.Partial partial -> Optional.of(partial.quote());
            case LineOutcome.Admitted admitted -> Optional.empty();
            case LineOutcome.Covered covered -> Optional.empty();
            case LineOutcome.Redirected redirected -> Optional.empty();
            case LineOutcome.NeedsEvidence needs -> Optional.empty();
            case LineOutcome.NeedsReview review -> Optional.empty();
        };
    }

    /** Who pays for what: as the policy says, except for what the vendor took upon itself. */
    private List<ChargeSplit> charges(LineOutcome outcome) {
        Goodwill granted = goodwill.get(outcome.line());
        if (granted == null) {
            return outcome.charges();
        }
        Map<ChargeItem, ChargeSplit> charges = new LinkedHashMap<>();
        outcome.charges().forEach(charge -> charges.putIfAbsent(charge.item(), charge));
        for (ChargeItem item : granted.isFull() ? List.of(ChargeItem.values()) : granted.items()) {
            ChargeSplit said = charges.get(item);
            charges.put(
                    item,
                    new ChargeSplit(
                            item, Payer.VENDOR, said == null ? basis().clause() : said.clause(), granted.reading()));
        }
        return List.copyOf(charges.values());
    }

    private List<Bearing> bearings() {
        Map<ChargeSplit, List<Integer>> lines = new LinkedHashMap<>();
        for (LineOutcome outcome : outcomes) {
            charges(outcome).forEach(charge -> lines.computeIfAbsent(charge, some -> new ArrayList<>())
                    .add(outcome.line()));
        }
        List<Bearing> bearings = new ArrayList<>();
        lines.forEach((charge, of) -> bearings.add(new Bearing(charge, of)));
        return bearings;
    }
}
