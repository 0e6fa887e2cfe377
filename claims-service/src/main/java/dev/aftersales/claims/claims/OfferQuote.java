package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.quotes.Pricing;
import dev.aftersales.claims.quotes.Served;
import dev.aftersales.claims.quotes.Wanted;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Place;
import dev.aftersales.claims.tariffs.Tariff;
import dev.aftersales.claims.tariffs.Tariffs;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Quotes by itself what a diagnosis found, where the tariff has every price. What cannot be priced so, for example by
 * hours of work that nobody has estimated, waits for staff.
 */
public final class OfferQuote {

    private final Claims claims;
    private final Judge judge;
    private final Tariffs tariffs;

    OfferQuote(Claims claims, Judge judge, Tariffs tariffs) {
        this.claims = claims;
        this.judge = judge;
        this.tariffs = tariffs;
    }

    /** Offers what it can of these lines; without anything to offer the claim is left alone. */
    public <E extends Event> void offer(Received<E> event, String claimId, Set<Integer> lines) {
        Optional<Claim> there = claims.find(claimId);
        if (there.isEmpty() || drafted(there.get(), lines).isEmpty()) {
            return;
        }
        claims.react(event, claimId, claim -> offered(claim, lines, event.time()));
    }

    private Change<Claim> offered(Claim claim, Set<Integer> lines, Instant at) {
        Amendment amendment = new Amendment(claim, at);
        drafted(claim, lines)
                .ifPresent(offer -> Quoting.issue(
                        amendment,
                        offer.draft()
                                .quote(
                                        claim.quotes().size() + 1,
                                        at,
                                        claim.policyVersion(),
                                        offer.served(),
                                        offer.priced()),
                        Actor.policy(claim.policyVersion()),
                        judge.policy(claim).zone()));
        return amendment.done();
    }

    private Optional<Offer> drafted(Claim claim, Set<Integer> lines) {
        Set<Integer> found = claim.lines().stream()
                .filter(line -> lines.contains(line.line()) && isFound(line))
                .map(ClaimLine::line)
                .collect(Collectors.toCollection(TreeSet::new));
        Optional<Tariff> tariff = found.isEmpty() || claim.quotes().size() >= QuoteClaim.MOST
                ? Optional.empty()
                : tariffs.find(claim.vendor(), Tariff.STANDARD);
        return tariff.flatMap(prices -> drafted(claim, found, prices));
    }

    private Optional<Offer> drafted(Claim claim, Set<Integer> found, Tariff prices) {
        Place place = new Place(claim.particulars().site(), null);
        List<LineOutcome> priceable = new ArrayList<>();
        List<Served> served = new ArrayList<>();
        Map<Need, List<Integer>> needs = new LinkedHashMap<>();
        for (LineOutcome outcome : judge.judge(claim, found)) {
            ClaimLine line = claim.line(outcome.line()).orElseThrow();
            QuoteDraft alone = QuoteDraft.of(judge.policy(claim), claim, List.of(outcome), prices, place);
            List<Need> ofLine = needs(alone, line);
            List<Wanted> wanted =
                    ofLine.stream().map(need -> need.of(List.of(line.line()))).toList();
            if (!ofLine.isEmpty() && alone.price(wanted) instanceof Pricing.Result.Priced) {
                priceable.add(outcome);
                served.add(new Served(line.line(), disposition(line)));
                ofLine.forEach(need ->
                        needs.computeIfAbsent(need, some -> new ArrayList<>()).add(line.line()));
            }
        }
        if (priceable.isEmpty()) {
            return Optional.empty();
        }
        QuoteDraft draft = QuoteDraft.of(judge.policy(claim), claim, priceable, prices, place);
        List<Wanted> wanted = needs.entrySet().stream()
                .map(need -> need.getKey().of(need.getValue()))
                .toList();
        return draft.price(wanted) instanceof Pricing.Result.Priced priced
                ? Optional.of(new Offer(draft, served, priced))
                : Optional.empty();
    }

    /** A line that can be quoted, is not yet, and of which it is known what would cure it. */
    private static boolean isFound(ClaimLine line) {
        Conclusion conclusion = line.conclusion();
        return line.state() instanceof LineState.Quotable
                && conclusion != null
                && !conclusion.parts().isEmpty();
    }

    private static List<Need> needs(QuoteDraft draft, ClaimLine line) {
        Conclusion conclusion = line.conclusion();
        List<Need> needs = new ArrayList<>();
        if (conclusion != null) {
            fee(draft, Stream.of(FeeType.PARTS, FeeType.SPARE_PARTS))
                    .ifPresent(type -> conclusion.parts().forEach(part -> needs.add(new Need(type, part))));
        }
        // Work is part of the service wherever parts are more than sent.
        if (!needs.isEmpty() && disposition(line) != Route.PARTS) {
            fee(draft, Stream.of(FeeType.LABOUR, FeeType.MAINTENANCE))
                    .ifPresent(type -> needs.add(new Need(type, null)));
        }
        return needs;
    }

    private static Route disposition(ClaimLine line) {
        Conclusion conclusion = line.conclusion();
        return conclusion == null ? Route.DEPOT_REPAIR : conclusion.diagnosis().disposition();
    }

    /** By which name the policy charges for it: the first of these that its quotes may have. */
    private static Optional<FeeType> fee(QuoteDraft draft, Stream<FeeType> names) {
        QuoteRules rules = draft.rules();
        QuoteRules.LineTypes types = rules == null ? null : rules.lineTypes();
        return types == null
                ? names.findFirst()
                : names.filter(type -> types.types().contains(type.name())).findFirst();
    }

    /** What a line needs, alike for all lines that need the same. */
    private record Need(FeeType type, @Nullable PartQuantity part) {
        Wanted of(List<Integer> lines) {
            return part == null
                    ? new Wanted(type, null, null, null, lines, null)
                    : new Wanted(type, part.part(), part.quantity(), null, lines, null);
        }
    }

    private record Offer(QuoteDraft draft, List<Served> served, Pricing.Result.Priced priced) {}
}
