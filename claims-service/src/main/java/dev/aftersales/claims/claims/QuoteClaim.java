package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.quotes.Objection;
import dev.aftersales.claims.quotes.Pricing;
import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.claims.quotes.Served;
import dev.aftersales.claims.quotes.Wanted;
import dev.aftersales.claims.tariffs.Place;
import dev.aftersales.claims.tariffs.Tariff;
import dev.aftersales.claims.tariffs.Tariffs;
import dev.aftersales.contracts.events.Route;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Staff offer paid service for lines that the vendor does not bear in full. */
final class QuoteClaim {

    /** The most quotes of a claim: whoever still does not agree then does not need another paper. */
    static final int MOST = 50;

    private final Claims claims;
    private final Judge judge;
    private final Tariffs tariffs;
    private final YearlyCaps caps;
    private final Clock businessClock;

    QuoteClaim(Claims claims, Judge judge, Tariffs tariffs, YearlyCaps caps, Clock businessClock) {
        this.claims = claims;
        this.judge = judge;
        this.tariffs = tariffs;
        this.caps = caps;
        this.businessClock = businessClock;
    }

    /**
     * What is to be quoted.
     *
     * @param tariff code; absent for the vendor's standard one
     * @param region where prices differ by it; absent for the claim's site
     * @param route how the lines are served; absent for what was diagnosed, and without a diagnosis for what fits what is
     *     quoted
     */
    record Wish(
            List<Wanted> items,
            @Nullable String tariff,
            @Nullable String region,
            @Nullable String shopLevel,
            @Nullable Route route) {

        SortedSet<Integer> lines() {
            SortedSet<Integer> lines = new TreeSet<>();
            items.forEach(item -> lines.addAll(item.lines()));
            return lines;
        }
    }

    /** What became of it. */
    sealed interface Outcome {

        /** The customer can take it up. */
        record Issued(Claim claim, Quote quote) implements Outcome {}

        /** It breaks a rule of the fee model; nothing changed. */
        record Refused(List<Objection> objections) implements Outcome {}

        /** Lines that the claim does not have; nothing changed. */
        record LinesUnknown(List<Integer> lines) implements Outcome {}

        /** Lines that stand where there is nothing to quote; nothing changed. */
        record NotQuotable(List<Integer> lines) implements Outcome {}

        /** Lines that are to be served by parts, and get none by the quote; nothing changed. */
        record NoParts(List<Integer> lines) implements Outcome {}

        /** The vendor has no tariff of that code; nothing changed. */
        record TariffUnknown(String code) implements Outcome {}

        /** The claim has as many as it may; nothing changed. */
        record TooMany() implements Outcome {}
    }

    /** Offers what is wished for, at the tariff's prices or below. */
    Outcome issue(Caller caller, Claim seen, Wish wish) {
        String code = wish.tariff() == null ? Tariff.STANDARD : wish.tariff();
        Optional<Tariff> tariff = tariffs.find(seen.vendor(), code);
        if (tariff.isEmpty() && wish.tariff() != null) {
            return new Outcome.TariffUnknown(code);
        }
        return claims.<Outcome>decide(seen.id(), claim -> decide(caller, claim, wish, tariff.orElse(null)))
                .orElseThrow();
    }

    private Decision<Claim, Outcome> decide(Caller caller, Claim claim, Wish wish, @Nullable Tariff tariff) {
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        Set<Integer> lines = wish.lines();
        List<Integer> unknown =
                lines.stream().filter(line -> claim.line(line).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            return Decision.refuse(new Outcome.LinesUnknown(unknown));
        }
        List<Integer> settled = lines.stream()
                .filter(number -> claim.line(number)
                        .filter(line -> Quoting.quotable(line.state()))
                        .isEmpty())
                .toList();
        if (!settled.isEmpty()) {
            return Decision.refuse(new Outcome.NotQuotable(settled));
        }
        if (claim.quotes().size() >= MOST) {
            return Decision.refuse(new Outcome.TooMany());
        }
        String site = claim.particulars().site();
        Optional<Objection> elsewhere =
                elsewhere(site, wish.region(), judge.policy(claim).rules().quotes());
        if (elsewhere.isPresent()) {
            return Decision.refuse(new Outcome.Refused(List.of(elsewhere.get())));
        }
        QuoteDraft draft = QuoteDraft.of(
                judge.policy(claim),
                claim,
                judge.judge(claim, lines),
                tariff,
                new Place(Place.smaller(site, wish.region()).orElse(null), wish.shopLevel()),
                caps.room(judge.policy(claim), claim, lines, now).orElse(null));
        return switch (draft.price(wish.items())) {
            case Pricing.Result.Refused refused -> Decision.refuse(new Outcome.Refused(refused.objections()));
            case Pricing.Result.Priced priced -> {
                List<Served> served = QuotedRoutes.of(claim, wish);
                List<Objection> elsewise = QuotedRoutes.objections(wish.items(), served, priced.items());
                if (!elsewise.isEmpty()) {
                    yield Decision.refuse(new Outcome.Refused(elsewise));
                }
                List<Integer> without = withoutParts(wish, served);
                if (!without.isEmpty()) {
                    yield Decision.refuse(new Outcome.NoParts(without));
                }
                Amendment amendment = new Amendment(claim, now);
                Quote quote = draft.quote(claim.quotes().size() + 1, now, caller.person(), served, priced);
                Quoting.issue(
                        amendment, quote, Actor.of(caller), judge.policy(claim).zone());
                Change<Claim> change = amendment.done();
                yield Decision.commit(change.state(), new Outcome.Issued(change.state(), quote), change.events());
            }
        };
    }

    /** B3.2: what is charged is the price of where the unit stands. */
    static Optional<Objection> elsewhere(@Nullable String site, @Nullable String region, @Nullable QuoteRules rules) {
        QuoteRules.Tariff keys = rules == null ? null : rules.tariff();
        if (keys == null
                || !keys.by().contains(QuoteRules.Key.REGION)
                || site == null
                || region == null
                || Place.smaller(site, region).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Objection(
                0,
                "region",
                Objection.Rule.REGION_IS_NOT_THE_SITE,
                "The claim says that the unit stands in " + site + ", and " + region
                        + " is elsewhere. Leave region out to charge the prices of the site, or ask the customer for"
                        + " the right site.",
                keys.clause()));
    }

    private static List<Integer> withoutParts(Wish wish, List<Served> served) {
        Set<Integer> withParts = withParts(wish);
        return served.stream()
                .filter(line -> line.route() == Route.PARTS && !withParts.contains(line.line()))
                .map(Served::line)
                .toList();
    }

    private static Set<Integer> withParts(Wish wish) {
        Set<Integer> lines = new LinkedHashSet<>();
        wish.items().stream().filter(item -> item.type().namesPart()).forEach(item -> lines.addAll(item.lines()));
        return lines;
    }
}
